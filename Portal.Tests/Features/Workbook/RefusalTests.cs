using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Workbook;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Workbook;

/// <summary>What a workbook brings that is not taken: each says where, what stood there, why and what to do, and nothing is written.</summary>
[Trait("Engine", "both")]
public sealed class RefusalTests
{
    private const string Sheet = "XA-04", Area = "Diện tích đất đã quy hoạch", Day = "Thời hạn hoàn thành dự kiến", Status = "Mức độ giải quyết", Count = "Tổng số thôn, tổ dân phố";

    /// <summary>What somebody does to a cell → what stood there, and the refusal's words.</summary>
    public static TheoryData<string, string, string, string> Cells => new()
    {
        { Area, "1.5", "1.5", "dấu phẩy là phần thập phân" },
        { Area, "-3", "-3", "số âm" },
        { Area, "hai", "hai", "Không đọc được “hai” là số" },
        { Area, "#2.5#", "2,5", "" },
        { Count, "#2.5#", "2,5", "có phần thập phân" },
        { Area, "f:SUM(C5:C6)", "=SUM(C5:C6)", "Paste Special → Values" },
        { Area, "e:#REF!", "#REF!", "đang báo lỗi #REF!" },
        { Day, "31/02/2024", "31/02/2024", "không có thật" },
        { Day, "#2024#", "2024", "Không đọc được “2024” là ngày" },
        { Day, "#45657#", "45657", "" },
        { Status, "Xong rồi", "Xong rồi", "không có trong các lựa chọn" },
        { Status, "CHUA GIAI QUYET", "CHUA GIAI QUYET", "" },
        { Status, "chua_giai_quyet", "chua_giai_quyet", "" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_cell_is_refused_with_its_sheet_its_place_what_stood_there_and_why(string label, string typed, string stood, string why)
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.WorkbookAsync();
        var cell = book.At(Sheet, label);
        _ = typed switch
        {
            ['#', .. var number, '#'] => book.Paste(Sheet, cell, number),
            ['f', ':', .. var formula] => book.Formula(Sheet, cell, formula, "7"),
            ['e', ':', .. var error] => book.Error(Sheet, cell, error),
            _ => book.Type(Sheet, cell, typed),
        };
        var before = await portal.SnapshotAsync();
        var shown = await portal.LookAsync(book);
        before.AssertSame(await portal.SnapshotAsync());
        if (why.Length == 0)
        {
            Assert.Empty(shown.Refused);
            Assert.Single(shown.Lines);
            return;
        }

        Assert.Empty(shown.Lines);
        var refused = Assert.Single(shown.Refused);
        Assert.Equal(($"{Sheet}, ô {cell}", stood), (refused.Place, refused.Stood));
        Assert.Contains(why, refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_cell_does_not_stop_the_others_but_holds_its_new_row()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.WorkbookAsync();
        book.Type(Sheet, book.At(Sheet, Area), "12")
            .Type(Sheet, book.InTable(Sheet, "Vị trí (thôn/tổ dân phố, xã/thị trấn)", "Vị trí (thôn/tổ dân phố, xã/thị trấn)", 1), "Thôn Đông")
            .Type(Sheet, book.InTable(Sheet, "Vị trí (thôn/tổ dân phố, xã/thị trấn)", "Diện tích (m²)", 1), "rộng");
        var shown = await portal.LookAsync(book);
        Assert.Equal("12", Assert.Single(shown.Lines).After);
        Assert.EndsWith("Cả dòng mới này chờ đến khi ô được sửa.", Assert.Single(shown.Refused).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_beside_the_form_is_told()
    {
        await using var portal = await TestPortal.CreateAsync();
        var shown = await portal.LookAsync((await portal.WorkbookAsync()).Type(Sheet, "J3", "ghi chú"));
        Assert.Equal((($"{Sheet}, ô J3"), "ghi chú"), shown.Refused.Select(r => (r.Place, r.Stood)).Single());
        Assert.Empty(shown.Lines);
    }

    [Fact]
    public async Task A_sheet_that_was_renamed_taken_away_relabelled_or_moved_is_not_read_and_the_others_are()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.WorkbookAsync();
        var label = book.At("XA-03", "Giải pháp khắc phục").Replace('C', 'B');
        book.Type("XA-05", book.At("XA-05", "Giải pháp khắc phục"), "Phân công cán bộ")
            .Type("XA-03", label, "Giải pháp").Type("XA-03", book.At("XA-03", "Giải pháp khắc phục"), "không đọc")
            .Type(Sheet, book.At(Sheet, Area), "12").InsertRow(Sheet, 6)
            .On("XA-01", (_, sheet, _) => sheet.Name = "Sheet1")
            .On("XA-02", (_, sheet, _) => sheet.Remove());
        var shown = await portal.LookAsync(book);
        Assert.Equal("Phân công cán bộ", Assert.Single(shown.Lines).After);
        Assert.Equal(["Trang tính XA-01 | Sheet1", "Trang tính XA-02 | ", $"XA-03, ô {label} | Giải pháp", "XA-04, ô B6 | "], shown.Refused.Select(r => $"{r.Place} | {r.Stood}"));
        string[] why = ["Trang tính “XA-01” đã bị đổi tên thành “Sheet1”.", "Không thấy trang tính “XA-02”.", "Nhãn phải là “Giải pháp khắc phục”", "Có hàng bị chèn hoặc xóa trước hàng 6"];
        Assert.All(why.Zip(shown.Refused), r => Assert.StartsWith(r.First, r.Second.Why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_locked_item_takes_nothing_and_says_why()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.WorkbookAsync();
        book.Type(Sheet, book.At(Sheet, Area), "12");
        await portal.BringAsync(Desk.Unit, ItemState.WithHead);
        var shown = await portal.LookAsync(book);
        Assert.Empty(shown.Lines);
        Assert.Equal(("12", new Problem(ProblemKind.State, nameof(Problems.LockedWithHead), Problems.LockedWithHead).Text), shown.Refused.Select(r => (r.Stood, r.Why)).Single());
    }

    /// <summary>Files that are no workbook of this unit → the code of the refusal.</summary>
    public static TheoryData<string, string> Files => new()
    {
        { "text", nameof(Problems.WorkbookNotXlsx) },
        { "pdf", nameof(Problems.WorkbookNotXlsx) },
        { "docx", nameof(Problems.WorkbookNotXlsx) },
        { "empty", nameof(Problems.FileEmpty) },
        { "cut", nameof(Problems.FileBroken) },
        { "bomb", nameof(Problems.FileBomb) },
        { "lie", nameof(Problems.FileBroken) },
        { "big", nameof(Problems.WorkbookTooBig) },
        { "macro", nameof(Problems.FileMacro) },
        { "dtd", nameof(Problems.FileBroken) },
        { "foreign", nameof(Problems.WorkbookForeign) },
        { "other unit", nameof(Problems.WorkbookOtherUnit) },
        { "tampered", nameof(Problems.WorkbookTampered) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_no_workbook_of_this_unit_is_refused_and_nothing_is_written(string file, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        var own = (await portal.WorkbookAsync()).Bytes;
        byte[] bytes = file switch
        {
            "text" => Made.Text("Diện tích;12"),
            "pdf" => Made.Pdf(),
            "docx" => Made.Docx(),
            "empty" => [],
            "cut" => own[..(own.Length / 2)],
            "bomb" => Strange.WithPart(own, "xl/bomb.xml", new byte[60 * 1024 * 1024]),
            "lie" => Strange.WithLie(own),
            "big" => new byte[6 * 1024 * 1024],
            "macro" => Strange.WithPart(own, "xl/vbaProject.bin", [1, 2, 3]),
            "dtd" => Strange.WithDtd(own),
            "foreign" => global::Portal.Platform.Documents.XlsxWriter.Write([new("Sheet1", [new(1, 1, "Diện tích", global::Portal.Platform.Documents.CellLook.Text)])], []),
            "other unit" => (await portal.WorkbookAsync("21091")).Bytes,
            _ => new Filled(own).Change("_portal", "A2", t => t[..10] + (t[10] == 'A' ? 'B' : 'A') + t[11..]).Bytes,
        };
        var before = await portal.SnapshotAsync();
        var chosen = await portal.ChooseAsync(bytes, file == "text" ? "bieu-mau.csv" : "bieu-mau.xlsx");
        Assert.Equal((ProblemKind.Invalid, code), (chosen.Problem?.Kind, chosen.Problem?.Code));
        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task A_workbook_of_another_form_version_is_refused()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.WorkbookAsync();
        await using (var db = portal.Open())
        {
            var request = await db.Requests.SingleAsync();
            var json = await db.FormVersions.Select(f => f.Definition).SingleAsync();
            db.FormVersions.Add(new FormVersion(request, 2, json));
            await db.SaveChangesAsync();
            await db.Submissions.ExecuteUpdateAsync(s => s.SetProperty(x => x.FormVersion, 2));
        }

        Assert.Equal(nameof(Problems.WorkbookOtherForm), (await portal.ChooseAsync(book.Bytes)).Problem?.Code);
    }

    [Fact]
    public async Task What_was_read_is_its_senders_alone_and_forgotten_after_half_an_hour()
    {
        await using var portal = await TestPortal.CreateAsync();
        var chosen = await portal.ChooseAsync((await portal.WorkbookAsync()).Bytes);
        async Task<string?> CodeAsync(string who) => (await portal.As(who).Get<WorkbookProposal>().RunAsync(TestPortal.Report(Desk.Unit), chosen.Value)).Problem?.Code;
        Assert.Null(await CodeAsync(Desk.Officer));
        Assert.Equal(nameof(Problems.WorkbookForgotten), await CodeAsync(Desk.Head));
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(31));
        Assert.Equal(nameof(Problems.WorkbookForgotten), await CodeAsync(Desk.Officer));
    }
}
