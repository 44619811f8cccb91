using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.App;
using Portal.Demo;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Consolidation;
using Portal.Features.Evidence;
using Portal.Platform.Files;
using Portal.Tests.Features.Consolidation;
using Portal.Tests.Platform.Documents.Letters;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>Everything of one request as one archive: all of it is there, and all of it can be checked with nothing but the archive.</summary>
[Trait("Engine", "both")]
public sealed class RequestArchiveTests
{
    private const string Unit = "21046", Other = "21091", Code = TestPortal.RequestCode, Leader = "lanhdao", Log = "Nhật ký sự kiện.csv", Register = "Danh mục văn bản minh chứng.xlsx", Warning = "CẢNH BÁO.txt", Sums = "SHA256SUMS";
    private static readonly byte[] Plan = Made.Pdf(300_000), Photo = Made.Png(3, 4), Secret = Made.Pdf(5_000), SentUp = SamplePdf.Write("Báo cáo", ["Số: 125/BC-UBND"]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leader_gets_report_units_reports_evidence_register_log_and_hashes()
    {
        await using var portal = await AcceptedAsync();
        await ApprovedAsync(portal);
        await using var web = await WebPortal.StartAsync(portal);
        using var browser = web.Browser(portal.As(Leader).PersonId);

        using var answer = await browser.GetAsync(Urls.WholeArchive(Code), Ct);
        Assert.Equal((HttpStatusCode.OK, $"Hồ sơ {Code}.zip"), (answer.StatusCode, answer.Content.Headers.ContentDisposition!.FileNameStar));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));

        Assert.Equal(
        [
            "ĐỌC TRƯỚC.txt", Log, "Báo cáo tổng hợp/Báo cáo tổng hợp bản 1 (Đã duyệt).docx", "Báo cáo tổng hợp/Đã gửi cấp trên/125-BC-UBND bao-cao-da-ky.pdf",
            "Báo cáo của đơn vị/21046 Bình Thạnh.docx", "Báo cáo của đơn vị/21091 Bình Thanh.docx",
            "Minh chứng/21046 Bình Thạnh/XA-01/001 Kế hoạch.pdf", "Minh chứng/21046 Bình Thạnh/XA-04/001 Kế hoạch.pdf", "Minh chứng/21046 Bình Thạnh/XA-04/002 mật.pdf", "Minh chứng/21091 Bình Thanh/XA-04/003 ảnh.png", Register, Sums,
        ], zip.Entries.Select(e => Short(e.FullName)));
        Assert.Equal([TestPortal.Hash(Plan), TestPortal.Hash(Plan), TestPortal.Hash(Secret), TestPortal.Hash(Photo)], zip.Entries.Where(e => e.FullName.StartsWith("Minh chứng/", StringComparison.Ordinal)).Select(e => TestPortal.Hash(Bytes(e))));
        Assert.Equal([(await portal.LookAsync()).Versions.Single().File, TestPortal.Hash(SentUp)], zip.Entries.Skip(2).Take(2).Select(e => TestPortal.Hash(Bytes(e))));
        AssertSums(zip);

        foreach (var letter in zip.Entries.Where(e => e.FullName.StartsWith("Báo cáo của đơn vị/", StringComparison.Ordinal)))
        {
            Assert.Equal([], LayoutChecker.Check(new MemoryStream(Bytes(letter))));
        }

