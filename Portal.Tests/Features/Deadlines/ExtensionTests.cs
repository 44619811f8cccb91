using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Features.Deadlines;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Deadlines;

/// <summary>Gia hạn (workflow §6): asked in time, decided by who reviews, the original always in sight, the judgement made once.</summary>
[Trait("Engine", "both")]
public sealed class ExtensionTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Head = "21046.thutruong", Reason = "Chờ số liệu của thôn.";
    private static readonly DateTimeOffset Due = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7));
    private static readonly DateTimeOffset Later = Due.AddDays(1);

    [Fact]
    public async Task Asked_and_granted_the_original_stays_visible_and_sending_before_it_is_counted_apart()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await AskAsync(portal));
        Assert.Null(await DecideAsync(portal, Later.AddHours(2)));
        var seen = await portal.As(Officer).Get<DeadlineView>().RunAsync(TestPortal.Report(Unit));
        Assert.Equal((Due, Later.AddHours(2), Later.AddHours(2)), (seen.Value!.Original.At, seen.Value.InForce.At, seen.Value.Extensions.Single().GrantedUntil));
        portal.Clock.MoveTo(Due.AddHours(5));
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Equal((Timeliness.OnTimeByExtension, null), (await TimelinessAsync(portal), (await portal.ReadAsync(Unit)).LateExplanation));
    }

    [Fact]
    public async Task Before_the_original_deadline_is_on_time_whatever_was_granted()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await AskAsync(portal));
        Assert.Null(await DecideAsync(portal, Later));
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Equal(Timeliness.OnTime, await TimelinessAsync(portal));
    }

    [Fact]
    public async Task Sent_late_while_the_answer_is_awaited_needs_no_explanation_and_is_neither_on_time_nor_late()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await AskAsync(portal));
        portal.Clock.MoveTo(Due.AddHours(1));
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Equal(Timeliness.AwaitingExtension, await TimelinessAsync(portal));
    }

    [Fact]
    public async Task The_answer_judges_what_was_sent_meanwhile_on_time_by_extension()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await AskAsync(portal));
        portal.Clock.MoveTo(Due.AddHours(1));
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Null(await DecideAsync(portal, Later));
        Assert.Equal((Timeliness.OnTimeByExtension, null), (await TimelinessAsync(portal), (await portal.ReadAsync(Unit)).LateExplanationDue));
    }

    [Theory]
    [InlineData(true)] // refused
    [InlineData(false)] // granted, but not as far as the sending
    public async Task The_answer_judges_it_late_and_the_unit_explains_once(bool refused)
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await AskAsync(portal));
        portal.Clock.MoveTo(Due.AddHours(3));
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Null(await DecideAsync(portal, refused ? null : Due.AddHours(1), "Đơn vị khác đã gửi đủ."));
        var report = await portal.ReadAsync(Unit);
        Assert.Equal(Timeliness.Late, report.Timeliness);
        Assert.True(report.LateExplanationDue > portal.Clock.Now);
        Assert.Equal(nameof(Problems.LateExplanationNeeded), (await ExplainAsync(portal, " "))?.Code);
        Assert.Null(await ExplainAsync(portal, "Mất điện hai ngày."));
        Assert.Equal(nameof(Problems.NoExplanationAsked), (await ExplainAsync(portal, "Lần nữa."))?.Code);
        Assert.Equal("Mất điện hai ngày.", (await portal.ReadAsync(Unit)).LateExplanation);
    }

    [Fact]
    public async Task A_unit_asks_before_the_deadline_with_a_reason_and_a_later_time()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal("reason", (await AskAsync(portal, reason: " "))?.Field);
        Assert.Equal("until", (await AskAsync(portal, until: Due))?.Field);
        portal.Clock.MoveTo(Due);
        Assert.Equal(nameof(Problems.ExtensionTooLate), (await AskAsync(portal))?.Code);
    }

    [Fact]
    public async Task One_is_granted_but_a_refusal_uses_none_up()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await AskAsync(portal));
        Assert.Equal(nameof(Problems.ExtensionPending), (await AskAsync(portal))?.Code);
        Assert.Equal("reason", (await DecideAsync(portal, null, " "))?.Field);
        Assert.Null(await DecideAsync(portal, null, "Còn đủ thời gian."));
        Assert.Null(await AskAsync(portal));
        Assert.Equal("until", (await DecideAsync(portal, Due.AddMinutes(-1)))?.Field);
        Assert.Null(await DecideAsync(portal, Later));
        Assert.Equal(nameof(Problems.ExtensionsUsed), (await AskAsync(portal, until: Later.AddDays(1)))?.Code);
        Assert.Equal(nameof(Problems.NoExtensionAsked), (await DecideAsync(portal, Later.AddDays(1)))?.Code);
    }

    [Fact]
    public async Task After_the_deadline_the_reviewer_may_give_time_of_his_own_accord_until_the_unit_has_sent()
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.Clock.MoveTo(Due.AddHours(1));
        Assert.Equal("until", (await GiveAsync(portal, Due.AddMinutes(30)))?.Field); // over already
        Assert.Null(await GiveAsync(portal, Later));
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Equal(Timeliness.OnTimeByExtension, await TimelinessAsync(portal));
        Assert.Equal(nameof(Problems.AlreadySentInTime), (await GiveAsync(portal, Later.AddDays(1)))?.Code);
    }

    [Fact]
    public async Task The_unit_and_who_decides_are_told_and_who_only_watches_reads_no_reasons()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await AskAsync(portal));
        var report = TestPortal.Report(Unit);
        var coordinator = (await portal.As(TestPortal.Coordinator).Get<DeadlineView>().RunAsync(report)).Value!;
        Assert.Equal((Reason, true, false), (coordinator.Pending!.Reason, coordinator.Decides, coordinator.Asks));
        var observer = (await portal.As("quansat").Get<DeadlineView>().RunAsync(report)).Value!;
        Assert.Equal((null, false, false), (observer.Pending!.Reason, observer.Decides, observer.Asks));
    }

    private static Task<Problem?> AskAsync(TestPortal portal, string reason = Reason, DateTimeOffset? until = null) =>
        portal.As(Officer).Get<AskExtension>().RunAsync(TestPortal.Report(Unit), reason, until ?? Later, Guid.NewGuid());

    private static Task<Problem?> DecideAsync(TestPortal portal, DateTimeOffset? until, string? reason = null) =>
        portal.As(TestPortal.Coordinator).Get<DecideExtension>().RunAsync(TestPortal.Report(Unit), until, reason, Guid.NewGuid());

    private static Task<Problem?> GiveAsync(TestPortal portal, DateTimeOffset until) =>
        portal.As(TestPortal.Coordinator).Get<GiveExtension>().RunAsync(TestPortal.Report(Unit), until, "Đơn vị có bão lũ.", Guid.NewGuid());

    private static Task<Problem?> ExplainAsync(TestPortal portal, string why) =>
        portal.As(Head).Get<ExplainLate>().RunAsync(TestPortal.Report(Unit), why, Guid.NewGuid());

    private static async Task<Timeliness> TimelinessAsync(TestPortal portal) => (await portal.ReadAsync(Unit)).Timeliness;
}
