using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Features.Units;
using Portal.Tests.Features.Workbook;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Units;

/// <summary>Units come out as a workbook and back in: what it adds and changes is shown first, then all of it is written or nothing.</summary>
[Trait("Engine", "both")]
public sealed class UnitImportTests
{
    private const string Key = "Mã nội bộ", Official = "Mã chính thức", Order = "Thứ tự", Name = "Tên", FullName = "Tên đầy đủ", ShortName = "Tên ngắn", Kind = "Loại đơn vị",
        Parent = "Mã đơn vị cấp trên", Groups = "Nhóm", Aliases = "Cách viết khác", Head = "Tên cơ quan trên văn bản", Place = "Địa danh", Started = "Ngày bắt đầu", Note = "Ghi chú";

    [Fact]
    public async Task A_good_file_adds_and_changes_after_it_was_shown_old_and_new()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.UnitBookAsync();
        var blank = book.RowOf("");
        book.TypeRow(book.RowOf("XA-21046"), (Name, "UBND xã Bình Thạnh Đông"), (Aliases, "Bình Thạnh Đ.; Xã Bình Thạnh Đông"), (Groups, "UBND các xã, thị trấn; Các xã ven biển"))
            .TypeRow(blank, (Key, "PHONG-MOI"), (Name, "Phòng Mới"), (FullName, "Phòng Mới của UBND xã"), (ShortName, "Mới"), (Parent, "29002"), (Started, "1/7/2025"))
            .TypeRow(blank + 1, (Key, "XA-29002"), (Official, "29002"), (Order, "77"), (Name, "UBND xã Mới"), (FullName, "Ủy ban nhân dân xã Mới"), (ShortName, "Mới"), (Kind, "ubnd-xa"),
                (Parent, "ubndh"), (Groups, "Các xã ven biển"), (Head, "ỦY BAN NHÂN DÂN; XÃ MỚI"), (Place, "Xã Mới"), (Note, "Lập mới\nnăm 2025"));
        var before = await portal.SnapshotAsync();
        var (file, shown) = await portal.LookAsync(book);
        before.AssertSame(await portal.SnapshotAsync());
        Assert.Empty(shown.Errors);
        Assert.Equal((29, "Các xã ven biển"), (shown.Unchanged, Assert.Single(shown.NewGroups)));
        Assert.Equal([("21046", false), ("phong-moi", true), ("29002", true)], shown.Lines.Select(l => (l.Login, l.Added)));
        Assert.Contains(new(Name, "UBND xã Bình Thạnh", "UBND xã Bình Thạnh Đông"), shown.Lines[0].Cells);
        Assert.Equal([Name, Groups, Aliases], shown.Lines[0].Cells.Select(c => c.Column));

