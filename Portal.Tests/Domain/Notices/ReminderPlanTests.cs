using CsCheck;
using Portal.Domain.Notices;

namespace Portal.Tests.Domain.Notices;

/// <summary>Which reminder is due when, and for whom.</summary>
public sealed class ReminderPlanTests
{
    private static readonly DateTimeOffset End = new(2024, 7, 3, 3, 0, 0, TimeSpan.Zero);
    private static readonly ReminderSchedule Usual = new(1);
    private static readonly ReminderFacts Unsent = new(new(End, false), End.AddDays(-9), false, false, false, null, null);

    [Theory]
    [InlineData(-24 * 60 - 1, null)]
    [InlineData(-24 * 60, -24 * 60)]
    [InlineData(-121, -24 * 60)]
    [InlineData(-120, -120)]
    [InlineData(-1, -120)]
    [InlineData(0, 0)]
    [InlineData(24 * 60 - 1, 0)]
    [InlineData(24 * 60, 24 * 60)]
    [InlineData(10 * 24 * 60 + 5, 10 * 24 * 60)]
    public void The_latest_slot_is_due_and_only_that(int minutes, int? slot) => Assert.Equal(slot is { } m ? Name(m) : null, ReminderPlan.Due(Usual, Unsent, End.AddMinutes(minutes))?.Slot);

    [Fact]
    public void An_inclusive_deadline_is_past_a_millisecond_later()
    {
        var facts = Unsent with { Deadline = new(End, true) };
        Assert.Equal(Name(-120), ReminderPlan.Due(Usual, facts, End)?.Slot);
        Assert.Equal(Name(0), ReminderPlan.Due(Usual, facts, End.AddMilliseconds(1))?.Slot);
    }

    [Fact]
    public void No_day_no_reminder() => Assert.Null(ReminderPlan.Due(Usual, Unsent with { Deadline = new(null, false) }, End.AddDays(5)));

    [Fact]
    public void Who_has_sent_is_not_reminded() => Assert.Null(ReminderPlan.Due(Usual, Unsent with { Sent = true }, End.AddDays(5)));

    [Fact]
    public void What_was_due_before_the_request_came_is_not_made_up_for() =>
        Assert.Null(ReminderPlan.Due(Usual, Unsent with { Since = End.AddHours(-10) }, End.AddHours(-9)));

    [Theory]
    [InlineData(-25, null)]
    [InlineData(-24, -24)]
    [InlineData(-2, -2)]
    [InlineData(0, -2)]
    [InlineData(48, -2)]
    public void Before_a_supplement_is_due_its_unit_is_reminded_and_after_it_by_hand_only(int hours, int? slot)
    {
        var facts = Unsent with { Sent = true, SupplementDue = End, OwedSince = End.AddDays(-3) };
        Assert.Equal(slot is { } h ? $"S{End.ToUnixTimeMilliseconds()}{h * 60}" : null, ReminderPlan.Due(Usual, facts, End.AddHours(hours))?.Slot);
    }

    [Fact]
    public void Who_waits_for_somebody_else_is_left_alone()
    {
        Assert.Equal(ReminderTarget.Unit, ReminderPlan.TargetOf(Unsent));
        Assert.Equal(ReminderTarget.Head, ReminderPlan.TargetOf(Unsent with { WithHead = true }));
        Assert.Equal(ReminderTarget.Reviewer, ReminderPlan.TargetOf(Unsent with { ExtensionPending = true }));
        Assert.Equal(ReminderTarget.Reviewer, ReminderPlan.TargetOf(Unsent with { ExtensionPending = true, WithHead = true }));
    }

    [Fact]
    public void A_moved_deadline_has_slots_of_its_own() =>
        Assert.NotEqual(ReminderPlan.Due(Usual, Unsent, End)!.Slot, ReminderPlan.Due(Usual, Unsent with { Deadline = new(End.AddDays(1), false) }, End.AddDays(1))!.Slot);

    [Fact]
    public void Between_now_and_the_next_instant_nothing_becomes_due() => Gen.Int[-3 * 24 * 60, 5 * 24 * 60].Sample(minutes =>
    {
        var now = End.AddMinutes(minutes);
        var next = ReminderPlan.Next(Usual, Unsent, now)!.Value;
        return next > now && ReminderPlan.Due(Usual, Unsent, now)?.Slot == ReminderPlan.Due(Usual, Unsent, next.AddMilliseconds(-1))?.Slot
            && ReminderPlan.Due(Usual, Unsent, next)!.At == next;
    });

    [Theory]
    [InlineData("", true)]
    [InlineData("24, 2", true)]
    [InlineData("336", true)]
    [InlineData("337", false)]
    [InlineData("0", false)]
    [InlineData("1,2,3,4,5,6", false)]
    [InlineData("2.5", false)]
    public void Hours_are_whole_and_few(string hours, bool fit) => Assert.Equal(fit, new ReminderSchedule(1).Change(hours, true, true, End) is null);

    private static string Name(int minutes) => $"D{End.ToUnixTimeMilliseconds()}{minutes:+0;-0;+0}";
}
