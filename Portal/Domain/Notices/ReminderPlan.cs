using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Domain.Notices;

/// <summary>What of one report decides on its reminders.</summary>
/// <param name="Deadline">Its effective deadline: the extension, else the request's.</param>
/// <param name="Since">Since when it is asked for; what would have been due before is not made up for.</param>
/// <param name="Sent">Something was sent and not withdrawn.</param>
/// <param name="WithHead">A package waits for the unit's head.</param>
/// <param name="ExtensionPending">The unit asked for an extension and has no answer yet.</param>
/// <param name="SupplementDue">The earliest due time of what was returned and not sent again, or added by an amendment and not sent; null when nothing is.</param>
/// <param name="OwedSince">Since when that stands where it stands.</param>
public sealed record ReminderFacts(Deadline Deadline, DateTimeOffset Since, bool Sent, bool WithHead, bool ExtensionPending, DateTimeOffset? SupplementDue, DateTimeOffset? OwedSince)
{
    /// <summary>Reads them off a report with its items.</summary>
    /// <param name="submission">The report, with request, items, packages and extensions.</param>
    public static ReminderFacts Of(Submission submission)
    {
        var owed = submission.Answers.Where(a => a.OwedBy is not null && a.State != ItemState.Cancelled).MinBy(a => a.OwedBy);
        return new(submission.EffectiveDeadline, submission.Request.IssuedAt ?? DateTimeOffset.MinValue, submission.Answers.Any(a => a is { SentBefore: true, State: not ItemState.Cancelled }),
            submission.UnderWay is { State: PackageState.WithHead }, submission.PendingExtension is not null, owed?.OwedBy, owed?.StateSince);
    }
}

/// <summary>A reminder that is due.</summary>
/// <param name="Slot">Names it among all reminders of a report: the instant it counts from and the distance to it, in minutes. A deadline that is moved has new ones.</param>
/// <param name="At">When it became due.</param>
/// <param name="Target">Who is reminded.</param>
public sealed record DueReminder(string Slot, DateTimeOffset At, ReminderTarget Target)
{
    /// <summary>What is recorded of it.</summary>
    public EventVerb Verb => Target switch
    {
        ReminderTarget.Head => EventVerb.HeadReminded,
        ReminderTarget.Reviewer => EventVerb.ReviewerReminded,
        _ => EventVerb.Reminded,
    };
}

/// <summary>Which reminder of a report is due, and when the next one comes (workflow §6, last line). Pure: the same facts at the same instant give the same slot, on every server.
/// Only the latest slot is ever due: after a standstill there is one reminder, not a burst.</summary>
public static class ReminderPlan
{
    /// <summary>The reminder that is due at that instant; null for none. Whether it was given already is asked elsewhere, by its slot.</summary>
    public static DueReminder? Due(ReminderSchedule schedule, ReminderFacts facts, DateTimeOffset now)
    {
        var (from, slots) = Slots(schedule, facts, now);
        return slots.Where(s => s.At <= now && s.At > from).OrderByDescending(s => s.At).FirstOrDefault() is { Slot: { } slot } due ? new(slot, due.At, TargetOf(facts)) : null;
    }

    /// <summary>The next instant after that at which a reminder becomes due; null for none.</summary>
    public static DateTimeOffset? Next(ReminderSchedule schedule, ReminderFacts facts, DateTimeOffset now)
    {
        var (from, slots) = Slots(schedule, facts, now);
        return slots.Where(s => s.At > now && s.At > from).Select(s => (DateTimeOffset?)s.At).Min();
    }

    /// <summary>Never a unit that waits for somebody else: then who it waits for.</summary>
    public static ReminderTarget TargetOf(ReminderFacts facts) =>
        facts.ExtensionPending ? ReminderTarget.Reviewer : facts.WithHead ? ReminderTarget.Head : ReminderTarget.Unit;

    private static (DateTimeOffset From, IEnumerable<(string Slot, DateTimeOffset At)> Slots) Slots(ReminderSchedule schedule, ReminderFacts facts, DateTimeOffset now)
    {
        var changed = schedule.ChangedAt ?? DateTimeOffset.MinValue;
        if (!facts.Sent)
        {
            return (Later(facts.Since, changed), facts.Deadline is { At: { } at, LateFrom: { } late } ? Report(schedule, at, late, now) : []);
        }

        return (Later(facts.OwedSince ?? facts.Since, changed), facts.SupplementDue is { } due ? Before(schedule, "S", due) : []);
    }

    private static IEnumerable<(string, DateTimeOffset)> Report(ReminderSchedule schedule, DateTimeOffset at, DateTimeOffset late, DateTimeOffset now)
    {
        foreach (var slot in Before(schedule, "D", at))
        {
            yield return slot;
        }

        if (schedule.AtDeadline)
        {
            yield return (Name("D", at, 0), late);
        }

        if (schedule.Daily)
        {
            var days = Math.Max(1, (int)Math.Floor((now - late).TotalDays));
            for (var day = days; day <= days + 1; day++) // the latest that can have come, and the one after it
            {
                yield return (Name("D", at, day * 24 * 60), late.AddDays(day));
            }
        }
    }

    private static IEnumerable<(string, DateTimeOffset)> Before(ReminderSchedule schedule, string series, DateTimeOffset at) =>
        schedule.HoursBefore.Select(h => (Name(series, at, -h * 60), at.AddHours(-h)));

    private static string Name(string series, DateTimeOffset at, int minutes) => FormattableString.Invariant($"{series}{at.ToUnixTimeMilliseconds()}{minutes:+0;-0;+0}");

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