        Assert.Null(await portal.ImportAsync(file, shown));
        await using var db = portal.Open();
        var units = await db.Units.ToDictionaryAsync(u => u.Code);
        var (old, office, made) = (units["XA-21046"], units["PHONG-MOI"], units["XA-29002"]);
        Assert.Equal(("UBND xã Bình Thạnh Đông", 1), (old.Name, old.Version));
        Assert.Equal(["Bình Thạnh Đ.", "Xã Bình Thạnh Đông"], old.Aliases);
        Assert.Equal(("XA-29002", new DateOnly(2025, 7, 1), "don-vi"), (office.ParentCode, office.StartedOn!.Value, office.Kind));
        Assert.Equal(("29002", "29002", 77, "UBNDH", "Xã Mới", "Lập mới\nnăm 2025"), (made.LoginCode, made.OfficialCode, made.Order, made.ParentCode, made.PlaceName, made.Note));
        Assert.Equal(["ỦY BAN NHÂN DÂN", "XÃ MỚI"], made.LetterheadLines);
        var group = await db.UnitGroups.Include(g => g.Members).SingleAsync(g => g.Code == "cac-xa-ven-bien");
        Assert.Equal(["XA-21046", "XA-29002"], group.Members.Select(m => m.UnitCode).Order());
        var records = await db.AccessRecords.Where(r => r.Kind == AccessKind.UnitsChanged && r.Surface == nameof(ImportUnits)).OrderBy(r => r.Number).Select(r => r.Subject).ToListAsync();
        Assert.Equal(["21046: UBND xã Bình Thạnh Đông", "phong-moi: Phòng Mới", "29002: UBND xã Mới", "Các xã ven biển: 21046, 29002"], records.Select(r => r!.Replace("29002, 21046", "21046, 29002", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_file_as_it_was_downloaded_and_the_same_file_twice_change_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (untouched, same) = await portal.LookAsync(await portal.UnitBookAsync());
        Assert.Equal((30, 0, 0), (same.Unchanged, same.Lines.Count, same.Errors.Count));
        Assert.Equal(nameof(Problems.UnitsNothing), (await portal.ImportAsync(untouched, same))?.Code);

        var book = await portal.UnitBookAsync();
        book.TypeRow(book.RowOf("XA-21046"), (Aliases, "a;b\n"), (Note, "Có; dấu")).TypeRow(book.RowOf(""), (Key, "M1"), (Name, "Một"), (FullName, "Một"), (ShortName, "1"));
        var (file, shown) = await portal.LookAsync(book);
        Assert.Null(await portal.ImportAsync(file, shown));
        var before = await portal.SnapshotAsync();
        var (again, nothing) = await portal.LookAsync(book);
        Assert.Equal((31, 0), (nothing.Unchanged, nothing.Lines.Count));
        Assert.Equal(nameof(Problems.UnitsNothing), (await portal.ImportAsync(again, nothing))?.Code);
        Assert.Empty((await portal.LookAsync(await portal.UnitBookAsync())).Shown.Lines); // a value with a semicolon of its own comes back whole
        before.AssertSame(await portal.SnapshotAsync());
    }

    /// <summary>A row's key (empty: a new row, # and column: beside the table), column, what somebody types → words of the refusal.</summary>
    public static TheoryData<string, string, string, string> BadCells => new()
    {
        { "", Key, "XA 1", "chữ không dấu, chữ số" },
        { "", Key, "XA-21049", "đã có ở dòng" },
        { "", Official, "2104", "đúng 5 chữ số" },
        { "", Official, "21049", "là của UBND xã" },
        { "", Name, "", "Nhập tên" },
        { "", Parent, "KHONG-CO", "Không có đơn vị mang mã “KHONG-CO”" },
        { "XA-21046", Official, "21999", "không đổi được" },
        { "XA-21046", Order, "mười", "từ 1 đến 9999" },
        { "XA-21046", Order, "0", "từ 1 đến 9999" },
        { "XA-21046", FullName, " ", "Nhập tên" },
        { "XA-21046", ShortName, "Bình\nThạnh", "một dòng" },
        { "XA-21046", Parent, "21046", "không phải chính đơn vị này" },
        { "UBNDH", Parent, "XA-21046", "không phải chính đơn vị này" },
        { "XA-21046", Parent, "XA-21049", "kết thúc hoạt động" },
        { "XA-21046", Started, "31/02/2024", "không có thật" },
        { "XA-21046", Started, "hôm qua", "Không đọc được “hôm qua” là ngày" },
        { "XA-21046", Name, "=UPPER(D2)", "công thức" },
        { "XA-21046", Name, "#REF!", "đang báo lỗi #REF!" },
        { "XA-21046", "#T", "ngoài", "ngoài các cột của bảng" },
    };

    [Theory]
    [MemberData(nameof(BadCells))]
    public async Task A_bad_cell_is_named_by_row_and_column_and_nothing_of_the_file_is_written(string code, string head, string typed, string why)
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.As("quantri").Get<EndUnit>().RunAsync("21049", "21103", portal.Clock.Now.AddDays(1), "Nghị quyết 01", Guid.NewGuid()));
        var book = await portal.UnitBookAsync();
        var row = book.RowOf(code);
        if (code.Length == 0)
        {
            book.TypeRow(row, (Key, "XA-MOI"), (Name, "Mới"), (FullName, "Mới"), (ShortName, "Mới"));
        }

        var cell = head[0] == '#' ? $"{head[1..]}{row}" : book.Cell(row, head);
        _ = typed switch
        {
            ['=', .. var formula] => book.Formula(UnitBooks.Sheet, cell, formula, "x"),
            ['#', ..] => book.Error(UnitBooks.Sheet, cell, typed),
            "" => book.Clear(UnitBooks.Sheet, cell),
            _ => book.Type(UnitBooks.Sheet, cell, typed),
        };
        book.TypeRow(book.RowOf("XA-21052"), (Note, "Dòng tốt"));
        var before = await portal.SnapshotAsync();
        var (file, shown) = await portal.LookAsync(book);
        var error = shown.Errors.First(e => e.Row == row);
        Assert.Equal(head[0] == '#' ? cell : $"{cell[..1]} ({head})", error.Column);
        Assert.Contains(why, error.Why, StringComparison.Ordinal);
        Assert.Equal(code != "UBNDH", shown.Lines.Any(l => l.Login == "21052")); // good lines are shown all the same; in a ring of units none is good
        Assert.Equal(nameof(Problems.UnitsRefused), (await portal.ImportAsync(file, shown))?.Code);
        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task Every_bad_line_is_told_at_once_and_a_group_keeps_a_unit()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.As("quantri").Get<SaveUnitGroup>().RunAsync(null, "Một xã", [], ["21046"], Guid.NewGuid()));
        var book = await portal.UnitBookAsync();
        book.TypeRow(book.RowOf("XA-21046"), (Groups, "UBND các xã, thị trấn")).TypeRow(book.RowOf("XA-21049"), (Order, "x"), (Started, "y")).TypeRow(book.RowOf("XA-21052"), (Parent, "z"));
        var errors = (await portal.LookAsync(book)).Shown.Errors;
        Assert.Equal([(Groups, "21046"), (Order, "21049"), (Started, "21049"), (Parent, "21052")], errors.Select(e => (e.Column[3..^1], book.RowOf("XA-21046") == e.Row ? "21046" : book.RowOf("XA-21049") == e.Row ? "21049" : "21052")));
        Assert.Contains("Nhóm “Một xã” sẽ không còn đơn vị nào", errors[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_ended_meanwhile_stops_the_whole_import_until_its_row_is_gone()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.UnitBookAsync();
        book.TypeRow(book.RowOf("XA-21046"), (Name, "UBND xã Khác")).TypeRow(book.RowOf("XA-21052"), (Note, "Dòng tốt"));
        var (file, shown) = await portal.LookAsync(book);
        Assert.Equal(2, shown.Lines.Count);
        Assert.Null(await portal.As("quantri").Get<EndUnit>().RunAsync("21046", "21103", portal.Clock.Now.AddMinutes(1), "Nghị quyết 01", Guid.NewGuid()));
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(2));
        var before = await portal.SnapshotAsync();
        Assert.Equal(nameof(Problems.UnitsRefused), (await portal.ImportAsync(file, shown))?.Code);
        before.AssertSame(await portal.SnapshotAsync());
        var error = Assert.Single((await portal.LookAsync(file)).Errors);
        Assert.Equal(book.RowOf("XA-21046"), error.Row);
        Assert.Contains("đã kết thúc từ", error.Why, StringComparison.Ordinal);

        var fresh = await portal.UnitBookAsync();
        Assert.DoesNotContain(fresh.Sheets[0].Cells.Values, c => c.Text == "XA-21046");
        fresh.TypeRow(fresh.RowOf("XA-21052"), (Note, "Dòng tốt"));
        var (good, line) = await portal.LookAsync(fresh);
        Assert.Null(await portal.ImportAsync(good, line));
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_shown_again_before_it_is_written()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.UnitBookAsync();
        book.TypeRow(book.RowOf("XA-21046"), (Name, "UBND xã Khác"));
        var (file, shown) = await portal.LookAsync(book);
        var there = (await portal.As("quantri").Get<UnitView>().RunAsync("21046")).Value!;
        Assert.Null((await portal.As("quantri").Get<SaveUnit>().RunAsync(new("21046", there.Version, new(null, null, there.Facts with { Note = "Mới ghi" })), Guid.NewGuid())).Problem);
        var before = await portal.SnapshotAsync();
        Assert.Equal(nameof(Problems.UnitsStale), (await portal.ImportAsync(file, shown))?.Code);
        before.AssertSame(await portal.SnapshotAsync());
        var again = await portal.LookAsync(file);
        Assert.Contains(new(Note, "Mới ghi", ""), Assert.Single(again.Lines).Cells);
        Assert.Null(await portal.ImportAsync(file, again));
    }

