using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Evidence;
using Portal.Tests.Platform.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Evidence;

/// <summary>Documents described, shared, taken off and opened.</summary>
[Trait("Engine", "both")]
public sealed class DocumentTests
{
    private const string Officer = "21046.canbo";
    private static readonly Description Plan = new("official", "32/KH-UBND", "18/3/2024", "UBND xã Bình Thạnh", "Kế hoạch điểm vui chơi", false, 0);

    [Fact]
    public async Task A_description_makes_the_document_complete()
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        Assert.False(document.Complete);
        using var answer = await host.DescribeAsync(Officer, "21046", document.Id, Plan);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var description = (await host.Portal.ReadAsync("21046")).DocumentOf(document.Id)!.Description;
        Assert.Equal(new(EvidenceKind.Official, "32/KH-UBND", new DateOnly(2024, 3, 18), "UBND xã Bình Thạnh", "Kế hoạch điểm vui chơi"), description);
        Assert.True(description.Complete);
    }

    [Fact]
    public async Task A_day_that_does_not_exist_is_refused_at_its_field()
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        var before = await host.Portal.SnapshotAsync();
        foreach (var (wrong, code, field) in new[]
        {
            (Plan with { IssuedOn = "31/02/2024" }, "DateNotReal", "issuedOn"),
            (Plan with { Number = new string('x', 501) }, "FieldTooLong", "number"),
            (Plan with { Kind = "secret" }, "ChooseKind", "kind"),
        })
        {
            using var answer = await host.DescribeAsync(Officer, "21046", document.Id, wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(code, await EvidenceHost.CodeAsync(answer));
            Assert.Contains($"\"field\":\"{field}\"", await answer.Content.ReadAsStringAsync());
        }

        before.AssertSame(await host.Portal.SnapshotAsync());
    }

    [Fact]
    public async Task A_description_from_a_stale_page_is_refused()
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        using var first = await host.DescribeAsync(Officer, "21046", document.Id, Plan);
        using var second = await host.DescribeAsync("21046.thutruong", "21046", document.Id, Plan with { Number = "33/KH-UBND" });
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal("32/KH-UBND", (await host.Portal.ReadAsync("21046")).DocumentOf(document.Id)!.Number);
    }

    [Fact]
    public async Task A_decided_document_is_frozen_and_the_same_file_can_come_again_as_another()
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await SentAsync(host, Plan);
        await host.Portal.MustAsync(TestPortal.Coordinator, "21046", Permission.Review, (s, act, _) => s.DecideDocument(act, "XA-04", document, LinkDecision.Rejected, "Sai số ký hiệu."));
        await host.Portal.ReturnAsync("21046", "XA-04");
        using var described = await host.DescribeAsync(Officer, "21046", document, Plan with { Number = "33/KH-UBND", Version = 1 });
        Assert.Equal("DocumentFrozen", await EvidenceHost.CodeAsync(described));
        using var client = host.As(Officer);
        using var off = await client.DeleteAsync(Urls.DocumentLink(TestPortal.Report("21046"), "XA-04", document));
        Assert.Equal("DocumentDecided", await EvidenceHost.CodeAsync(off));
        Assert.NotEqual(document, (await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf())).Id);
    }

    [Fact]
    public async Task A_document_is_shared_taken_off_and_put_back()
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.docx", Made.Docx());
        using var client = host.As(Officer);
        string On(string itemCode) => Urls.DocumentLink(TestPortal.Report("21046"), itemCode, document.Id);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsync(On("XA-05"), null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PutAsync(On(ItemAnswer.Cover), null)).StatusCode);
        foreach (var item in new[] { "XA-04", "XA-05" })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(On(item))).StatusCode);
        }

        Assert.DoesNotContain((await host.Portal.ReadAsync("21046")).Answers, a => a.Links.Count > 0);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(Officer, "21046", document.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsync(On("XA-04"), null)).StatusCode);
        Assert.Single((await host.Portal.ReadAsync("21046")).Find("XA-04")!.Links);
    }

    [Fact]
    public async Task A_document_of_another_report_cannot_be_linked_described_or_opened()
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await host.AttachAsync("21091.canbo", "21091", "XA-04", "ke-hoach.pdf", Made.Pdf());
        var before = await host.Portal.SnapshotAsync();
        using var client = host.As(Officer);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PutAsync(Urls.DocumentLink(TestPortal.Report("21046"), "XA-04", document.Id), null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.DescribeAsync(Officer, "21046", document.Id, Plan)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(Officer, "21046", document.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(Officer, "21091", document.Id)).StatusCode);
        before.AssertSame(await host.Portal.SnapshotAsync());
    }

    [Fact]
    public async Task A_file_is_given_only_as_an_attachment_that_no_browser_runs()
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "Kế hoạch.pdf", Made.Pdf());
        using var answer = await host.OpenAsync(Officer, "21046", document.Id);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Kế hoạch.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
        Assert.Equal(Made.Pdf(), await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Others_open_what_was_sent_and_observers_nothing_restricted(bool restricted, int recordsEach)
    {
        await using var host = await EvidenceHost.StartAsync();
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        foreach (var early in new[] { TestPortal.Coordinator, "lanhdao", "quansat", "quantri", "21091.canbo" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(early, "21046", document.Id)).StatusCode);
        }

        Assert.Equal(document.Id, await SentAsync(host, Plan with { Restricted = restricted }));
        foreach (var reader in new[] { Officer, "21046.thutruong", TestPortal.Coordinator, "lanhdao" })
        {
            Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync(reader, "21046", document.Id)).StatusCode);
            Assert.Equal(recordsEach, await OpeningsAsync(host, reader));
        }

        Assert.Equal(restricted ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await host.OpenAsync("quansat", "21046", document.Id)).StatusCode);
        foreach (var never in new[] { "quantri", "21091.thutruong" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(never, "21046", document.Id)).StatusCode);
        }
    }

    [Fact]
    public async Task What_was_added_after_the_sending_is_the_units_own()
    {
        await using var host = await EvidenceHost.StartAsync();
        await host.Portal.BringAsync("21046", ItemState.Returned);
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenAsync(TestPortal.Coordinator, "21046", document.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenAsync("21046.thutruong", "21046", document.Id)).StatusCode);
    }

    /// <summary>Attaches, describes, sends.</summary>
    private static async Task<int> SentAsync(EvidenceHost host, Description description)
    {
        var document = await host.AttachAsync(Officer, "21046", "XA-04", "ke-hoach.pdf", Made.Pdf());
        using var answer = await host.DescribeAsync(Officer, "21046", document.Id, description);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await host.Portal.BringAsync("21046", ItemState.Sent);
        return document.Id;
    }

    private static async Task<int> OpeningsAsync(EvidenceHost host, string userName)
    {
        var person = host.Portal.As(userName).PersonId;
        await using var db = host.Portal.Open();
        return await db.AccessRecords.Where(r => r.Kind == AccessKind.OpenedRestricted && r.PersonId == person).SumAsync(r => r.Count);
    }
}
