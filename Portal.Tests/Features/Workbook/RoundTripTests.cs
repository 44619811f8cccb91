using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Documents;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Workbook;

/// <summary>A unit's workbook out, filled in, and back: what was typed there is what stands here.</summary>
[Trait("Engine", "both")]
public sealed class RoundTripTests
{
    private const string Table = "XA06.T1", Courses = "Thời gian tổ chức";

    [Fact]
    public async Task What_is_filled_in_is_what_stands_on_the_portal_after_one_press()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.EditAsync(Desk.Unit, "XA-04", "XA04.02", "10");
        var book = await portal.WorkbookAsync();
        book.Type("XA-04", book.At("XA-04", "Số khu đất đã quy hoạch, bố trí cho thiết chế dành riêng cho trẻ em"), "1.234")
            .Paste("XA-04", book.At("XA-04", "Diện tích đất đã quy hoạch"), "1234.5")
            .Type("XA-04", book.At("XA-04", "Mức độ giải quyết"), "đang giải quyết")
            .Type("XA-04", book.At("XA-04", "Kết quả triển khai, thực hiện"), "Dòng một\nDòng hai, đã bố trí đất")
            .Paste("XA-04", book.At("XA-04", "Thời hạn hoàn thành dự kiến"), "45657", 14)
            .Type("Thông tin chung", book.At("Thông tin chung", "Ngày báo cáo"), "01/7/2024");

        var shown = await portal.LookAsync(book);
        Assert.Equal([], shown.Refused);
        Assert.Equal(("Thông tin chung, ô " + book.At("Thông tin chung", "Ngày báo cáo"), "", "01/7/2024"), shown.Lines.Where(l => l.ItemCode == ItemAnswer.Cover).Select(l => (l.Place, l.Before, l.After)).Single());
        Assert.Contains(shown.Lines, l => l is { Before: "10", After: "1.234,5" });
        var before = await portal.SnapshotAsync();
        await portal.LookAsync(book);
        before.AssertSame(await portal.SnapshotAsync()); // looking writes nothing