    [Fact]
    public async Task A_column_that_was_taken_out_leaves_what_there_is_and_official_codes_alone_find_their_units()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.UnitBookAsync();
        var row = book.RowOf("XA-21046");
        book.Clear(UnitBooks.Sheet, $"A{row}").TypeRow(row, (Note, "Theo mã chính thức"));
        for (var r = 1; r < book.RowOf(""); r++)
        {
            book.Clear(UnitBooks.Sheet, book.Cell(r, Aliases)).Clear(UnitBooks.Sheet, book.Cell(r, Groups)).Clear(UnitBooks.Sheet, book.Cell(r, Parent));
        }

        var shown = (await portal.LookAsync(book)).Shown;
        Assert.Empty(shown.Errors);
        Assert.Equal(("21046", Note), (Assert.Single(shown.Lines).Login, Assert.Single(shown.Lines[0].Cells).Column));
    }

    [Fact]
    public async Task A_file_that_is_none_says_why()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.UnitBookAsync();
        Assert.Equal(nameof(Problems.WorkbookNotXlsx), (await portal.BringAsync([1, 2, 3])).Problem?.Code);
        Assert.Equal(nameof(Problems.UnitsNoHead), (await portal.BringAsync(new Filled(book.Bytes).Clear(UnitBooks.Sheet, "A1").Bytes)).Problem?.Code);
        Assert.Contains("Ô P1: tệp mẫu không có cột “Dân số”", (await portal.BringAsync(new Filled(book.Bytes).Type(UnitBooks.Sheet, "P1", "Dân số").Bytes)).Problem?.Text, StringComparison.Ordinal);
        Assert.Equal(nameof(Problems.UnitsHeadTwice), (await portal.BringAsync(new Filled(book.Bytes).Type(UnitBooks.Sheet, "P1", "ten").Bytes)).Problem?.Code);
        Assert.Equal(nameof(Problems.WorkbookForgotten), (await portal.As("quantri").Get<UnitProposal>().RunAsync(Guid.NewGuid())).Problem?.Code);
    }
}