        var rows = ReadRegister.Rows(Bytes(zip.GetEntry(Register)!));
        Assert.Equal(["Kế hoạch.pdf", "mật.pdf", "ảnh.png"], rows.Skip(1).Select(r => r[6]));
        Assert.All(rows.Skip(1).SelectMany(r => r[9].Split('\n')), path => Assert.NotNull(zip.GetEntry(path)));
        var words = Text(zip, "ĐỌC TRƯỚC.txt");
        Assert.All(zip.Entries.Select(e => e.FullName.Split('/')[0]).Distinct().Skip(1), name => Assert.Contains(name, words, StringComparison.Ordinal));
        Assert.Contains($"YÊU CẦU BÁO CÁO {Code}\r\n", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpacked_it_is_found_whole_by_sha256sum()
    {
        await using var portal = await AcceptedAsync();
        using var folder = new TemporaryFolder();
        using (var zip = await WriteAsync(portal, TestPortal.Coordinator))
        {
            await zip.ExtractToDirectoryAsync(folder.Path, Ct);
        }

        using var check = Process.Start(new ProcessStartInfo("sha256sum", ["--check", "--strict", "--quiet", Sums]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await check.StandardOutput.ReadToEndAsync(Ct) + await check.StandardError.ReadToEndAsync(Ct);
        await check.WaitForExitAsync(Ct);
        Assert.Equal((0, ""), (check.ExitCode, said));
    }

    [Fact]
    public async Task Log_recomputes_from_its_own_rows_to_the_last_hash()
    {
        await using var portal = await AcceptedAsync();
        await ApprovedAsync(portal);
        await using var db = portal.Open();
        var events = await db.Events.OrderBy(e => e.Number).ToListAsync(Ct);

        using var zip = await WriteAsync(portal, Leader);
        var rows = LogRows(zip);

        AssertChain(rows);
        Assert.All(rows, r => Assert.NotEqual("", r[11]));
        Assert.Equal(events.Select(e => (e.Number, e.Hash)), rows.Select(r => (long.Parse(r[0]), r[9])));
        Assert.Equal(SubmissionEvent.Genesis, rows[0][10]);
        var sent = rows.First(r => r[4] == "Gửi báo cáo" && r[6] == "XA-01");
        var at = events.Single(e => e.Number == long.Parse(sent[0])).At.ToOffset(TimeSpan.FromHours(7));
        Assert.Equal(($"01/7/2024 {at:HH:mm:ss}", "", "UBND xã Bình Thạnh", "Lãnh đạo đơn vị đã duyệt → Đã gửi"), (sent[1], sent[3], sent[5], sent[7]));
        Assert.StartsWith("21046.thutruong · ", sent[2], StringComparison.Ordinal);
        Assert.Equal((await portal.ReadAsync(Unit)).Find("XA-01")!.CurrentVersion!.Hash, sent[8]);
    }

    [Fact]
    public async Task Coordinator_is_told_no_more_of_units_drafts_than_elsewhere_and_the_chain_still_links()
    {
        await using var portal = await AcceptedAsync();
        await using var db = portal.Open();
        var events = await db.Events.OrderBy(e => e.Number).ToListAsync(Ct);

        using var zip = await WriteAsync(portal, TestPortal.Coordinator);
        var rows = LogRows(zip);

        AssertChain(rows);
        Assert.Equal(events.Select(e => TrailEntry.OfDrafts.Contains(e.Verb)), rows.Select(r => r[11] == ""));
        Assert.All(rows.Where(r => r[11] == ""), r => Assert.Equal("Việc riêng của đơn vị khi soạn báo cáo", string.Concat(r[1..9])));
        Assert.Equal(events[^1].Hash, rows[^1][9]);
    }

    [Fact]
    public async Task Before_a_version_the_draft_stands_in_its_place_and_afterwards_every_version_with_its_state()
    {
        await using var portal = await AcceptedAsync();
        using (var zip = await WriteAsync(portal, TestPortal.Coordinator))
        {
            var draft = Assert.Single(zip.Entries, e => e.FullName.StartsWith("Báo cáo tổng hợp/", StringComparison.Ordinal));
            Assert.Equal($"Dự thảo báo cáo tổng hợp {Code}.docx", draft.Name);
            Assert.NotEmpty(ComposedPortal.Read(new MemoryStream(Bytes(draft))).Paragraphs);
        }

        await portal.DraftAsync();
        Assert.Null(await portal.SubmitAsync());
        Assert.Null(await portal.SubmitAsync());
        using var later = await WriteAsync(portal, TestPortal.Coordinator);
        Assert.Equal(["Báo cáo tổng hợp bản 1 (Đã thay bằng bản sau).docx", "Báo cáo tổng hợp bản 2 (Chờ lãnh đạo duyệt).docx"],
            later.Entries.Where(e => e.FullName.StartsWith("Báo cáo tổng hợp/", StringComparison.Ordinal)).Select(e => e.Name));
    }

    [Fact]
    public async Task What_the_store_lost_is_named_and_the_rest_arrives()
    {
        await using var portal = await AcceptedAsync();
        await ApprovedAsync(portal);
        var store = portal.Services.GetRequiredService<EvidenceStore>();
        var version = (await portal.LookAsync()).Versions.Single().File;
        File.Delete(store.PathOf(TestPortal.Hash(Secret)));
        File.Delete(store.PathOf(version));
        await File.AppendAllTextAsync(store.PathOf(TestPortal.Hash(SentUp)), "x", Ct);

        using var zip = await WriteAsync(portal, Leader);

        var warning = Text(zip, Warning);
        Assert.All(["bản 1 (Đã duyệt).docx: Không đọc được", "125-BC-UBND bao-cao-da-ky.pdf: Nội dung tệp", "002 mật.pdf: Không đọc được"], named => Assert.Contains(named, warning, StringComparison.Ordinal));
        Assert.Equal(5, warning.Trim().Split("\r\n").Length); // the lead, a blank, three files
        Assert.DoesNotContain(zip.Entries, e => e.Name.Contains("(Đã duyệt)", StringComparison.Ordinal) || e.Name == "002 mật.pdf");
        Assert.Contains(zip.Entries, e => e.Name == "001 Kế hoạch.pdf");
        AssertSums(zip);
    }

    [Fact]
    public async Task Only_coordinators_of_the_request_and_leaders_get_it()
    {
        await using var portal = await AcceptedAsync();
        foreach (var (who, code, expected) in new[]
        {
            ("quansat", Code, nameof(Problems.OnlyTheCoordinator)), ($"{Unit}.canbo", Code, nameof(Problems.OnlyTheCoordinator)), ($"{Unit}.thutruong", Code, nameof(Problems.OnlyTheCoordinator)),
            ("quantri", Code, nameof(Problems.NotFound)), (TestPortal.Coordinator, "KHONG-CO", nameof(Problems.NotFound)), (TestPortal.Coordinator, Code, null), (Leader, Code, null),
        })
        {
            Assert.Equal((who, expected), (who, (await portal.As(who).Get<RequestArchive>().RunAsync(code)).Problem?.Code));
        }

        await using var web = await WebPortal.StartAsync(portal);
        foreach (var (who, offered) in new[] { (TestPortal.Coordinator, true), (Leader, true), ("quansat", false), ($"{Unit}.canbo", false) })
        {
            using var browser = web.Browser(portal.As(who).PersonId);
            Assert.Equal((who, offered), (who, (await browser.GetStringAsync(Urls.Request(Code), Ct)).Contains(Urls.WholeArchive(Code), StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Export_and_each_restricted_document_leave_a_record()
    {
        await using var portal = await AcceptedAsync();
        var secret = (await portal.ReadAsync(Unit)).Answers.SelectMany(a => a.Links).Single(l => l.Document.Restricted).DocumentId;
        Assert.True((await portal.As(Leader).Get<RequestArchive>().RunAsync(Code)).Ok);

        await using var db = portal.Open();
        Assert.Equal([(AccessKind.OpenedRestricted, $"{TestPortal.Report(Unit)}/{secret}"), (AccessKind.Exported, Code)],
            (await db.AccessRecords.Where(r => r.Surface == nameof(RequestArchive)).OrderBy(r => r.Number).ToListAsync(Ct)).Select(r => (r.Kind, r.Subject!)));
    }

    /// <summary>Two communes with confusable names were accepted, with documents, one of them restricted; a third has only begun.</summary>
    private static async Task<TestPortal> AcceptedAsync()
    {
        var portal = await TestPortal.CreateAsync();
        await portal.EvidenceAsync(Unit, "Kế hoạch.pdf", Plan, restricted: false, "XA-01", "XA-04");
        await portal.EvidenceAsync(Unit, "mật.pdf", Secret, restricted: true, "XA-04");
        await portal.EvidenceAsync(Other, "ảnh.png", Photo, restricted: false, "XA-04");
        await portal.EvidenceAsync("21055", "nháp.pdf", Made.Pdf(77), restricted: false, "XA-04");
        await portal.BringAsync(Unit, ItemState.Accepted);
        await portal.BringAsync(Other, ItemState.Sent);
        return portal;
    }

    /// <summary>The consolidated report was approved and sent up.</summary>
    private static async Task ApprovedAsync(TestPortal portal)
    {
        await portal.DraftAsync();
        Assert.Null(await portal.SubmitAsync());
        var file = (await portal.LookAsync()).Versions.Single().File;
        Assert.Null(await portal.As(Leader).Get<ApproveReport>().RunAsync(Code, 1, file, Guid.NewGuid()));
        var coordinator = portal.As(TestPortal.Coordinator);
        var brought = await coordinator.Get<BringSentFile>().RunAsync(Code, "bao-cao-da-ky.pdf", new MemoryStream(SentUp), Ct);
        Assert.Null(await coordinator.Get<RecordSending>().RunAsync(Code, 1, "125/BC-UBND", new(2024, 7, 1), SendingWay.DocumentSystem, brought.Value, Guid.NewGuid()));
    }

    private static async Task<ZipArchive> WriteAsync(TestPortal portal, string who)
    {
        var content = await portal.As(who).Get<RequestArchive>().RunAsync(Code);
        Assert.True(content.Ok, content.Problem?.Text);
        var output = new MemoryStream();
        await portal.Services.GetRequiredService<ArchiveStream>().WriteAsync(content.Value!, output, Ct);
        return new(output);
    }

    /// <summary>Every entry but the list itself stands in the list with the hash of its bytes.</summary>
    private static void AssertSums(ZipArchive zip)
    {
        Assert.Equal(Sums, zip.Entries[^1].FullName);
        Assert.Equal(zip.Entries.SkipLast(1).Select(e => $"{TestPortal.Hash(Bytes(e))}  {e.FullName}"), Encoding.UTF8.GetString(Bytes(zip.Entries[^1])).TrimEnd('\n').Split('\n'));
    }

    private static void AssertChain(IReadOnlyList<string[]> rows)
    {
        foreach (var row in rows.Where(r => r[11] != ""))
        {
            Assert.Equal(row[9], TestPortal.Hash(Encoding.UTF8.GetBytes(row[11])));
            Assert.Equal([row[10], row[0]], row[11].Split('|')[..2]);
        }

        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(pair.First[9], pair.Second[10]));
    }

    private static IReadOnlyList<string[]> LogRows(ZipArchive zip)
    {
        var rows = Text(zip, Log).TrimEnd('\n', '\r').Split("\r\n").Select(l => l.Split(';')).ToList();
        Assert.Equal(["Số", "Thời điểm (UTC+7)", "Người", "Làm thay", "Việc", "Đơn vị", "Nội dung", "Trạng thái", "Mã băm nội dung", "Mã băm sự kiện", "Mã băm sự kiện trước", "Chuỗi được băm"], rows[0]);
        Assert.All(rows, r => Assert.Equal(12, r.Length));
        return rows[1..];
    }

    // The item's title in the folder's name is the letter's matter.
    private static string Short(string path) => path.Split('/') is ["Minh chứng", var unit, var item, .. var rest] ? string.Join('/', ["Minh chứng", unit, item.Split(' ')[0], .. rest]) : path;

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
