using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Submissions;

/// <summary>When a document's description may change.</summary>
public sealed class DescribeTests
{
    private const string Officer = "21046.canbo";
    private static readonly DocumentDescription Plan = new(EvidenceKind.Official, " 32/KH-UBND ", new DateOnly(2024, 3, 18), "UBND xã", "Kế hoạch");

    [Fact]
    public async Task It_is_trimmed_counted_and_told_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await portal.AttachAsync("21046", "XA-04", described: false);
        Assert.Null(await DescribeAsync(portal, document, Plan, 0));
        Assert.Null(await DescribeAsync(portal, document, Plan, 1)); // says nothing new
        var now = (await portal.ReadAsync("21046")).DocumentOf(document)!;
        Assert.Equal(("32/KH-UBND", 1), (now.Number, now.Version));
        await using var db = portal.Open();
        Assert.Equal(document, Assert.Single(db.Events.Where(e => e.Verb == EventVerb.DocumentDescribed)).DocumentId);
    }

    [Fact]
    public async Task A_document_that_stands_nowhere_is_not_found()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(ProblemKind.NotFound, (await DescribeAsync(portal, 4711, Plan, 0))?.Kind);
    }

    [Theory]
    [InlineData(ItemState.WithHead, "LockedWithHead")]
    [InlineData(ItemState.Sent, "LockedSent")]
    [InlineData(ItemState.Accepted, "DocumentFrozen")]
    [InlineData(ItemState.Returned, null)]
    public async Task The_state_of_its_item_decides(ItemState state, string? refusal)
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await portal.AttachAsync("21046", "XA-04", described: false);
        Assert.Null(await DescribeAsync(portal, document, Plan, 0));
        await portal.BringAsync("21046", state);
        Assert.Equal(refusal, (await DescribeAsync(portal, document, Plan with { Number = "33/KH-UBND" }, 1))?.Code);
    }

    [Fact]
    public async Task What_travels_to_the_head_on_one_item_is_locked_on_the_open_one_too()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await portal.AttachAsync("21046", "XA-04", described: false);
        Assert.Null(await DescribeAsync(portal, document, Plan, 0));
        await portal.MustAsync(Officer, "21046", Permission.Edit, (s, act, _) => s.Find("XA-05")!.Attach(s, act, s.DocumentOf(document)!, 20));
        await portal.BringAsync("21046", ItemState.Sent);
        await portal.ReturnAsync("21046", "XA-04");
        Assert.Null(await DescribeAsync(portal, document, Plan with { Number = "33/KH-UBND" }, 1)); // XA-05 is sent, but its version keeps its own words
        await portal.SendUpAsync("21046");
        await portal.ReturnAsync("21046", "XA-05");
        Assert.Equal("LockedWithHead", (await DescribeAsync(portal, document, Plan with { Number = "34/KH-UBND" }, 2))?.Code);
    }

    private static Task<Problem?> DescribeAsync(TestPortal portal, int documentId, DocumentDescription description, int seen) =>
        portal.DoAsync(Officer, "21046", Permission.Edit, (s, act, _) => s.Describe(act, documentId, description, seen).Problem);
}
