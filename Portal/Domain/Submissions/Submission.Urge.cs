using Portal.Domain.Notices;

namespace Portal.Domain.Submissions;

/// <summary>Who owes something is urged: by the schedule, or by hand.</summary>
public sealed partial class Submission
{
    private const int LongestUrging = 1000;

    /// <summary>True while the unit owes a report or a supplement, whoever has it in hand.</summary>
    public bool Outstanding => answers.Any(a => a.State is not (ItemState.Sent or ItemState.Resent or ItemState.Accepted or ItemState.Included or ItemState.Cancelled));

    /// <summary>Urge (Đôn đốc), by hand: tells the unit, with words; no state changes by it.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="typed">The words, at most 1,000 characters.</param>
    public Outcome<Urging> Urge(Act act, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return Problem.Invalid(nameof(Problems.UrgingTextNeeded)).At("text");
        }

        if (text.Length > LongestUrging)
        {
            return Problem.Invalid(nameof(Problems.UrgingTextLong), LongestUrging).At("text");
        }

        if (!Outstanding)
        {
            return Problem.State(nameof(Problems.NothingToUrge));
        }

        act.Record(EventVerb.Urged, this, reason: text);
        return new Urging(RequestId, Id, act.At, ReminderTarget.Unit, null, act.Actor.PersonId, text);
    }

    /// <summary>Remind (Nhắc tự động): tells who the report waits for, by the schedule.</summary>
    /// <param name="act">The portal, and when.</param>
    /// <param name="due">What is due.</param>
    public Urging Remind(Act act, DueReminder due)
    {
        act.Record(due.Verb, this);
        return new(RequestId, Id, act.At, due.Target, due.Slot, null, null);
    }
}
