using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.Requests;
using Portal.Features.Consolidation;
using Portal.Features.Fill;
using Portal.Features.Requests;
using Portal.Features.Themes;
using Portal.Shared.Fields;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Support;
using Field = Portal.Domain.Requests.Field;

namespace Portal.Tests.Features.Consolidation;

/// <summary>Every number of the report is the one that themes and workbook show, and words come out as they were written.</summary>
[Trait("Engine", "both")]
public sealed class ReportFiguresTests
{
    private static readonly string[] Communes = ["21040", "21043", "21046", "21049"];

    [Fact]
    public async Task Every_total_of_the_file_is_the_total_that_the_themes_show()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var (unit, k) in Communes.Select((u, k) => (u, k)))
        {
            await portal.AcceptedAsync(unit, [.. Figures("G7").Where((f, n) => (n + k) % 4 != 0).Select(f => (f.Item, f.Field.Code, f.Field.Type is FieldType.Boolean ? "true" : Amount(f.Field, k)))]);
        }

        await portal.DraftAsync();
        var file = await portal.FileAsync();
        var compared = 0;
        var themes = (await portal.As(TestPortal.Coordinator).Get<ThemeView>().RunAsync(TestPortal.RequestCode, null)).Value!.Content!.Tabs;
        foreach (var theme in themes)
        {
            foreach (var block in (await portal.As(TestPortal.Coordinator).Get<ThemeView>().RunAsync(TestPortal.RequestCode, theme.Slug)).Value!.Content!.Blocks.Where(b => b.Shared))
            {
                foreach (var table in file.Tables.Where(t => t.Caption == block.Title && t.Rows[^1][1] == "Tổng cộng"))
                {
                    for (var c = 2; c < table.Rows[0].Length; c++)
                    {
                        if (block.Columns.FirstOrDefault(x => table.Rows[0][c] == (x.Unit is { Length: > 0 } u ? $"{x.Label} ({u})" : x.Label)) is { } column)
                        {
                            Assert.Equal(column.Total ?? "-", table.Rows[^1][c]);
                            compared++;
                        }
                    }
                }
            }
        }

        Assert.True(compared > 20, $"{compared} totals compared");
        // And in the body: each line of figures says the annex's total.
        foreach (var (label, total) in file.Tables.Where(t => t.Rows[^1].Length > 2 && t.Rows[^1][1] == "Tổng cộng").SelectMany(t => t.Rows[0].Zip(t.Rows[^1])).Where(c => c.Second is not ("-" or "Tổng cộng" or "")).Select(c => (c.First.Split(" (")[0], c.Second)))
        {
            Assert.All(file.Paragraphs.Where(p => p.StartsWith($"- {label}: ", StringComparison.Ordinal)), p => Assert.Contains(total, p, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Workbook_holds_numbers_as_numbers_and_the_same_totals()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcceptedAsync("21046", ("XA-01", "XA01.01", "1234"), ("XA-04", "XA04.02", "1234.5"), ("XA-01", "XA01.T1/r1/#", "1"), ("XA-01", "XA01.T1/r1/soKyHieu", "=HYPERLINK(\"x\")"), ("XA-01", "XA01.T1/r1/ngayBanHanh", "2024-03-01"), ("XA-01", "XA01.T1/r1/coQuan", "@UBND"), ("XA-01", "XA01.T1/r1/trichYeu", "+ kế hoạch"));
        var file = await portal.As(TestPortal.Coordinator).Get<ReportFigures>().RunAsync(TestPortal.RequestCode, FiguresFormat.Workbook);
        using var book = SpreadsheetDocument.Open(file.Value!.Content, false);
        var names = book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(s => s.Name!.Value).ToList();
        Assert.Equal(["Số liệu theo đơn vị", "Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV", "Phụ lục V", "Phụ lục VI", "Phụ lục VII", "Phụ lục VIII"], names);
        var cells = book.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).ToList();
        Assert.Contains(cells, c => c.CellValue?.Text == "1234" && (c.DataType is null || c.DataType.Value == CellValues.Number));
        Assert.Contains(cells, c => c.CellValue?.Text == "1234.5");
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
        Assert.All(cells.Where(c => c.InnerText.StartsWith("=HYPERLINK", StringComparison.Ordinal)), c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
    }

    [Fact]
    public async Task Csv_has_its_mark_and_one_line_for_each_figure()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcceptedAsync("21046", ("XA-01", "XA01.01", "1234"), ("XA-04", "XA04.02", "1234.5"));
        var file = await portal.As(TestPortal.Coordinator).Get<ReportFigures>().RunAsync(TestPortal.RequestCode, FiguresFormat.Csv);
        var bytes = ((MemoryStream)file.Value!.Content).ToArray();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, l => l.StartsWith("XA-21046;UBND xã Bình Thạnh;XA-01;XA01.01;", StringComparison.Ordinal) && l.EndsWith(";1234", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains(";XA04.02;", StringComparison.Ordinal) && l.EndsWith(";1234,5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_and_long_words_come_out_as_a_person_reads_them()
    {
        await using var portal = await TestPortal.CreateAsync();
        var longest = string.Join(' ', Enumerable.Range(0, 4000).Select(k => $"câu{k % 10}"))[..19_990] + " hết.";
        const string nfd = "Ke\u0302\u0301 hoa\u0323ch ]]> <b>&amp; \u202Engược\u202C đã xong.";
        await portal.AcceptedAsync("21046", ("XA-01", ItemForm.NarrativeField, longest), ("XA-02", ItemForm.NarrativeField, nfd + " Câu này đủ dài để được nhận."));
        await portal.DraftAsync();
        var file = await portal.FileAsync();
        var text = string.Join('\n', file.Paragraphs);
        Assert.Contains(longest[..^1], text, StringComparison.Ordinal);
        Assert.Contains("Kế hoạch ]]> <b>&amp; ngược đã xong", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', text);

        var block = (await portal.LookAsync()).Blocks.First(b => b.Recipe.Kind is BlockKind.Text);
        var typed = "Dòng\u0000 một\u0008\u001F ]]>\r\n- ý\u200F thứ nhất;\n- " + new string('đ', 50_000);
        Assert.Null((await portal.As(TestPortal.Coordinator).Get<SaveBlocks>().RunAsync(TestPortal.RequestCode, [new($"{block.Id}", typed, block.Version, Guid.NewGuid())])).Value!.Single().Problem);
        var again = await portal.FileAsync();
        Assert.Contains("Dòng một ]]>", again.Paragraphs);
        Assert.Contains("- ý thứ nhất;", again.Paragraphs);
        Assert.Contains(again.Paragraphs, p => p.Count(c => c == 'đ') == 50_000);
    }

    [Fact]
    public async Task Answer_as_long_as_a_raised_limit_allows_is_quoted_whole_and_one_character_more_is_refused()
    {
        await using var portal = await TestPortal.CreateAsync();
        var amended = await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, AmendedLetter.New.Lengthen(ItemForm.NarrativeField, 50_000).Json, new("Công văn 99/UBND-VX", null, false, null), (await portal.ReadAsync("21046")).Request.Version, Guid.NewGuid());
        Assert.True(amended.Ok, amended.Problem?.Text);
        var longest = string.Concat(Enumerable.Range(0, 10_000).Select(k => $"chữ{k % 10} "))[..49_996] + "hết.";
        async Task<Problem?> TypeAsync(string text) =>
            (await portal.As("21046.canbo").Get<SaveFields>().RunAsync(TestPortal.Report("21046"), "XA-01", [new FieldPatch(ItemForm.NarrativeField, text, 0, Guid.NewGuid())])).Value!.Single().Problem;
        Assert.Equal(50_000, longest.Length);
        Assert.NotNull(await TypeAsync(longest + "!"));
        Assert.Null(await TypeAsync(longest));
        await portal.AcceptedAsync("21046", ("XA-01", ItemForm.NarrativeField, longest));
        await portal.DraftAsync();
        var inserted = await portal.As(TestPortal.Coordinator).Get<InsertBlock>().RunAsync(TestPortal.RequestCode, null, new(BlockKind.Quote) { Items = ["XA-01"], Fields = [ItemForm.NarrativeField], UnitCode = "XA-21046" }, "", Guid.NewGuid());
        Assert.True(inserted.Ok, inserted.Problem?.Text);
        Assert.Contains((await portal.FileAsync()).Paragraphs, p => p.StartsWith(longest[..^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_waits_for_the_file_is_told_how_far_it_is_and_then_no_more()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.DraftAsync();
        var (seen, me) = (new List<(int Done, int All)?>(), await portal.LookAsync());
        var making = portal.As(TestPortal.Coordinator).Get<MakingReports>();
        using (making.Listen(() => seen.Add(making[me.RequestId, me.Me])))
        {
            await portal.FileAsync();
        }

        Assert.Equal([(0, 0), .. Enumerable.Range(1, 28).Select(k => ((int, int)?)(k, 28)), null], seen);
    }

    [Fact]
    public async Task Unit_that_sent_nothing_is_named_and_counted()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcceptedAsync("21046");
        await portal.SentAsync("21049");
        await portal.DraftAsync();
        var file = await portal.FileAsync();
        var sending = file.Tables.First(t => t.Caption == "Tình hình gửi báo cáo").Rows;
        Assert.Equal((29, "Gửi đúng hạn", "Chưa gửi"), (sending.Count, sending.Single(r => r[1].EndsWith("Bình Thạnh", StringComparison.Ordinal))[4], sending.Single(r => r[1].EndsWith("Bình Châu", StringComparison.Ordinal))[4]));
        Assert.Contains(file.Paragraphs, p => p.StartsWith("Có 28 đơn vị phải báo cáo; 2 đơn vị đã gửi báo cáo; 2 đơn vị gửi đúng hạn. Đã tiếp nhận 6/140", StringComparison.Ordinal));
        var named = file.Paragraphs.Single(p => p.StartsWith("Có 26 đơn vị chưa gửi báo cáo", StringComparison.Ordinal));
        Assert.Contains("UBND xã Bình Châu", named, StringComparison.Ordinal);
        Assert.Contains(file.Paragraphs, p => p.StartsWith("Nội dung chưa được tiếp nhận", StringComparison.Ordinal) && p.Contains("UBND xã Bình Đông (XA-01, XA-02, XA-03, XA-04, XA-05, XA-06)", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Item, Field Field)> Figures(string groupCode) =>
        from item in BinhSonLetter.Request.Items
        where item.GroupCode == groupCode && item.Kind is ItemKind.Report
        from field in BinhSonLetter.Request.Template.Form(item.Code)!.Fields
        where field.IsIndicator && (field.IsNumber || field.Type is FieldType.Boolean)
        select (item.Code, field);

    // Figures that no rule of the letter forbids: parts as large as their whole, and those trained as many as both kinds together.
    private static string Amount(Field field, int unit) => $"{(unit + 4) * (field.Code == "XA06.02" ? 2 : 1)}";
}
