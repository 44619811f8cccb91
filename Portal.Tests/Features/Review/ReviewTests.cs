using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Review;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Review;

/// <summary>The reviewer decides documents, accepts, returns; nobody his own.</summary>
[Trait("Engine", "both")]
public sealed class ReviewTests
{
    private const string Unit = "21046", Item = "XA-01", OwnUnit = "p-ldtbxh", OwnItem = "LD-01", Leader = "lanhdao";

    [Fact]
    public async Task Submitter_cannot_accept_own_report()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        await GrantAsync(portal, $"{Unit}.canbo");

        Assert.Equal(nameof(Problems.OwnReport), (await AcceptAsync(portal, $"{Unit}.canbo", Unit, Item))?.Code);
        Assert.Equal(ItemState.Sent, (await portal.ReadAsync(Unit)).Find(Item)!.State);
        Assert.Null(await AcceptAsync(portal, TestPortal.Coordinator, Unit, Item));
    }

    [Fact]
    public async Task Coordinating_units_report_is_accepted_by_the_leader_only()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(OwnUnit, ItemState.Sent);
        await portal.BringAsync(Unit, ItemState.Sent);

        Assert.Equal(nameof(Problems.OwnReport), (await AcceptAsync(portal, TestPortal.Coordinator, OwnUnit, OwnItem))?.Code);
        Assert.Equal(nameof(Problems.CoordinatorReviews), (await AcceptAsync(portal, Leader, Unit, Item))?.Code);
        Assert.Null(await AcceptAsync(portal, Leader, OwnUnit, OwnItem));

        var coordinators = (await portal.As(TestPortal.Coordinator).Get<ReviewQueue>().RunAsync()).Value!;
        Assert.All(coordinators.Rows, r => Assert.Equal(Unit, r.Report.UnitLogin));
        Assert.NotEmpty(coordinators.LeftToOthers);
        var leaders = (await portal.As(Leader).Get<ReviewQueue>().RunAsync()).Value!;
        Assert.All(leaders.Rows, r => Assert.Equal(OwnUnit, r.Report.UnitLogin));
    }

    [Fact]
    public async Task Accept_needs_a_decided_and_accepted_document()
    {
        await using var portal = await TestPortal.CreateAsync();
        var document = await portal.AttachAsync(Unit, Item);
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Equal(nameof(Problems.UndecidedDocuments), (await AcceptAsync(portal, TestPortal.Coordinator, Unit, Item))?.Code);

        Assert.Equal(nameof(Problems.ReasonNeeded), (await DecideAsync(portal, document, LinkDecision.Rejected, " "))?.Code);
        Assert.Null(await DecideAsync(portal, document, LinkDecision.Rejected, "Văn bản của năm 2022."));
        Assert.Equal("Văn bản của năm 2022.", Assert.Single((await ItemAsync(portal)).Documents).Reason);
        Assert.Null(await DecideAsync(portal, document, LinkDecision.Accepted, null));
        Assert.Null((await ItemAsync(portal)).NotAcceptable);

        Assert.Null(await AcceptAsync(portal, TestPortal.Coordinator, Unit, Item));
        Assert.Equal(nameof(Problems.AlreadyAccepted), (await DecideAsync(portal, document, LinkDecision.Rejected, "Muộn rồi."))?.Code);
    }

    [Fact]
    public async Task Return_needs_reason_and_future_due()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        var later = portal.Clock.Now.AddDays(1);

        Assert.Equal((nameof(Problems.ReturnReasonNeeded), "reason"), CodeAndField(await ReturnAsync(portal, " ", later)));
        Assert.Equal((nameof(Problems.SupplementDueInPast), "due"), CodeAndField(await ReturnAsync(portal, "Bổ sung số liệu.", portal.Clock.Now)));
        Assert.Equal((nameof(Problems.SupplementDueInPast), "due"), CodeAndField(await ReturnAsync(portal, "Bổ sung số liệu.", null)));
        Assert.Null(await ReturnAsync(portal, "Bổ sung số liệu.", later));

        var item = (await portal.ReadAsync(Unit)).Find(Item)!;
        Assert.Equal((ItemState.Returned, "Bổ sung số liệu.", later), (item.State, item.Reason, item.SupplementDue));
    }

    [Fact]
    public async Task Only_returned_items_unlock()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Null(await ReturnAsync(portal, "Bổ sung số liệu.", portal.Clock.Now.AddDays(1)));

        Assert.Equal([Item], (await portal.ReadAsync(Unit)).Answers.Where(a => a.Editable).Select(a => a.ItemCode));
        Assert.Null(await portal.TryAttachAsync(Unit, Item));
        Assert.Equal(nameof(Problems.LockedSent), (await portal.TryAttachAsync(Unit, "XA-02"))?.Code);
    }

    [Fact]
    public async Task Version_that_was_not_shown_is_not_accepted()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Resent);

        Assert.Equal(nameof(Problems.NewerVersion), (await AcceptAsync(portal, TestPortal.Coordinator, Unit, Item, version: 1))?.Code);
        var item = await ItemAsync(portal);
        Assert.Equal((2, 1), (item.Version, item.PreviousVersion));
        Assert.Null(await AcceptAsync(portal, TestPortal.Coordinator, Unit, Item, item.Version));
    }

    [Fact]
    public async Task Second_press_has_one_effect()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        var key = Guid.NewGuid();
        Task<Outcome<IReadOnlyList<SkippedItem>>> AllAsync() => portal.As(TestPortal.Coordinator).Get<AcceptAll>().RunAsync(TestPortal.Report(Unit), key);

        Assert.Null((await AllAsync()).Problem);
        var once = await portal.SnapshotAsync();
        Assert.Null((await AllAsync()).Problem);

        Assert.Equal([], once.Differences(await portal.SnapshotAsync()));
    }

    [Fact]
    public async Task Accepting_all_leaves_out_what_has_a_rejected_document_and_says_why()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (bad, undecided) = (await portal.AttachAsync(Unit, Item), await portal.AttachAsync(Unit, "XA-02"));
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Null(await DecideAsync(portal, bad, LinkDecision.Rejected, "Không đọc được."));

        var skipped = (await portal.As(TestPortal.Coordinator).Get<AcceptAll>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid())).Value!;

        Assert.Equal([new SkippedItem(Item, Problems.HasRejectedDocument)], skipped);
        var report = await portal.ReadAsync(Unit);
        Assert.Equal(LinkDecision.Accepted, report.Find("XA-02")!.Links.Single(l => l.DocumentId == undecided).Decision);
        Assert.Equal([Item], report.Answers.Where(a => a.State != ItemState.Accepted).Select(a => a.ItemCode));
    }

    [Fact]
    public async Task Queue_holds_what_was_sent_first_sent_first()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21049", ItemState.Sent);
        portal.Clock.MoveTo(portal.Clock.Now.AddHours(1));
        await portal.BringAsync(Unit, ItemState.Resent);
        await portal.BringAsync("21052", ItemState.WithHead);

        var rows = (await portal.As(TestPortal.Coordinator).Get<ReviewQueue>().RunAsync()).Value!.Rows;
        Assert.Equal(["21049", Unit], rows.Select(r => r.Report.UnitLogin).Distinct());
        Assert.Equal(7, rows.Count(r => r.Fits(QueueFilter.New)));
        Assert.Equal(7, rows.Count(r => r.Fits(QueueFilter.Again)));
        Assert.DoesNotContain(rows, r => r.Fits(QueueFilter.Late));
    }

    private static (string?, string?) CodeAndField(Problem? problem) => (problem?.Code, problem?.Field);

    private static Task<Problem?> AcceptAsync(TestPortal portal, string user, string unit, string item, int version = 1) =>
        portal.As(user).Get<AcceptItem>().RunAsync(TestPortal.Report(unit), item, version, Guid.NewGuid());

    private static Task<Problem?> DecideAsync(TestPortal portal, int document, LinkDecision decision, string? reason) =>
        portal.As(TestPortal.Coordinator).Get<DecideDocument>().RunAsync(TestPortal.Report(Unit), Item, document, decision, reason, Guid.NewGuid());

    private static Task<Problem?> ReturnAsync(TestPortal portal, string reason, DateTimeOffset? due) =>
        portal.As(TestPortal.Coordinator).Get<ReturnItem>().RunAsync(TestPortal.Report(Unit), Item, reason, due, 1, Guid.NewGuid());

    private static async Task<ReviewedItem> ItemAsync(TestPortal portal) =>
        (await portal.As(TestPortal.Coordinator).Get<ReviewItem>().RunAsync(TestPortal.Report(Unit), Item)).Value!;

    private static async Task GrantAsync(TestPortal portal, string user)
    {
        await using var db = portal.Open();
        var person = await db.People.FindAsync(portal.As(user).PersonId!.Value);
        person!.Grant(Role.Coordinator, TestLetter.Coordinating, portal.Clock.Now.AddDays(-1));
        await db.SaveChangesAsync();
    }
}
