using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>All evidence as an archive, over the running portal: who gets which documents.</summary>
[Trait("Engine", "both")]
public sealed class ArchiveTests
{
    private const string Other = "21091", Unit = "21046", RegisterName = "Danh mục văn bản minh chứng.xlsx";
    private static readonly byte[] Plan = Made.Pdf(400_000), Photo = Made.Png(3, 4), Secret = Made.Pdf(5_000), Draft = Made.Pdf(77);

    [Fact]
    public async Task Coordinator_gets_what_was_sent_of_every_unit_with_its_register()
    {
        await using var portal = await SentAsync();
        await using var web = await WebPortal.StartAsync(portal);

        var got = await GetAsync(portal, web, TestPortal.Coordinator, Urls.Archive(TestPortal.RequestCode));

        Assert.Equal(
        [
            ("21046 Bình Thạnh/XA-01", "001 Kế hoạch.pdf", TestPortal.Hash(Plan)), ("21046 Bình Thạnh/XA-04", "001 Kế hoạch.pdf", TestPortal.Hash(Plan)),
            ("21046 Bình Thạnh/XA-04", "002 mật.pdf", TestPortal.Hash(Secret)), ("21091 Bình Thanh/XA-04", "003 ảnh.png", TestPortal.Hash(Photo)),
        ], got.Files);
        Assert.Equal(
            [("1", "Bình Thạnh", "XA-01, XA-04", "Kế hoạch.pdf"), ("2", "Bình Thạnh", "XA-04", "mật.pdf"), ("3", "Bình Thanh", "XA-04", "ảnh.png")],
            got.Register.Skip(1).Select(r => (r[0], r[1], r[2], r[6])));
    }

