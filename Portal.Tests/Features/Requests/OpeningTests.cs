using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Reminders;
using Portal.Features.Reports;
using Portal.Features.Requests;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Requests;

/// <summary>A request that opens by itself at its hour, once; and the number and day that its letter gets later (workflow §7).</summary>
[Trait("Engine", "both")]
public sealed class OpeningTests
{
    private const string Code = "BS-2024-HAI", Coordinator = TestPortal.Coordinator;
    private static readonly DateTimeOffset Hour = TestPortal.Start.AddHours(3);

    [Fact]
    public async Task It_opens_at_its_hour_once_as_who_scheduled_it_and_tells_the_units()
    {
        await using var portal = await WithDraftAsync();
        Assert.Null(await portal.As(Coordinator).Get<ScheduleRequest>().RunAsync(Code, Hour, Guid.NewGuid()));
        Assert.Equal(Hour, await RoundAsync(portal));
        Assert.Equal(RequestState.Scheduled, (await RequestAsync(portal)).State);
        Assert.Equal(Hour, (await portal.As(Coordinator).Get<LetterView>().RunAsync(Code)).Value!.OpensAt);
        portal.Clock.MoveTo(Hour);
        await Task.WhenAll(RoundAsync(portal), RoundAsync(portal), RoundAsync(portal)); // several servers
        Assert.Null(await RoundAsync(portal));
        var request = await RequestAsync(portal);
        Assert.Equal((RequestState.Open, true), (request.State, request.IssuedAt >= Hour));
        await using var db = portal.Open();
        Assert.Equal(28, await db.Submissions.CountAsync(s => s.RequestId == request.Id));
        Assert.Equal([portal.As(Coordinator).PersonId!.Value], await db.Events.Where(e => e.RequestId == request.Id && e.Verb == EventVerb.Issued && e.SubmissionId == null).Select(e => e.ActorId).ToListAsync());
        Assert.Equal(28 * 2, await db.Notices.CountAsync(n => n.RequestId == request.Id && n.Verb == EventVerb.Issued));
        Assert.Null(await portal.As(Coordinator).Get<IssueRequest>().RunAsync(Code, false, Guid.NewGuid())); // pressed as well: no effect
        Assert.Equal(28, await db.Submissions.CountAsync(s => s.RequestId == request.Id));
    }

    [Theory]
    [InlineData("role")]
    [InlineData("person")]
    [InlineData("deadline")]
    public async Task Where_who_scheduled_it_may_not_any_more_or_it_is_too_late_it_is_a_draft_again_and_they_are_told(string lost)
    {
        await using var portal = await WithDraftAsync();
        Assert.Null(await portal.As(Coordinator).Get<ScheduleRequest>().RunAsync(Code, Hour, Guid.NewGuid()));
        var id = portal.As(Coordinator).PersonId;
        await using (var db = portal.Open())
        {
            _ = lost switch
            {
                "role" => await db.RoleAssignments.Where(r => r.PersonId == id).ExecuteUpdateAsync(u => u.SetProperty(r => r.To, Hour.AddMinutes(-1))),
                "person" => await db.People.Where(p => p.Id == id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Active, false)),
                _ => 0,
            };
        }