        await portal.MustImportAsync(shown);
        var item = (await portal.ReadAsync(Desk.Unit)).Find("XA-04")!;
        Assert.Equal(
            new Dictionary<string, (string?, int)>
            {
                ["XA04.01"] = ("1234", 1),
                ["XA04.02"] = ("1234.5", 2),
                [ItemForm.StatusField] = ("DANG_GIAI_QUYET", 1),
                [ItemForm.NarrativeField] = ("Dòng một\nDòng hai, đã bố trí đất", 1),
                ["thoiHanHoanThanh"] = ("2024-12-31", 1),
            },
            item.Values.ToDictionary(v => v.Path, v => (v.Value, v.Version)));
        Assert.Single(item.Values.Where(v => v.Path != "XA04.02").Select(v => v.Key).Distinct());
        Assert.Equal("2024-07-01", (await portal.ValueAsync(ItemAnswer.Cover, "ngayBaoCao"))!.Value);
    }

    [Fact]
    public async Task A_workbook_that_comes_back_as_it_went_changes_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Desk.Unit);
        await portal.EditAsync(Desk.Unit, "XA-04", "XA04.02", "1234567.25");
        await portal.EditAsync(Desk.Unit, "XA-06", $"{Table}/r1/#", "1");
        await portal.EditAsync(Desk.Unit, "XA-06", $"{Table}/r1/thoiGian", "2024-01-02");
        var shown = await portal.LookAsync(await portal.WorkbookAsync());
        Assert.Empty(shown.Lines);
        Assert.Empty(shown.Refused);
        Assert.Equal(6 * 2 + 3 + 2, shown.Unchanged);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+84 255 3851 234")]
    [InlineData("-1 vụ việc còn lại")]
    [InlineData("@tiep-nhan")]
    [InlineData("_x000D_ là chữ")]
    public async Task A_text_that_looks_like_a_formula_stays_text_out_and_back(string text)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.EditAsync(Desk.Unit, "XA-04", "giaiPhap", text);
        var book = await portal.WorkbookAsync();
        var cell = book.At("XA-04", "Giải pháp khắc phục");
        var at = CellAddress.Parse(cell)!.Value;
        Assert.Equal(new XlsxCell(XlsxKind.Text, text), book.Sheets.Single(s => s.Name == "XA-04").Cells[at]);
        Assert.DoesNotContain(book.Sheets.SelectMany(s => s.Cells.Values), c => c.Kind == XlsxKind.Formula);
        Assert.Empty((await portal.LookAsync(book)).Lines);
        var typed = await portal.LookAsync(book.Type("XA-05", book.At("XA-05", "Giải pháp khắc phục"), text));
        await portal.MustImportAsync(typed);
        Assert.Equal(text, (await portal.ValueAsync("XA-05", "giaiPhap"))!.Value);
    }

    [Fact]
    public async Task Rows_come_change_and_go_and_the_same_file_twice_adds_none_twice()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var row in new[] { "r1", "r2" })
        {
            await portal.EditAsync(Desk.Unit, "XA-06", $"{Table}/{row}/#", row[1..]);
            await portal.EditAsync(Desk.Unit, "XA-06", $"{Table}/{row}/noiDung", $"Lớp {row}");
        }

        var book = await portal.WorkbookAsync();
        book.Clear("XA-06", book.InTable("XA-06", Courses, "Nội dung tập huấn", 1))
            .Type("XA-06", book.InTable("XA-06", Courses, "Nội dung tập huấn", 2), "Lớp hai")
            .Type("XA-06", book.InTable("XA-06", Courses, "Nội dung tập huấn", 5), "Lớp ba")
            .Type("XA-06", book.InTable("XA-06", Courses, Courses, 5), "30/9/2024");
        var shown = await portal.LookAsync(book);
        Assert.Empty(shown.Refused);
        Assert.Equal(3, shown.Lines.Count);
        await portal.MustImportAsync(shown);
        var sheet = (await portal.ReadAsync(Desk.Unit)).Sheet();
        Assert.Equal([("Lớp hai", null), ("Lớp ba", "2024-09-30")], sheet.Rows("XA-06", Table).Select(r => (sheet.Get("XA-06", $"{Table}/{r}/noiDung"), sheet.Get("XA-06", $"{Table}/{r}/thoiGian"))));
        Assert.Empty((await portal.LookAsync(book)).Lines);
    }

    [Fact]
    public async Task A_table_of_two_hundred_rows_goes_out_and_comes_back()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.MustAsync(Desk.Officer, Desk.Unit, Permission.Edit, (s, act, _) =>
            Enumerable.Range(1, 180).SelectMany(n => new[] { ($"{Table}/r{n}/#", $"{n}"), ($"{Table}/r{n}/noiDung", $"Lớp {n}") })
                .Select(c => s.Find("XA-06")!.Edit(s, act, c.Item1, c.Item2, 0, Guid.NewGuid()).Problem).FirstOrDefault(p => p is not null));
        var book = await portal.WorkbookAsync();
        for (var line = 1; line <= 200; line++)
        {
            book.Type("XA-06", book.InTable("XA-06", Courses, "Nội dung tập huấn", line), $"Lớp tập huấn {line}");
        }

        var shown = await portal.LookAsync(book);
        Assert.Empty(shown.Refused);
        Assert.Equal(200, shown.Lines.Count);
        await portal.MustImportAsync(shown);
        var sheet = (await portal.ReadAsync(Desk.Unit)).Sheet();
        Assert.Equal(Enumerable.Range(1, 200).Select(n => $"Lớp tập huấn {n}"), sheet.Rows("XA-06", Table).Select(r => sheet.Get("XA-06", $"{Table}/{r}/noiDung")));
    }

    [Fact]
    public async Task Only_answers_of_open_items_can_be_typed_into_and_choices_are_offered_by_their_words()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Desk.Unit, ItemState.Approved);
        var book = await portal.WorkbookAsync();
        using var document = SpreadsheetDocument.Open(new MemoryStream(book.Bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var open = new List<string>();
        foreach (var sheet in document.WorkbookPart.Workbook.Descendants<Sheet>())
        {
            var worksheet = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet;
            Assert.True(worksheet.GetFirstChild<SheetProtection>()!.Sheet!.Value);
            open.AddRange(worksheet.Descendants<Cell>().Where(c => styles[(int)c.StyleIndex!.Value].Protection?.Locked?.Value == false).Select(c => $"{sheet.Name} {c.CellReference}"));
            Assert.Empty(worksheet.Descendants<CellFormula>());
        }

        Assert.Equal(new[] { "Số, ký hiệu báo cáo của đơn vị", "Ngày báo cáo", "Người ký (chức vụ, họ và tên)" }.Select(l => $"Thông tin chung {book.At("Thông tin chung", l)}"), open);
        var list = Assert.Single(((WorksheetPart)document.WorkbookPart.GetPartById(document.WorkbookPart.Workbook.Descendants<Sheet>().Single(s => s.Name == "XA-01").Id!)).Worksheet.Descendants<DataValidation>());
        Assert.Contains(book.At("XA-01", "Mức độ giải quyết"), list.SequenceOfReferences!.Items.Select(i => i.Value));
        Assert.Contains(book.Sheets.Single(s => s.Name == XlsxWriter.ListSheet).Cells.Values, c => c.Text == "Đã giải quyết dứt điểm");
    }

    [Fact]
    public async Task Taking_a_workbook_out_is_recorded_and_looking_at_it_is_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.LookAsync(await portal.WorkbookAsync());
        await using var db = portal.Open();
        var record = Assert.Single(await db.AccessRecords.ToListAsync());
        Assert.Equal((AccessKind.Exported, TestPortal.Report(Desk.Unit).ToString()), (record.Kind, record.Subject));
    }
}