    [Fact]
    public async Task Each_person_gets_what_the_rights_say_and_no_more()
    {
        await using var portal = await SentAsync();
        await using var web = await WebPortal.StartAsync(portal);
        var (request, unit) = (Urls.Archive(TestPortal.RequestCode), Urls.Archive(TestPortal.Report(Unit)));

        Assert.Equal(["Kế hoạch.pdf", "mật.pdf", "ảnh.png"], await NamesAsync(portal, web, "lanhdao", request));
        Assert.Equal(["Kế hoạch.pdf", "ảnh.png"], await NamesAsync(portal, web, "quansat", request));
        Assert.Equal(["Kế hoạch.pdf"], await NamesAsync(portal, web, "quansat", unit));
        Assert.Equal(["Kế hoạch.pdf", "mật.pdf"], await NamesAsync(portal, web, $"{Unit}.canbo", request)); // of the request, his unit's part
        Assert.Equal(["Kế hoạch.pdf", "mật.pdf"], await NamesAsync(portal, web, $"{Unit}.thutruong", unit));
        Assert.Equal(["Kế hoạch.pdf"], await NamesAsync(portal, web, $"{Unit}.canbo", Urls.Archive(TestPortal.Report(Unit), "XA-01")));
        Assert.Equal([], await NamesAsync(portal, web, "quansat", Urls.Archive(TestPortal.Report(Unit), "XA-02")));
        foreach (var (who, address) in new[]
        {
            ($"{Other}.canbo", unit), ("quantri", unit), ("quantri", request), ("p-ldtbxh.canbo", unit),
            (TestPortal.Coordinator, Urls.Archive(TestPortal.Report(Unit), "LD-01")), (TestPortal.Coordinator, Urls.Archive(TestPortal.Report(Unit), ItemAnswer.Cover)), (TestPortal.Coordinator, Urls.Archive("KHONG-CO")),
        })
        {
            using var browser = web.Browser(portal.As(who).PersonId);
            using var answer = await browser.GetAsync(address);
            Assert.Equal((who, address, HttpStatusCode.NotFound), (who, address, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Returned_item_gives_the_unit_its_working_copy_and_the_others_what_was_sent()
    {
        await using var portal = await SentAsync();
        await portal.ReturnAsync(Unit, "XA-04");
        await portal.EvidenceAsync(Unit, "mới.pdf", Draft, restricted: false, "XA-04");
        await using var web = await WebPortal.StartAsync(portal);
        var address = Urls.Archive(TestPortal.Report(Unit), "XA-04");

        Assert.Equal(["Kế hoạch.pdf", "mật.pdf", "mới.pdf"], await NamesAsync(portal, web, $"{Unit}.canbo", address));
        Assert.Equal(["Kế hoạch.pdf", "mật.pdf"], await NamesAsync(portal, web, TestPortal.Coordinator, address));
    }

    [Fact]
    public async Task Rejected_document_lies_apart_without_a_number()
    {
        await using var portal = await SentAsync();
        var plan = (await portal.ReadAsync(Unit)).Find("XA-01")!.Links[0].DocumentId;
        await portal.MustAsync(TestPortal.Coordinator, Unit, Permission.Review, (s, act, _) => s.DecideDocument(act, "XA-04", plan, LinkDecision.Rejected, "Sai số ký hiệu"));
        await using var web = await WebPortal.StartAsync(portal);

        var got = await GetAsync(portal, web, TestPortal.Coordinator, Urls.Archive(TestPortal.Report(Unit)));

        Assert.Equal([("21046 Bình Thạnh/XA-01", "001 Kế hoạch.pdf"), ("21046 Bình Thạnh/XA-04", "002 mật.pdf"), ("21046 Bình Thạnh/XA-04/Không đạt", "Kế hoạch.pdf")], got.Files.Select(f => (f.Folder, f.Name)));
        Assert.Equal([("1", "XA-01", "Chưa xem xét"), ("2", "XA-04", "Chưa xem xét"), ("", "XA-04", "Không đạt")], got.Register.Skip(1).Select(r => (r[0], r[2], r[7])));
        Assert.Contains("Lý do: Sai số ký hiệu", got.Register[^1][8], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_and_each_restricted_document_leave_a_record()
    {
        await using var portal = await SentAsync();
        await using var web = await WebPortal.StartAsync(portal);
        var secret = (await portal.ReadAsync(Unit)).Answers.SelectMany(a => a.Links).Single(l => l.Document.Restricted).DocumentId;

        await GetAsync(portal, web, TestPortal.Coordinator, Urls.Archive(TestPortal.RequestCode));
        await GetAsync(portal, web, "quansat", Urls.Archive(TestPortal.RequestCode));
        await GetAsync(portal, web, $"{Unit}.canbo", Urls.Archive(TestPortal.Report(Unit), "XA-04"));

        await using var db = portal.Open();
        var records = await db.AccessRecords.OrderBy(r => r.Number).Select(r => new { r.Kind, r.PersonId, r.Subject, r.Count }).ToListAsync();
        var (coordinator, observer, officer) = (portal.As(TestPortal.Coordinator).PersonId, portal.As("quansat").PersonId, portal.As($"{Unit}.canbo").PersonId);
        Assert.Equal(
        [
            (AccessKind.OpenedRestricted, coordinator, $"{TestPortal.Report(Unit)}/{secret}", 1), (AccessKind.Exported, coordinator, TestPortal.RequestCode, 1),
            (AccessKind.Exported, observer, TestPortal.RequestCode, 1),
            (AccessKind.OpenedRestricted, officer, $"{TestPortal.Report(Unit)}/{secret}", 1), (AccessKind.Exported, officer, $"{TestPortal.RequestCode}/{Unit}/XA-04", 1),
        ], records.Select(r => (r.Kind, r.PersonId, r.Subject!, r.Count)));
    }

    [Fact]
    public async Task Archive_is_an_attachment_with_a_vietnamese_name_that_nothing_keeps_or_runs()
    {
        await using var portal = await SentAsync();
        await using var web = await WebPortal.StartAsync(portal);
        using var browser = web.Browser(portal.As("lanhdao").PersonId);

        using var answer = await browser.GetAsync(Urls.Archive(TestPortal.Report(Unit)), HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(("attachment", $"Minh chứng {TestPortal.RequestCode} {Unit}.zip"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.ToString());
        Assert.Null(answer.Content.Headers.ContentLength); // it is made on the way
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Download_that_is_broken_off_disturbs_nobody()
    {
        await using var portal = await SentAsync();
        await using var web = await WebPortal.StartAsync(portal);
        for (var i = 0; i < 3; i++)
        {
            using var browser = web.Browser(portal.As("lanhdao").PersonId);
            using var answer = await browser.GetAsync(Urls.Archive(TestPortal.RequestCode), HttpCompletionOption.ResponseHeadersRead);
            await (await answer.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[1000]);
        }

        Assert.Equal(3, (await NamesAsync(portal, web, "lanhdao", Urls.Archive(TestPortal.RequestCode))).Count);
    }

    /// <summary>Two communes with confusable names have sent: one document on two items, one restricted, one picture; a third has only begun.</summary>
    private static async Task<TestPortal> SentAsync()
    {
        var portal = await TestPortal.CreateAsync();
        await portal.EvidenceAsync(Unit, "Kế hoạch.pdf", Plan, restricted: false, "XA-01", "XA-04");
        await portal.EvidenceAsync(Unit, "mật.pdf", Secret, restricted: true, "XA-04");
        await portal.EvidenceAsync(Other, "ảnh.png", Photo, restricted: false, "XA-04");
        await portal.EvidenceAsync("21055", "nháp.pdf", Draft, restricted: false, "XA-04");
        await portal.BringAsync(Unit, ItemState.Sent);
        await portal.BringAsync(Other, ItemState.Sent);
        return portal;
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(TestPortal portal, WebPortal web, string who, string address) =>
        [.. (await GetAsync(portal, web, who, address)).Register.Skip(1).Select(r => r[6])];

    private static async Task<(List<(string Folder, string Name, string Hash)> Files, List<string[]> Register)> GetAsync(TestPortal portal, WebPortal web, string who, string address)
    {
        using var browser = web.Browser(portal.As(who).PersonId);
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = zip.Entries.Where(e => e.Name != RegisterName).Select(e => (Folder(e.FullName), e.Name, TestPortal.Hash(Bytes(e)))).ToList();
        Assert.Equal(RegisterName, zip.Entries[^1].FullName);
        return (files, ReadRegister.Rows(Bytes(zip.Entries[^1])));
    }

    // The item's title in the folder's name is the letter's matter.
    private static string Folder(string path)
    {
        var parts = path.Split('/')[..^1];
        parts[1] = parts[1].Split(' ')[0];
        return string.Join('/', parts);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
