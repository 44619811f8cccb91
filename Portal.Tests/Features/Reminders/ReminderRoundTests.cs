using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Portal.Database;
using Portal.Domain.Notices;
using Portal.Domain.Submissions;
using Portal.Features.Profile;
using Portal.Features.Reminders;
using Portal.Platform.Mail;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reminders;

/// <summary>Each reminder once, to whom the report waits for, whatever dies and however many run.</summary>
[Trait("Engine", "both")]
public sealed class ReminderRoundTests
{
    private static readonly DateTimeOffset Deadline = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7));
    private static readonly string[] Two = ["21046", "21049"];

    [Fact]
    public async Task Outstanding_units_are_reminded_and_who_has_sent_is_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        portal.Clock.MoveTo(Deadline.AddHours(-24));
        await RoundAsync(portal);
        await using var db = portal.Open();
        Assert.Equal(27, await db.Urgings.CountAsync());
        Assert.Equal(27 * 2, await db.Notices.CountAsync(n => n.Verb == EventVerb.Reminded));
        Assert.False(await db.Urgings.AnyAsync(u => db.Submissions.Any(s => s.Id == u.SubmissionId && s.UnitCode == "XA-21046")));
        Assert.All(await db.Urgings.ToListAsync(), u => Assert.Equal((2, 0), (u.Inboxes, u.Mails)));
    }

    [Fact]
    public async Task The_round_says_when_it_is_wanted_next()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(Deadline.AddHours(-24), await RoundAsync(portal));
        portal.Clock.MoveTo(Deadline.AddHours(-24));
        Assert.Equal(Deadline.AddHours(-2), await RoundAsync(portal));
        portal.Clock.MoveTo(Deadline.AddDays(3));
        Assert.Equal(Deadline.AddDays(4), await RoundAsync(portal));
    }

    [Fact]
    public async Task Where_the_report_waits_for_the_head_he_is_reminded_and_the_unit_is_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.WithHead);
        portal.Clock.MoveTo(Deadline.AddHours(-2));
        await RoundAsync(portal);
        await using var db = portal.Open();
        var head = portal.As("21046.thutruong").PersonId;
        Assert.Equal([head], await db.Notices.Where(n => n.Verb == EventVerb.HeadReminded).Select(n => (int?)n.PersonId).ToListAsync());
        Assert.False(await db.Notices.AnyAsync(n => n.Verb == EventVerb.Reminded && n.PersonId == head));
    }

    [Fact]
    public async Task A_unit_that_sends_while_the_job_runs_gets_none()
    {
        var hook = new DatabaseCrash();
        await using var portal = await WithAsync(hook);
        await OnlyAsync(portal, "21046");
        await portal.BringAsync("21046", ItemState.WithHead);
        portal.Clock.MoveTo(Deadline.AddHours(-2));
        hook.BeforeTransaction(() => portal.SignOffAsync("21046")); // the job has read that it owes the report, and begins to write
        await RoundAsync(portal);
        await using var db = portal.Open();
        Assert.NotNull((await portal.ReadAsync("21046")).FirstSentAt);
        Assert.Equal(0, await db.Urgings.CountAsync());
    }

    [Fact]
    public async Task A_job_killed_at_every_step_loses_none_and_doubles_none()
    {
        var crash = new DatabaseCrash();
        await using var portal = await WithAsync(crash);
        await OnlyAsync(portal, Two);
        var step = 1;
        for (var day = 1; day == 1 || step > 0; day++)
        {
            portal.Clock.MoveTo(Deadline.AddDays(day));
            crash.At(step);
            var died = await Record.ExceptionAsync(() => RoundAsync(portal));
            crash.Never();
            Assert.True(!crash.Happened || died?.GetBaseException() is CrashException, died?.ToString());
            await RoundAsync(portal);
            await AssertOnceAsync(portal, day);
            step = crash.Happened ? step + 1 : 0; // until a round has no such step any more
        }
    }

    [Fact]
    public async Task A_job_that_told_before_it_remembered_is_caught()
    {
        await using var portal = await WithAsync(new DatabaseCrash());
        await OnlyAsync(portal, Two);
        portal.Clock.MoveTo(Deadline.AddDays(1));
        await RoundAsync(portal);
        await using (var db = portal.Open())
        {
            await db.Urgings.ExecuteDeleteAsync(); // as if what it remembers by were written after the notices, and it had died in between
        }

        await RoundAsync(portal);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => AssertOnceAsync(portal, 1));
    }

    [Fact]
    public async Task Two_jobs_at_once_give_each_reminder_once()
    {
        await using var portal = await WithAsync(new DatabaseCrash());
        await OnlyAsync(portal, Two);
        for (var day = 1; day <= 12; day++)
        {
            portal.Clock.MoveTo(Deadline.AddDays(day));
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => RoundAsync(portal))));
            await AssertOnceAsync(portal, day);
        }
    }

    [Fact]
    public async Task A_clock_that_is_moved_sends_nothing_twice()
    {
        await using var portal = await TestPortal.CreateAsync();
        await OnlyAsync(portal, "21046");
        foreach (var at in new[] { 0, 1, -1, 0, 24, -24, 0, -1, 1 })
        {
            portal.Clock.MoveTo(Deadline.AddHours(-1 + at));
            await RoundAsync(portal);
            portal.Clock.MoveTo(Deadline.AddHours(-1 + at).AddMinutes(-5));
            await RoundAsync(portal);
            portal.Clock.MoveTo(Deadline.AddHours(-1 + at));
            await RoundAsync(portal);
        }

        await using var db = portal.Open();
        var slots = await db.Urgings.Select(u => u.Slot).ToListAsync();
        Assert.Equal(slots.Distinct().Count(), slots.Count);
        Assert.Equal(3, slots.Count); // 24 h and 2 h before, and at the deadline
    }

    [Fact]
    public async Task Only_open_requests_remind()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using (var db = portal.Open())
        {
            await db.Requests.ExecuteUpdateAsync(s => s.SetProperty(r => r.State, Portal.Domain.Requests.RequestState.Locked));
        }

        portal.Clock.MoveTo(Deadline.AddDays(1));
        Assert.Null(await RoundAsync(portal));
        await using var after = portal.Open();
        Assert.Equal(0, await after.Urgings.CountAsync());
    }

    [Fact]
    public async Task A_schedule_that_is_changed_is_followed_and_makes_up_for_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        await OnlyAsync(portal, "21046");
        portal.Clock.MoveTo(Deadline.AddHours(-10));
        await RoundAsync(portal);
        var setting = portal.As(TestPortal.Coordinator).Get<SetReminderSchedule>();
        Assert.Equal("hours", (await setting.RunAsync(TestPortal.RequestCode, "24, x", true, true, Guid.NewGuid()))?.Field);
        Assert.Null(await setting.RunAsync(TestPortal.RequestCode, "12, 5", false, false, Guid.NewGuid()));
        Assert.Equal(Deadline.AddHours(-5), await RoundAsync(portal)); // the one 12 hours before is past
        portal.Clock.MoveTo(Deadline.AddDays(2));
        Assert.Null(await RoundAsync(portal));
        await using var db = portal.Open();
        Assert.Equal(2, await db.Urgings.CountAsync()); // 24 h before by the old one, 5 h before by the new one
    }

    [Fact]
    public async Task An_automatic_reminder_is_in_the_history_and_the_chain_holds()
    {
        await using var portal = await TestPortal.CreateAsync();
        await OnlyAsync(portal, "21046");
        portal.Clock.MoveTo(Deadline.AddHours(-2));
        await RoundAsync(portal);
        await using var db = portal.Open();
        var events = await db.Events.OrderBy(e => e.Number).ToListAsync();
        Assert.Equal((EventVerb.Reminded, 0), (events[^1].Verb, events[^1].ActorId));
        Assert.All(events, e => Assert.Equal(e.ComputeHash(), e.Hash));
        Assert.Equal(events.Count, events[^1].Number);
    }

    private static Task<DateTimeOffset?> RoundAsync(TestPortal portal) => ActivatorUtilities.CreateInstance<ReminderRound>(portal.Services).RoundAsync();

    private static async Task<TestPortal> WithAsync(DatabaseCrash crash)
    {
        var portal = await TestPortal.CreateAsync(new MailSettings("127.0.0.1", 1, MailSecurity.None, MailboxAddress.Parse("a@example.gov.vn"), new Uri("https://baocao.example.gov.vn")), services =>
        {
            services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(crash));
            services.ConfigureDbContext<PostgresPortalDb>(o => o.AddInterceptors(crash));
        });
        foreach (var unit in Two)
        {
            Assert.Null(await portal.As($"{unit}.canbo").Get<SaveOwnSettings>().RunAsync($"{unit}@example.gov.vn", new Dictionary<NoticeGroup, MailWay>(), Guid.NewGuid()));
        }

        return portal;
    }

    // All other units have sent: their rows say so.
    private static async Task OnlyAsync(TestPortal portal, params string[] units)
    {
        await using var db = portal.Open();
        await db.Answers.Where(a => !db.Submissions.Any(s => s.Id == a.SubmissionId && db.Units.Any(u => u.Code == s.UnitCode && units.Contains(u.LoginCode)))).ExecuteUpdateAsync(s => s.SetProperty(a => a.SentBefore, true));
    }

    // Of each unit for that day one urging, one event, one notice for officer and head each, one mail to the officer, who has an address.
    private static async Task AssertOnceAsync(TestPortal portal, int day)
    {
        await using var db = portal.Open();
        Assert.Equal(Two.Length * day, await db.Urgings.CountAsync());
        Assert.Equal(Two.Length * day, await db.Events.CountAsync(e => e.Verb == EventVerb.Reminded));
        Assert.Equal(Two.Length * 2 * day, await db.Notices.CountAsync(n => n.Verb == EventVerb.Reminded));
        Assert.Equal(Two.Length * day, await db.Outbox.CountAsync());
    }
}
