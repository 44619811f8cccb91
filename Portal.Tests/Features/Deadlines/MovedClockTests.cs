using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Deadlines;
using Portal.Features.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Deadlines;

/// <summary>The machine's clock is put right, or wrong: what was decided stays decided, and nothing opens again.</summary>
[Trait("Engine", "both")]
public sealed class MovedClockTests
{
    private const string Unit = "21046";
    private static readonly DateTimeOffset Due = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    [InlineData(24 * 60)]
    [InlineData(-24 * 60)]
    [InlineData(-5)]
    public async Task What_was_sent_late_stays_late_and_locked_and_its_explanation_is_not_asked_again(int minutes)
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.Clock.MoveTo(Due.AddMinutes(1));
        await portal.FillAsync(Unit);
        await portal.SendUpAsync(Unit, "Chờ số liệu.");
        await portal.SignOffAsync(Unit);
        var before = await portal.ReadAsync(Unit);
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(minutes));

        Assert.Equal(nameof(Problems.LockedSent), (await portal.DoAsync("21046.canbo", Unit, Permission.Edit, (s, act, _) => s.Find("XA-01")!.Edit(s, act, "giaiPhap", "Khác", 0, act.CommandId).Problem))?.Code);
        Assert.Equal(nameof(Problems.AlreadySentInTime), (await portal.As("21046.canbo").Get<AskExtension>().RunAsync(TestPortal.Report(Unit), "Chậm.", Due.AddDays(9), Guid.NewGuid()))?.Code);
        await portal.ReturnAsync(Unit);
        await portal.FillAsync(Unit);
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);
        var after = await portal.ReadAsync(Unit);
        Assert.Equal((Timeliness.Late, before.FirstSentAt, "Chờ số liệu."), (after.Timeliness, after.FirstSentAt, after.LateExplanation));
        Assert.Equal(ItemState.Resent, after.Cover.State);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    [InlineData(24 * 60)]
    [InlineData(-24 * 60)]
    [InlineData(-5)]
    public async Task What_was_sent_in_time_and_accepted_stays_so_and_what_was_stopped_stays_stopped(int minutes)
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.Clock.MoveTo(Due.AddMinutes(-10));
        await portal.BringAsync(Unit, ItemState.Accepted);
        await portal.BringAsync("21049", ItemState.Returned);
        var before = await portal.ReadAsync(Unit);
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(minutes));

        Assert.Equal(nameof(Problems.LockedAccepted), (await portal.DoAsync("21046.canbo", Unit, Permission.Edit, (s, act, _) => s.Find("XA-01")!.Edit(s, act, "giaiPhap", "Khác", 0, act.CommandId).Problem))?.Code);
        Assert.Equal(nameof(Problems.NothingOpen), (await portal.DoAsync("21046.canbo", Unit, Permission.SendUp, (s, act, forms) => s.SendUp(act, forms, null)))?.Code);
        await portal.SendUpAsync("21049");
        await portal.SignOffAsync("21049");
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<LockRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()));
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(minutes));
        Assert.Equal(nameof(Problems.RequestIsLocked), (await portal.DoAsync("21049.thutruong", "21049", Permission.SignOff, (s, act, _) => s.Withdraw(act, "Gửi nhầm.")))?.Code);

        var (after, resent) = (await portal.ReadAsync(Unit), await portal.ReadAsync("21049"));
        Assert.Equal((Timeliness.OnTime, before.FirstSentAt, ItemState.Accepted), (after.Timeliness, after.FirstSentAt, after.Cover.State));
        Assert.Equal((Timeliness.OnTime, ItemState.Resent), (resent.Timeliness, resent.Cover.State));
    }

    [Fact]
    public async Task Events_keep_their_order_though_the_clock_went_back()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Unit);
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(-5));
        await portal.SendUpAsync(Unit);
        await using var db = portal.Open();
        var events = db.Events.OrderBy(e => e.Number).ToList();
        Assert.Equal(EventVerb.SentUp, events[^1].Verb);
        Assert.True(events[^1].At < events[^10].At);
        Assert.All(events.Zip(events.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
    }
}
