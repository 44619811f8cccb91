using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Features.Reminders;
using Portal.Platform.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reminders;

/// <summary>Urging by hand, its log, and the fourth one.</summary>
[Trait("Engine", "both")]
public sealed class UrgingTests
{
    private const string Words = "Đề nghị gửi báo cáo trước 9 giờ sáng mai.";

    [Fact]
    public async Task The_chosen_units_are_told_and_the_log_says_who_when_and_what()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await UrgeAsync(portal, "21046", "21049"));
        var desk = await DeskAsync(portal, TestPortal.Coordinator);
        Assert.Equal(["Cán bộ đầu mối", "Cán bộ đầu mối"], desk.Log.Select(l => l.Actor));
        Assert.All(desk.Log, l => Assert.Equal((Words, 2, 0), (l.Text, l.Inboxes, l.Mails)));
        Assert.All(desk.Log, l => Assert.InRange(l.At, TestPortal.Start, portal.Clock.Now));
        Assert.Equal(2, desk.LastUrged.Count);
        await using var db = portal.Open();
        Assert.Equal(4, await db.Notices.CountAsync(n => n.Verb == EventVerb.Urged));
        Assert.Equal([Words, Words], await db.Events.Where(e => e.Verb == EventVerb.Urged).Select(e => e.Reason!.Text).ToListAsync());
    }

    [Fact]
    public async Task The_fourth_puts_the_unit_on_the_leaders_list_and_its_sending_takes_it_off()
    {
        await using var portal = await TestPortal.CreateAsync();
        var board = await portal.Services.GetRequiredService<ProgressBoards>().OpenAsync((await portal.ReadAsync("21046")).RequestId);
        for (var k = 1; k <= 4; k++)
        {
            Assert.DoesNotContain(board.Current.Rows, r => r.Report.UrgedOften);
            Assert.Null(await UrgeAsync(portal, "21046"));
            await portal.Services.GetRequiredService<ProgressBoards>().OpenAsync(board.Current.Request.Id);
        }

        Assert.Equal(["21046"], board.Current.Rows.Where(r => r.Report.UrgedOften).Select(r => r.Unit.Login));
        await portal.BringAsync("21046", ItemState.Sent);
        await portal.Services.GetRequiredService<ProgressBoards>().OpenAsync(board.Current.Request.Id);
        Assert.DoesNotContain(board.Current.Rows, r => r.Report.UrgedOften);
    }

    [Fact]
    public async Task Who_owes_nothing_is_not_urged_and_then_nobody_of_that_press_is()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        var before = await portal.SnapshotAsync();
        Assert.Equal(nameof(Problems.NothingToUrge), (await UrgeAsync(portal, "21049", "21046"))?.Code);
        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task Nobody_chosen_and_no_words_are_said_at_their_fields()
    {
        await using var portal = await TestPortal.CreateAsync();
        var urging = portal.As(TestPortal.Coordinator).Get<UrgeUnits>();
        Assert.Equal("units", (await urging.RunAsync(TestPortal.RequestCode, [], Words, Guid.NewGuid()))?.Field);
        Assert.Equal("text", (await urging.RunAsync(TestPortal.RequestCode, ["21046"], " ", Guid.NewGuid()))?.Field);
        Assert.Equal("text", (await urging.RunAsync(TestPortal.RequestCode, ["21046"], new string('a', 1001), Guid.NewGuid()))?.Field);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_urging()
    {
        await using var portal = await TestPortal.CreateAsync();
        var key = Guid.NewGuid();
        var urging = portal.As(TestPortal.Coordinator).Get<UrgeUnits>();
        Assert.Null(await urging.RunAsync(TestPortal.RequestCode, ["21046"], Words, key));
        Assert.Null(await urging.RunAsync(TestPortal.RequestCode, ["21046"], Words, key));
        Assert.Single((await DeskAsync(portal, "lanhdao")).Log);
    }

    [Fact]
    public async Task The_latest_stands_first_and_the_page_says_for_whom_each_waits()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.WithHead);
        await portal.BringAsync("21049", ItemState.Returned);
        portal.Clock.MoveTo(TestPortal.Start.AddDays(3));
        var board = (await DeskAsync(portal, TestPortal.Coordinator)).Board.Current;
        var debts = Debt.Of(board, portal.Clock.Now);
        Assert.Equal(28, debts.Count);
        Assert.Equal(WaitsFor.Head, debts.Single(d => d.Row.Unit.Login == "21046").Waits);
        Assert.True(debts.Single(d => d.Row.Unit.Login == "21049") is { Supplement: true, Waits: WaitsFor.Unit });
        Assert.Equal(debts.OrderByDescending(d => d.Late ?? TimeSpan.MinValue).Select(d => d.Late), debts.Select(d => d.Late));
        Assert.All(debts, d => Assert.True(d.Late > TimeSpan.Zero));
    }

    private static Task<Problem?> UrgeAsync(TestPortal portal, params string[] units) => portal.As(TestPortal.Coordinator).Get<UrgeUnits>().RunAsync(TestPortal.RequestCode, units, Words, Guid.NewGuid());

    private static async Task<UrgingDeskModel> DeskAsync(TestPortal portal, string person) => (await portal.As(person).Get<UrgingDesk>().RunAsync(null)).Value!;
}