        portal.Clock.MoveTo(lost == "deadline" ? Hour.AddDays(30) : Hour); // the server stood still for a month
        await RoundAsync(portal);
        var request = await RequestAsync(portal);
        Assert.Equal((RequestState.Draft, (DateTimeOffset?)null), (request.State, request.OpensAt));
        await using var after = portal.Open();
        Assert.Equal(0, await after.Submissions.CountAsync(s => s.RequestId == request.Id));
        Assert.Contains(portal.As("lanhdao").PersonId!.Value, await after.Notices.Where(n => n.RequestId == request.Id && n.Verb == EventVerb.ScheduleLapsed).Select(n => n.PersonId).ToListAsync());
        Assert.Null(await RoundAsync(portal));
        Assert.Equal(1, await after.Events.CountAsync(e => e.Verb == EventVerb.ScheduleLapsed));
    }

    [Fact]
    public async Task The_hour_can_be_changed_and_taken_back_and_must_lie_between_now_and_the_deadline()
    {
        await using var portal = await WithDraftAsync();
        var schedule = portal.As(Coordinator).Get<ScheduleRequest>();
        foreach (var unfit in new DateTimeOffset?[] { null, TestPortal.Start, (await RequestAsync(portal)).DeadlineAt })
        {
            Assert.Equal("opensAt", (await schedule.RunAsync(Code, unfit, Guid.NewGuid()))?.Field);
        }

        Assert.Equal(nameof(Problems.RequestNotScheduled), (await portal.As(Coordinator).Get<UnscheduleRequest>().RunAsync(Code, Guid.NewGuid()))?.Code);
        Assert.Null(await schedule.RunAsync(Code, Hour, Guid.NewGuid()));
        Assert.Null(await schedule.RunAsync(Code, Hour.AddHours(1), Guid.NewGuid()));
        portal.Clock.MoveTo(Hour);
        Assert.Equal(Hour.AddHours(1), await RoundAsync(portal));
        Assert.Null(await portal.As(Coordinator).Get<UnscheduleRequest>().RunAsync(Code, Guid.NewGuid()));
        portal.Clock.MoveTo(Hour.AddHours(2));
        Assert.Null(await RoundAsync(portal));
        Assert.Equal(RequestState.Draft, (await RequestAsync(portal)).State);
        Assert.Equal(nameof(Problems.RequestNotDraft), (await schedule.RunAsync(TestPortal.RequestCode, Hour.AddDays(1), Guid.NewGuid()))?.Code);
    }

    [Fact]
    public async Task A_number_and_day_entered_later_are_shown_wherever_the_letter_is()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        var before = (await portal.As("21046.canbo").Get<LetterView>().RunAsync(TestPortal.RequestCode)).Value!.Letter; // read once, so that the catalogue knows it
        Assert.Null(before.Number);
        var enter = portal.As(Coordinator).Get<EnterLetterNumber>();
        var day = new DateOnly(2024, 6, 28);
        Assert.Equal("number", (await enter.RunAsync(TestPortal.RequestCode, "1234", day, Guid.NewGuid()))?.Field); // without the symbol
        Assert.Equal("number", (await enter.RunAsync(TestPortal.RequestCode, "5/UBND-VX", day, Guid.NewGuid()))?.Field); // under 10 with a leading 0
        Assert.Equal("day", (await enter.RunAsync(TestPortal.RequestCode, "1234/UBND-VX", new DateOnly(2024, 7, 2), Guid.NewGuid()))?.Field); // tomorrow
        Assert.Null(await enter.RunAsync(TestPortal.RequestCode, "1234/UBND-VX", day, Guid.NewGuid()));
        var letter = (await portal.As("21046.canbo").Get<LetterView>().RunAsync(TestPortal.RequestCode)).Value!.Letter;
        Assert.Equal(("1234/UBND-VX", day), (letter.Number, letter.Date));
        var receipt = (await portal.As("21046.canbo").Get<Receipt>().RunAsync(TestPortal.Report("21046"), 1)).Value!;
        Assert.Equal(("1234/UBND-VX", day), (receipt.LetterNumber, receipt.LetterDate));
        portal.Clock.MoveTo(TestPortal.Start.AddDays(3));
        var urging = (await portal.As(Coordinator).Get<ReminderLetter>().RunAsync(TestPortal.RequestCode)).Value!.Letter;
        var opening = string.Concat(Assert.IsType<Portal.Domain.Letters.LetterParagraph>(urging.Body.First()).Runs.Select(r => r.Text));
        Assert.Contains("1234/UBND-VX", opening, StringComparison.Ordinal);
        Assert.Contains("28/6/2024", opening, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_entered_survives_an_amendment()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.As(Coordinator).Get<EnterLetterNumber>().RunAsync(TestPortal.RequestCode, "1234/UBND-VX", new(2024, 6, 28), Guid.NewGuid()));
        var done = await portal.As(Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, AmendedLetter.New.AddField("XA-01", "XA01.06").Json, new("Bổ sung chỉ tiêu", null, false, null), 2, Guid.NewGuid());
        Assert.True(done.Ok, done.Problem?.Text);
        Assert.Equal("1234/UBND-VX", (await portal.As(Coordinator).Get<LetterView>().RunAsync(TestPortal.RequestCode)).Value!.Letter.Number);
    }

    private static async Task<TestPortal> WithDraftAsync()
    {
        var portal = await TestPortal.CreateAsync();
        await portal.Services.GetRequiredService<LetterLoader>().LoadAsync(BinhSonLetter.Json.Replace(TestPortal.RequestCode, Code, StringComparison.Ordinal));
        return portal;
    }

    private static async Task<ReportingRequest> RequestAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        return await db.Requests.SingleAsync(r => r.Code == Code);
    }

    private static Task<DateTimeOffset?> RoundAsync(TestPortal portal) => Task.Run(() => ActivatorUtilities.CreateInstance<OpeningRound>(portal.Services).RoundAsync());
}
