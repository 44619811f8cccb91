using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Progress;
using Portal.Domain.Submissions;
using Portal.Features.Fill;
using Portal.Features.Progress;
using Portal.Features.Reminders;
using Portal.Features.Requests;
using Portal.Features.Themes;
using Portal.Tests.Features.Races;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Requests;

/// <summary>What an amendment adds or takes away, and how everything that counts follows at once.</summary>
[Trait("Engine", "both")]
public sealed class AmendedCountsTests
{
    private const string Unit = "21046", Other = "21049";
    private static readonly DateTimeOffset Deadline = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7)), Due = new(2024, 7, 5, 17, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task An_item_added_is_not_started_due_by_the_amendments_own_time_and_a_sent_report_keeps_its_timeliness()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        var watched = await BoardAsync(portal);
        Assert.Equal(140, watched.Current.Counts.Items.Total);
        await AmendAsync(portal, AmendedLetter.New.AddItem("XA-07", "G7", "XA-03"));
        await portal.As("lanhdao").Get<OpenBoard>().RunAsync(TestPortal.RequestCode); // catches up
        var board = (await BoardAsync(portal)).Current;
        Assert.Equal((162, 6, 156), (board.Counts.Items.Total, board.Counts.Items.Sent, board.Counts.Items.NotStarted));
        var report = await portal.ReadAsync(Unit);
        Assert.Equal(["XA-01", "XA-02", "XA-03", "XA-07", "XA-04", "XA-05", "XA-06"], report.Items.Select(i => i.ItemCode));
        Assert.Equal((ItemState.NotStarted, (DateTimeOffset?)Due, 2, Timeliness.OnTime), (report.Find("XA-07")!.State, report.Find("XA-07")!.OwedBy, report.Find("XA-07")!.FormVersion, report.Timeliness));
        var row = board.Rows.Single(r => r.Unit.Login == Unit);
        Assert.Equal((ItemState.Returned, (DateTimeOffset?)Due, DueState.None), (row.Report.State, row.Report.SupplementDue, row.Due));
        portal.Clock.MoveTo(Due.AddMinutes(1));
        Assert.Equal(DueState.SupplementOverdue, (await BoardAsync(portal)).Current.Rows.Single(r => r.Unit.Login == Unit).Due);
        portal.Clock.MoveTo(Due.AddMinutes(-1));
        await portal.FillAsync(Unit);
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);
        row = (await BoardAsync(portal)).Current.Rows.Single(r => r.Unit.Login == Unit);
        Assert.Equal((ItemState.Sent, Timeliness.OnTime, DueState.None, 7), (row.Report.State, row.Report.Timeliness, row.Due, row.Report.SentItems));
        Assert.Equal([], await Legal.WrongAsync(portal, Unit));
    }

    [Fact]
    public async Task Who_has_not_sent_has_until_the_amendments_time_because_his_first_package_takes_all_items_along()
    {
        await using var portal = await TestPortal.CreateAsync();
        await AmendAsync(portal, AmendedLetter.New.AddItem("XA-07", "G7", "XA-06"));
        portal.Clock.MoveTo(Deadline.AddHours(5));
        var rows = (await BoardAsync(portal)).Current.Rows;
        Assert.Equal((DueState.None, DueState.Overdue), (rows.Single(r => r.Unit.Login == Unit).Due, rows.Single(r => r.Unit.Login == "cah").Due));
        await portal.BringAsync(Unit, ItemState.Sent); // without a late explanation
        Assert.Equal(Timeliness.OnTime, (await portal.ReadAsync(Unit)).Timeliness);
        Assert.Equal([], await Legal.WrongAsync(portal, Unit));
    }

    [Fact]
    public async Task A_reminder_comes_before_the_added_item_is_due()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Accepted);
        await AmendAsync(portal, AmendedLetter.New.AddItem("XA-07", "G7", "XA-06"));
        portal.Clock.MoveTo(Due.AddHours(-2));
        await ActivatorUtilities.CreateInstance<ReminderRound>(portal.Services).RoundAsync();
        await using var db = portal.Open();
        var id = (await portal.ReadAsync(Unit)).Id;
        Assert.Equal(1, await db.Urgings.CountAsync(u => u.SubmissionId == id));
    }

    [Theory]
    [InlineData(ItemState.NotStarted)]
    [InlineData(ItemState.Drafting)]
    [InlineData(ItemState.WithHead)]
    [InlineData(ItemState.Approved)]
    [InlineData(ItemState.Sent)]
    [InlineData(ItemState.Returned)]
    [InlineData(ItemState.Resent)]
    [InlineData(ItemState.Accepted)]
    [InlineData(ItemState.Included)]
    public async Task An_item_taken_away_is_cancelled_readable_and_never_counted(ItemState state)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, state);
        var values = (await portal.ReadAsync(Unit)).Find("XA-06")!.Values.Count;
        await AmendAsync(portal, AmendedLetter.New.RemoveItem("XA-06"));
        var report = await portal.ReadAsync(Unit);
        Assert.Equal((ItemState.Cancelled, values, 5), (report.Find("XA-06")!.State, report.Find("XA-06")!.Values.Count, report.Items.Count()));
        var board = (await BoardAsync(portal)).Current;
        Assert.Equal(118, board.Counts.Items.Total);
        Assert.Equal(state is ItemState.Sent or ItemState.Returned or ItemState.Resent or ItemState.Accepted or ItemState.Included ? 5 : 0, board.Counts.SentItems);
        if (state is not ItemState.Included)
        {
            Assert.Equal(board.Counts.SentItems, board.BurnUp.Sent.Count == 0 ? 0 : board.BurnUp.Sent[^1].Count);
            Assert.Equal(board.Counts.Items.Accepted, board.BurnUp.Accepted.Count == 0 ? 0 : board.BurnUp.Accepted[^1].Count);
        }

        Assert.Equal(state is ItemState.WithHead or ItemState.Approved ? ItemState.Drafting : state, board.Rows.Single(r => r.Unit.Login == Unit).Report.State);
        var refused = await portal.DoAsync($"{Unit}.canbo", Unit, Portal.Domain.People.Permission.Edit, (s, act, _) => s.Find("XA-06")!.Edit(s, act, "giaiPhap", "x", 0, Guid.NewGuid()).Problem);
        Assert.Equal(nameof(Problems.ItemCancelled), refused?.Code);
        Assert.Equal("XA-06", (await portal.As($"{Unit}.canbo").Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), "XA-06")).Value!.ItemCode);
        var again = await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, AmendedLetter.New.Json, new("Giao lại", Due, false, null), await VersionAsync(portal), Guid.NewGuid());
        Assert.Equal(nameof(Problems.AmendmentItemBack), again.Problem?.Code);
    }

    [Fact]
    public async Task A_unit_added_gets_a_report_with_its_own_deadline_in_its_place()
    {
        await using var portal = await TestPortal.CreateAsync();
        await AmendAsync(portal, AmendedLetter.New.AddUnit("XA-21115", "21115", "G7"));
        var board = (await BoardAsync(portal)).Current;
        Assert.Equal((29, 146), (board.Rows.Count, board.Counts.Items.Total));
        var report = await portal.ReadAsync("21115");
        Assert.Equal((29, 2, 7, (DateTimeOffset?)Due), (report.Order, report.FormVersion, report.Answers.Count, report.EffectiveDeadline.At));
        portal.Clock.MoveTo(Deadline.AddHours(1));
        var rows = (await BoardAsync(portal)).Current.Rows;
        Assert.Equal((DueState.None, DueState.Overdue), (rows[^1].Due, rows[^2].Due));
        await using var db = portal.Open();
        Assert.Equal(1, await db.Events.CountAsync(e => e.SubmissionId == report.Id && e.Verb == EventVerb.Issued));
        var late = await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, AmendedLetter.New.AddUnit("XA-21115", "21115", "G7").AddUnit("XA-21116", "21116", "G7").Json, new("Thêm đơn vị", null, false, null), await VersionAsync(portal), Guid.NewGuid());
        Assert.Equal("dueForAdded", late.Problem?.Field); // the request's own deadline has passed
    }

    [Fact]
    public async Task In_a_roll_up_a_new_field_of_what_stayed_is_blank_and_what_changed_its_kind_is_not_added_up()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var unit in new[] { Unit, Other })
        {
            await portal.EditAsync(unit, "XA-01", "XA01.04", "3");
            await portal.EditAsync(unit, "XA-01", "XA01.05", "10");
        }

        await portal.BringAsync(Unit, ItemState.Sent);
        await AmendAsync(portal, AmendedLetter.New.Retype("XA-01", "XA01.04", "decimal"));
        await portal.FillAsync(Other);
        await portal.EditAsync(Other, "XA-01", "XA01.04", "2.5");
        await portal.SendUpAsync(Other);
        await portal.SignOffAsync(Other);
        var theme = (await portal.As("lanhdao").Get<ThemeView>().RunAsync(TestPortal.RequestCode, "tuyen-truyen")).Value!.Content!;
        var columns = theme.Blocks.Single(b => b.ItemCode == "XA-01").Columns;
        Assert.Equal([("2,5", (int?)1), ("20", 2)], columns.Take(2).Select(c => (c.Total, c.Answered)));
    }

    private static async Task<Portal.Platform.Live.ProgressBoard> BoardAsync(TestPortal portal) => (await portal.As("lanhdao").Get<OpenBoard>().RunAsync(TestPortal.RequestCode)).Value!.Board!;

    private static async Task<int> VersionAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        return await db.Requests.Select(r => r.Version).SingleAsync();
    }

    private static async Task AmendAsync(TestPortal portal, AmendedLetter letter)
    {
        var done = await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, letter.Json, new("Công văn 99/UBND-VX", Due, false, null), await VersionAsync(portal), Guid.NewGuid());
        Assert.True(done.Ok, done.Problem?.Text);
    }
}
