using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Reports;
using Portal.Features.Requests;
using Portal.Platform.Documents;
using Portal.Tests.Platform.Documents.Letters;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>A unit's report and a receipt as letters: what was sent, as the reader may know it, in the layout of the decree.</summary>
[Trait("Engine", "both")]
public sealed class ReportLetterTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Observer = "quansat", Hidden = "không hiển thị";

    [Fact]
    public async Task Every_figure_in_the_letter_is_the_one_that_was_sent()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SendAsync(portal, Unit, ("XA-01", "XA01.01", "1234"), ("XA-01", "XA01.03", "0"), ("XA-06", "XA06.04", "987654321"),
            ("XA-06", "XA06.T1/r1/#", "1"), ("XA-06", "XA06.T1/r1/noiDung", "Kỹ năng bảo vệ trẻ em"), ("XA-06", "XA06.T1/r1/donVi", "UBND xã"), ("XA-06", "XA06.T1/r1/soNguoi", "1050"), ("XA-06", "XA06.T1/r1/thoiGian", "2024-05-03"));

        var (letter, tables, _) = await OpenAsync(portal, Officer, Unit);
        var report = await portal.ReadAsync(Unit);
        var forms = portal.Services.GetRequiredService<FormCatalog>();
        foreach (var item in report.Items)
        {
            var form = (await forms.FormAsync(report.RequestId, item.ItemCode, item.CurrentVersion!.FormVersion))!;
            var figures = form.Fields.Where(f => f.IsNumber).Select(f => f.Label).ToHashSet();
            var sent = form.Fields.Where(f => f.IsNumber).Select(f => (f.Label, Value: item.CurrentVersion.Content.Values.TryGetValue(f.Code, out var value) ? FieldInput.Show(f, value) : "–"));
            var title = (await forms.OfAsync(report.RequestId, 1)).Items.Single(i => i.Code == item.ItemCode).Title;
            Assert.Equal(sent, tables.GetValueOrDefault($"Số liệu: {title}", []).Where(r => figures.Contains(r[1])).Select(r => (r[1], r[3])));
        }

        Assert.Equal([["STT", "Thời gian tổ chức", "Nội dung tập huấn", "Đơn vị tổ chức/chủ trì", "Số người tham dự (lượt người)"], ["1", "03/5/2024", "Kỹ năng bảo vệ trẻ em", "UBND xã", "1.050"]], tables["Danh mục lớp tập huấn"]);
        Assert.Equal(["ỦY BAN NHÂN DÂN", "XÃ BÌNH THẠNH"], letter.Issuer);
        Assert.Equal(("Bình Thạnh", "Báo cáo"), (letter.Place, letter.Kind));
        Assert.Equal((1, 7, 2024), (letter.Date.Day, letter.Date.Month, letter.Date.Year));
        Assert.Equal((null, "Chủ tịch UBND xã", null), (letter.Number, letter.SignerTitle, letter.SignerName));
    }

    [Fact]
    public async Task Number_and_signer_of_the_cover_stand_in_the_letter_and_paragraphs_are_kept()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SendAsync(portal, Unit, (ItemForm.CoverCode, "soKyHieuBaoCao", "35/BC-UBND"), (ItemForm.CoverCode, "nguoiKy", "Phó Chủ tịch, Trần Văn Bình"), (ItemForm.CoverCode, "danhGiaChung", "Đã làm đủ./."),
            ("XA-01", ItemForm.NarrativeField, "Đoạn một của kết quả thực hiện trong kỳ.\n\nĐoạn hai của kết quả.\r\nĐoạn ba./."), ("XA-01", "khoKhanVuongMac", "Thiếu kinh phí."));

        var (letter, _, paragraphs) = await OpenAsync(portal, Officer, Unit);
        Assert.Equal((35, "BC-UBND", "Phó Chủ tịch", "Trần Văn Bình"), (letter.Number, letter.Symbol, letter.SignerTitle, letter.SignerName));
        Assert.Contains("Số: 35/BC-UBND", paragraphs);
        Assert.Equal(["Đoạn một của kết quả thực hiện trong kỳ.", "Đoạn hai của kết quả.", "Đoạn ba.", "Khó khăn, vướng mắc và nguyên nhân: Thiếu kinh phí."],
            paragraphs.SkipWhile(p => !p.StartsWith("Đoạn một", StringComparison.Ordinal)).Take(4));
        Assert.Equal("Đã làm đủ.", paragraphs[paragraphs.ToList().IndexOf("II. ĐÁNH GIÁ CHUNG") + 1]);
    }

    [Fact]
    public async Task Who_only_watches_is_told_no_sensitive_figure()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SendAsync(portal, "cah", ("CA-02", "CA02.01", "11"), ("CA-02", "CA02.02", "11"), ("CA-02", "CA02.06", "77701"), ("CA-02", "CA02.07", "77700"));

        var watched = (await OpenAsync(portal, Observer, "cah")).Tables.Values.SelectMany(t => t).Select(r => r[^1]).ToList();
        Assert.Equal(5, watched.Count(v => v == Hidden));
        Assert.DoesNotContain(watched, v => v.StartsWith("77.70", StringComparison.Ordinal));
        Assert.Contains("11", watched);
        foreach (var user in new[] { TestPortal.Coordinator, "lanhdao", "cah.thutruong" })
        {
            var seen = (await OpenAsync(portal, user, "cah")).Tables.Values.SelectMany(t => t).Select(r => r[^1]).ToList();
            Assert.Contains("77.701", seen);
            Assert.DoesNotContain(Hidden, seen);
        }
    }

    [Fact]
    public async Task Restricted_document_is_listed_only_for_who_may_know_of_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var secret = await portal.AttachAsync(Unit, "XA-01");
        await portal.AttachAsync(Unit, "XA-02");
        await using (var db = portal.Open())
        {
            await db.Documents.Where(d => d.Id == secret).ExecuteUpdateAsync(set => set.SetProperty(d => d.Restricted, true));
        }

        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Equal([["1", "", "", "", "Ảnh chụp buổi làm việc", "2"]], await ListedAsync(Observer));
        Assert.Equal([["1", "", "", "", "Ảnh chụp buổi làm việc (văn bản hạn chế)", "1"], ["2", "", "", "", "Ảnh chụp buổi làm việc", "2"]], await ListedAsync("lanhdao"));
        Assert.Equal(1, (await ReceiptAsync(Observer)).Count(r => r[2] == new string('a', 64)));
        Assert.Equal(2, (await ReceiptAsync(Officer)).Count(r => r[2] == new string('a', 64)));

        async Task<IEnumerable<string[]>> ListedAsync(string user) => (await OpenAsync(portal, user, Unit)).Tables["Danh mục văn bản minh chứng"].Skip(1);

        async Task<IReadOnlyList<string[]>> ReceiptAsync(string user) => Read((await portal.As(user).Get<ReceiptLetter>().RunAsync(TestPortal.Report(Unit), 1)).Value!).Tables["Nội dung đã gửi"];
    }

    [Fact]
    public async Task Another_unit_is_told_nothing_and_neither_is_anybody_before_the_sending()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        foreach (var user in new[] { Officer, TestPortal.Coordinator })
        {
            Assert.Equal(nameof(Problems.NotFound), (await portal.As(user).Get<UnitReportLetter>().RunAsync(TestPortal.Report(Unit))).Problem?.Code);
            Assert.Equal(nameof(Problems.NotFound), (await portal.As(user).Get<ReceiptLetter>().RunAsync(TestPortal.Report(Unit), 1)).Problem?.Code);
        }

        await portal.SignOffAsync(Unit);
        Assert.Equal(nameof(Problems.NotFound), (await portal.As("21049.canbo").Get<UnitReportLetter>().RunAsync(TestPortal.Report(Unit))).Problem?.Code);
        Assert.Equal(nameof(Problems.NotFound), (await portal.As("21049.canbo").Get<ReceiptLetter>().RunAsync(TestPortal.Report(Unit), 1)).Problem?.Code);
    }

    [Fact]
    public async Task The_letter_is_of_what_was_sent_not_of_the_working_copy_and_by_the_form_it_was_sent_by()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SendAsync(portal, Unit, ("XA-01", "XA01.05", "41"));
        await portal.ReturnAsync(Unit, "XA-01");
        await portal.EditAsync(Unit, "XA-01", "XA01.05", "42");
        var before = (await OpenAsync(portal, Officer, Unit)).Tables["Số liệu: Lãnh đạo, chỉ đạo"];
        Assert.Equal("41", before[5][3]);

        var amended = await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, AmendedLetter.New.RemoveField("XA-01", "XA01.05").Json,
            new("Bớt chỉ tiêu", null, false, null), (await portal.ReadAsync(Unit)).Request.Version, Guid.NewGuid());
        Assert.True(amended.Ok, amended.Problem?.Text);
        Assert.Equal(before, (await OpenAsync(portal, Officer, Unit)).Tables["Số liệu: Lãnh đạo, chỉ đạo"]);
    }

    [Fact]
    public async Task Taking_them_out_is_recorded()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        await OpenAsync(portal, Observer, Unit);
        await portal.As(Observer).Get<ReceiptLetter>().RunAsync(TestPortal.Report(Unit), 1);

        await using var db = portal.Open();
        Assert.Equal([(nameof(UnitReportLetter), TestPortal.Report(Unit).ToString()), (nameof(ReceiptLetter), TestPortal.Report(Unit).ToString())],
            (await db.AccessRecords.Where(r => r.Kind == AccessKind.Exported).OrderBy(r => r.Number).ToListAsync()).Select(r => (r.Surface, r.Subject!)));
    }

    [Fact]
    public async Task The_receipt_says_what_its_page_says()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AttachAsync(Unit, "XA-01");
        await portal.BringAsync(Unit, ItemState.Sent);
        var receipt = (await portal.As(Officer).Get<Receipt>().RunAsync(TestPortal.Report(Unit), 1)).Value!;

        var (letter, tables, paragraphs) = Read((await portal.As(Officer).Get<ReceiptLetter>().RunAsync(TestPortal.Report(Unit), 1)).Value!);
        var facts = tables["Thông tin về lần gửi"].Skip(1).ToDictionary(r => r[0], r => r[1]);
        Assert.Equal((receipt.Number, receipt.PackageHash, receipt.SentBy), (facts["Số biên nhận"], facts["Mã băm lần trình (SHA-256)"], facts["Người gửi"]));
        Assert.Contains(receipt.SignedBy, facts["Người duyệt"]);
        Assert.Equal(receipt.Items.SelectMany(i => i.Documents.Select(d => d.Sha256).Prepend(i.Hash)), tables["Nội dung đã gửi"].Skip(1).Select(r => r[2]));
        Assert.Equal(("UBND HUYỆN BÌNH SƠN", null), (letter.IssuerParent, letter.Number));
        Assert.EndsWith("./.", paragraphs.Last(p => p.StartsWith("Biên nhận do", StringComparison.Ordinal)));
    }

    private static async Task SendAsync(TestPortal portal, string unit, params (string Item, string Path, string Value)[] values)
    {
        await portal.FillAsync(unit);
        foreach (var (item, path, value) in values)
        {
            await portal.EditAsync(unit, item, path, value);
        }

        await portal.SendUpAsync(unit);
        await portal.SignOffAsync(unit);
    }

    private static async Task<Made> OpenAsync(TestPortal portal, string user, string unit)
    {
        var made = await portal.As(user).Get<UnitReportLetter>().RunAsync(TestPortal.Report(unit));
        Assert.True(made.Ok, made.Problem?.Text);
        return Read(made.Value!);
    }

    private static Made Read(ReportLetterFile file)
    {
        using var docx = new MemoryStream();
        WordWriter.Write(file.Letter, docx);
        docx.Position = 0;
        Assert.Equal([], LayoutChecker.Check(docx));
        docx.Position = 0;
        using var document = WordprocessingDocument.Open(docx, false);
        var body = document.MainDocumentPart!.Document!.Body!;
        return new(file.Letter, body.Elements<Table>().GroupBy(t => t.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value!)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string[]>)[.. g.First().Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => c.InnerText).ToArray())]), [.. body.Descendants<Paragraph>().Select(p => p.InnerText)]);
    }

    private sealed record Made(Portal.Domain.Letters.OfficialLetter Letter, IReadOnlyDictionary<string, IReadOnlyList<string[]>> Tables, IReadOnlyList<string> Paragraphs);
}
