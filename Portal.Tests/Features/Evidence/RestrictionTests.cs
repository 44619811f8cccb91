using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Fill;
using Portal.Features.Inbox;
using Portal.Features.Reports;
using Portal.Features.Review;
using Portal.Platform.Documents;
using Portal.Platform.Files;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>Documents that only the unit, the coordinator and the leader know of: marked by the unit, or by a reviewer after the sending.</summary>
[Trait("Engine", "both")]
public sealed partial class RestrictionTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Observer = "quansat", Item = "XA-04";
    private const string SecretName = "danh-sach-ho-so-tre-em.pdf";
    private static readonly byte[] Open = Made.Pdf(1_000), Secret = Made.Pdf(2_000);

    [Fact]
    public async Task Document_restricted_after_the_sending_is_gone_for_the_observer_at_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await SentAsync(portal);
        Assert.Equal(2, (await SheetAsync(portal, Observer)).Documents.Count);

        Assert.Null(await RestrictAsync(portal, document, true));

        Assert.False((await portal.ReadAsync(Unit)).Find(Item)!.CurrentVersion!.Content.Documents.Single(d => d.DocumentId == document).Description.Restricted); // what was sent says nothing of it
        Assert.Single((await SheetAsync(portal, Observer)).Documents);
        Assert.Equal(2, (await SheetAsync(portal, "lanhdao")).Documents.Count);
        await using var web = await WebPortal.StartAsync(portal);
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(portal, web, Observer, document));
        foreach (var who in new[] { Officer, TestPortal.Coordinator, "lanhdao" })
        {
            Assert.Equal(HttpStatusCode.OK, await OpenAsync(portal, web, who, document));
        }

        await using var db = portal.Open();
        Assert.Equal(3, await db.AccessRecords.Where(r => r.Kind == AccessKind.OpenedRestricted).SumAsync(r => r.Count));
    }

    [Fact]
    public async Task Unit_cannot_take_the_reviewers_mark_off_and_the_reviewer_can()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await SentAsync(portal);
        await RestrictAsync(portal, document, true);
        await portal.ReturnAsync(Unit, Item);

        await portal.MustAsync(Officer, Unit, Permission.Edit, (s, act, _) =>
            s.Describe(act, document, s.DocumentOf(document)!.Description with { Restricted = false, Summary = "Danh sách" }, s.DocumentOf(document)!.Version).Problem);

        var row = (await SheetAsync(portal, Officer)).Documents.Single(d => d.Id == document);
        Assert.Equal((false, true), (row.Restricted, row.RestrictedByReviewer));
        Assert.Single((await SheetAsync(portal, Observer)).Documents);
        Assert.Null(await RestrictAsync(portal, document, false));
        Assert.Equal(2, (await SheetAsync(portal, Observer)).Documents.Count);
    }

    [Fact]
    public async Task Units_own_mark_stays_when_the_reviewer_takes_his_off()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await portal.EvidenceAsync(Unit, SecretName, Secret, restricted: true, Item);
        await portal.BringAsync(Unit, ItemState.Sent);
        await RestrictAsync(portal, document, true);
        await RestrictAsync(portal, document, false);

        Assert.Empty((await SheetAsync(portal, Observer)).Documents);
        Assert.True((await DeskAsync(portal)).Documents.Single().Description.Restricted);
    }

    [Fact]
    public async Task Units_mark_taken_off_in_its_working_copy_counts_only_when_it_is_sent()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await portal.EvidenceAsync(Unit, SecretName, Secret, restricted: true, Item);
        await portal.BringAsync(Unit, ItemState.Returned);

        await portal.MustAsync(Officer, Unit, Permission.Edit, (s, act, _) =>
            s.Describe(act, document, s.DocumentOf(document)!.Description with { Restricted = false }, s.DocumentOf(document)!.Version).Problem);

        Assert.Empty((await SheetAsync(portal, Observer)).Documents);
        Assert.DoesNotContain(SecretName, (await ReportAsync(portal, Observer)).Trail.SelectMany(e => e.Documents));
    }

    [Fact]
    public async Task Document_that_the_unit_has_taken_off_since_can_be_restricted_in_what_was_sent()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await SentAsync(portal);
        await portal.ReturnAsync(Unit, Item);
        await portal.MustAsync(Officer, Unit, Permission.Edit, (s, act, _) => s.Find(Item)!.Unlink(s, act, document));

        Assert.Null(await RestrictAsync(portal, document, true));

        Assert.Single((await SheetAsync(portal, Observer)).Documents);
    }

    [Fact]
    public async Task What_was_never_sent_and_what_is_another_units_is_not_found()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SentAsync(portal);
        var other = await portal.EvidenceAsync("21091", "khac.pdf", Made.Pdf(3), restricted: false, Item);
        await portal.ReturnAsync(Unit, Item);
        var draft = await portal.EvidenceAsync(Unit, "nhap.pdf", Made.Pdf(4), restricted: false, Item);

        Assert.Equal(ProblemKind.NotFound, (await RestrictAsync(portal, other, true))!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await RestrictAsync(portal, draft, true))!.Kind);
    }

    [Fact]
    public async Task Pressed_twice_it_is_recorded_and_told_once_to_the_units_people()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await SentAsync(portal);

        await RestrictAsync(portal, document, true);
        await RestrictAsync(portal, document, true);

        await using var db = portal.Open();
        var e = await db.Events.SingleAsync(e => e.Verb == EventVerb.DocumentRestricted);
        Assert.Equal((Item, document, TestPortal.Hash(Secret)), (e.ItemCode, e.DocumentId, e.ContentHash));
        var told = await (from n in db.Notices join u in db.Users on n.PersonId equals u.PersonId where n.Verb == EventVerb.DocumentRestricted select u.UserName).ToListAsync();
        Assert.Equal([Officer, "21046.thutruong"], told.Order());
        var line = (await portal.As(Officer).Get<NoticeList>().RunAsync(1)).Value!.Lines.Rows.Single(l => l.Verb == EventVerb.DocumentRestricted);
        Assert.Equal("Cơ quan đầu mối hạn chế người xem một văn bản minh chứng của UBND xã Bình Thạnh", NoticeWords.Of(line));
        Assert.Contains((await ReportAsync(portal, Officer)).Trail, t => t.Verb == EventVerb.DocumentRestricted && t.Documents.Contains(SecretName));
        Assert.Contains((await ReportAsync(portal, "lanhdao")).Trail, t => t.Verb == EventVerb.DocumentRestricted);
        Assert.DoesNotContain((await ReportAsync(portal, Observer)).Trail, t => t.Verb == EventVerb.DocumentRestricted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_page_or_answer_tells_who_only_watches_that_there_is_one(bool byReviewer)
    {
        await using var without = await TestPortal.CreateAsync();
        await without.EvidenceAsync(Unit, "mo.pdf", Open, restricted: false, Item);
        await without.BringAsync(Unit, ItemState.Sent);
        await using var with = await TestPortal.CreateAsync();
        var document = await SentAsync(with, byUnit: !byReviewer);
        if (byReviewer)
        {
            Assert.Null(await RestrictAsync(with, document, true));
        }

        await using var plain = await WebPortal.StartAsync(without);
        await using var web = await WebPortal.StartAsync(with);
        var addresses = web.Endpoints.Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => !p.Contains("{**", StringComparison.Ordinal) && !p.StartsWith("/_", StringComparison.Ordinal) && !p.StartsWith("/health", StringComparison.Ordinal))
            .Select(p => Place().Replace(p, m => m.Groups[1].Value switch
            {
                "RequestCode" => TestPortal.RequestCode,
                "UnitLogin" => Unit,
                "ItemCode" => Item,
                "ThemeSlug" => "quy-dat",
                "DocumentId" => $"{document}",
                _ => "1",
            })).Distinct().Except([Urls.DraftKey]).Concat([$"{Urls.Report(TestPortal.Report(Unit))}?noi-dung={Item}"]).ToList();
        Assert.True(addresses.Count > 20);
        var compared = 0;
        foreach (var address in addresses)
        {
            var (expected, got) = (await TextAsync(without, plain, address), await TextAsync(with, web, address));
            Assert.DoesNotContain(SecretName, got.Whole, StringComparison.Ordinal);
            Assert.DoesNotContain(TestPortal.Hash(Secret), got.Whole, StringComparison.Ordinal);
            Assert.Equal((address, expected.Words), (address, got.Words));
            compared += expected.Words.Contains("mo.pdf", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(compared, 5, int.MaxValue); // the open one does stand where the other would
    }

    private static async Task<int> SentAsync(TestPortal portal, bool byUnit = false)
    {
        await portal.EvidenceAsync(Unit, "mo.pdf", Open, restricted: false, Item);
        var document = await portal.EvidenceAsync(Unit, SecretName, Secret, byUnit, Item);
        await portal.BringAsync(Unit, ItemState.Sent);
        return document;
    }

    private static Task<Problem?> RestrictAsync(TestPortal portal, int document, bool restricted) =>
        portal.As(TestPortal.Coordinator).Get<RestrictDocument>().RunAsync(TestPortal.Report(Unit), document, restricted, Guid.NewGuid());

    private static async Task<ItemSheetModel> SheetAsync(TestPortal portal, string who) => (await portal.As(who).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), Item)).Value!;

    private static async Task<ReviewedItem> DeskAsync(TestPortal portal) => (await portal.As(TestPortal.Coordinator).Get<ReviewItem>().RunAsync(TestPortal.Report(Unit), Item)).Value!;

    private static async Task<ReportContent> ReportAsync(TestPortal portal, string who) => (await portal.As(who).Get<ReportView>().RunAsync(TestPortal.Report(Unit), Item, [])).Value!;

    private static async Task<HttpStatusCode> OpenAsync(TestPortal portal, WebPortal web, string who, int document)
    {
        using var browser = web.Browser(portal.As(who).PersonId);
        using var answer = await browser.GetAsync(Urls.Document(TestPortal.Report(Unit), document));
        return answer.StatusCode;
    }

    /// <summary>What the observer can read at an address: status, then words; an archive's names and register; a workbook's cells, a letter's words. Times and hashes of what differs by its nature are left out.</summary>
    private static async Task<(string Whole, string Words)> TextAsync(TestPortal portal, WebPortal web, string address)
    {
        using var browser = web.Browser(portal.As(Observer).PersonId);
        using var answer = await browser.GetAsync(address);
        if (answer.Content.Headers.ContentType?.MediaType == "application/zip")
        {
            using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
            var copy = new MemoryStream();
            await zip.Entries[^1].Open().CopyToAsync(copy);
            var listed = string.Join('\n', zip.Entries.Select(e => e.FullName).Concat(ReadRegister.Rows(copy.ToArray()).Select(r => string.Join('|', r))));
            return (listed, listed);
        }

        if (answer.Content.Headers.ContentType?.MediaType == FileKind.Xlsx.MediaType)
        {
            var cells = string.Join('\n', XlsxReader.Read(await answer.Content.ReadAsStreamAsync(), "tien-do.xlsx").Value!
                .SelectMany(s => s.Cells.OrderBy(c => c.Key).Select(c => $"{s.Name}!{c.Key}: {c.Value.Shown}")));
            return (cells, Hashes().Replace(cells, "#"));
        }

        if (answer.Content.Headers.ContentType?.MediaType == WordWriter.ContentType)
        {
            using var document = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), false);
            var words = string.Join('\n', document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(p => p.InnerText));
            return (words, Hashes().Replace(words, "#"));
        }

        var html = await answer.Content.ReadAsStringAsync();
        return (html, $"{(int)answer.StatusCode} {Space().Replace(Hashes().Replace(Markup().Replace(html, " "), "#"), " ")}");
    }

    [GeneratedRegex(@"\{(\w+)(:\w+)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"<script.*?</script>|<!--.*?-->|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\d\d:\d\d(:\d\d)?|[0-9a-f]{4,}…[0-9a-f]{4,}|[0-9a-f]{12,}")]
    private static partial Regex Hashes();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
