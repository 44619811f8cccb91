using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>The clock of one report (workflow §6): extensions, and the judgement on the sending, which is made once.</summary>
public sealed partial class Submission
{
    private readonly List<Extension> extensions = [];

    /// <summary>All that was asked and given, in order.</summary>
    public IReadOnlyList<Extension> Extensions => extensions;

    /// <summary>The one that waits for a reviewer, or null.</summary>
    public Extension? PendingExtension => extensions.Find(e => e.Pending);

    /// <summary>Until when the unit must say why it was late; set when that came out after the sending.</summary>
    public DateTimeOffset? LateExplanationDue { get; private set; }

    /// <summary>The deadline without an extension: the request's as it now stands, or its own where an amendment gave it a later one.</summary>
    public Deadline GeneralDeadline => DueAt is { } own && !(own <= Request.DeadlineAt) ? new(own, Request.DeadlineInclusive) : Request.Deadline;

    /// <summary>Until when it is in time: the granted extension, else the general deadline; the later of the two.</summary>
    public Deadline EffectiveDeadline => ExtendedTo is { } to && to > GeneralDeadline.At ? new(to, Request.DeadlineInclusive) : GeneralDeadline;

    /// <summary>Late at that instant, and nobody has said why. Who asked for an extension in time and has no answer yet need not.</summary>
    public bool NeedsLateExplanation(DateTimeOffset at) => FirstSentAt is null && LateExplanation is null && !EffectiveDeadline.Holds(at) && PendingExtension is null;

    /// <summary>AskExtension (Đề nghị gia hạn): before the deadline in force, with a reason and a later time; as often granted as the request allows.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="reason">Why more time is needed.</param>
    /// <param name="until">The time wanted; later than the deadline in force.</param>
    public Problem? AskExtension(Act act, string? reason, DateTimeOffset? until)
    {
        if (WhyNotExtend() is { } no)
        {
            return no;
        }

        if (!EffectiveDeadline.Holds(act.At))
        {
            return Problem.State(nameof(Problems.ExtensionTooLate));
        }

        if (extensions.Count(e => e.Used) >= Request.ExtensionsAllowed)
        {
            return Problem.State(nameof(Problems.ExtensionsUsed), Request.ExtensionsAllowed);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Problem.Invalid(nameof(Problems.ExtensionReasonNeeded)).At("reason");
        }

        if (until is not { } wanted || wanted <= EffectiveDeadline.At)
        {
            return Problem.Invalid(nameof(Problems.ExtensionNotLater)).At("until");
        }

        extensions.Add(Extension.Ask(act, reason.Trim(), wanted));
        Version++;
        act.Record(EventVerb.ExtensionAsked, this, reason: reason.Trim());
        return null;
    }

    /// <summary>DecideExtension (Gia hạn / Không gia hạn): what was asked is granted, maybe to another time, or refused with a reason.
    /// Where the unit has sent in between, this decides whether that was in time.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="until">The time granted, not before the deadline in force; null refuses.</param>
    /// <param name="reason">Why; needed to refuse.</param>
    /// <param name="explanationDue">Until when the unit explains a sending that turns out late.</param>
    public Problem? DecideExtension(Act act, DateTimeOffset? until, string? reason, DateTimeOffset explanationDue)
    {
        if (PendingExtension is not { } pending)
        {
            return Problem.State(nameof(Problems.NoExtensionAsked));
        }

        if (until is null && string.IsNullOrWhiteSpace(reason))
        {
            return Problem.Invalid(nameof(Problems.ReasonBlank)).At("reason");
        }

        if (until < EffectiveDeadline.At)
        {
            return Problem.Invalid(nameof(Problems.ExtensionNotLater)).At("until");
        }

        pending.Decide(act, until, Blank(reason));
        ExtendedTo = until ?? ExtendedTo;
        if (Timeliness == Timeliness.AwaitingExtension)
        {
            Timeliness = Judge(Arrived);
            LateExplanationDue = Timeliness == Timeliness.Late && LateExplanation is null ? explanationDue : null;
        }

        Version++;
        act.Record(until is null ? EventVerb.ExtensionRefused : EventVerb.ExtensionGranted, this, reason: Blank(reason));
        return null;
    }

    /// <summary>GiveExtension: a reviewer gives a unit that has not sent more time of his own accord, also after the deadline; it uses none of the unit's up.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="until">The new time; after now and after the deadline in force.</param>
    /// <param name="reason">Why.</param>
    public Problem? GiveExtension(Act act, DateTimeOffset? until, string? reason)
    {
        if (WhyNotExtend() is { } no)
        {
            return no;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Problem.Invalid(nameof(Problems.ReasonBlank)).At("reason");
        }

        if (until is not { } given || given <= EffectiveDeadline.At || given <= act.At)
        {
            return Problem.Invalid(nameof(Problems.ExtensionNotLater)).At("until");
        }

        extensions.Add(Extension.Give(act, reason.Trim(), given));
        ExtendedTo = given;
        Version++;
        act.Record(EventVerb.ExtensionGranted, this, reason: reason.Trim());
        return null;
    }

    /// <summary>ExplainLate (Giải trình chậm): after the sending, where only then it came out that it was late.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="explanation">Why it was late.</param>
    public Problem? ExplainLate(Act act, string? explanation)
    {
        if (LateExplanationDue is null)
        {
            return Problem.State(nameof(Problems.NoExplanationAsked));
        }

        if (string.IsNullOrWhiteSpace(explanation))
        {
            return Problem.Invalid(nameof(Problems.LateExplanationNeeded)).At("explanation");
        }

        (LateExplanation, LateExplanationDue) = (explanation.Trim(), null);
        Version++;
        act.Record(EventVerb.LateExplained, this, reason: LateExplanation);
        return null;
    }

    private Problem? WhyNotExtend() =>
        GeneralDeadline.At is null ? Problem.State(nameof(Problems.NoDeadlineToExtend))
        : FirstSentAt is not null ? Problem.State(nameof(Problems.AlreadySentInTime))
        : PendingExtension is not null ? Problem.State(nameof(Problems.ExtensionPending))
        : null;

    private Problem? TakeLateExplanation(Act act, string? explanation)
    {
        if (!NeedsLateExplanation(act.At))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(explanation))
        {
            return Problem.Invalid(nameof(Problems.LateExplanationNeeded));
        }

        LateExplanation = explanation.Trim();
        return null;
    }

    // What counts of the first sending: of paper its incoming stamp.
    private DateTimeOffset Arrived => packages.Where(p => p.State == PackageState.Sent).MinBy(p => p.Number)?.ReceivedAt ?? FirstSentAt!.Value;

    // What was asked in time and not answered leaves the judgement open; the answer makes it.
    private Timeliness Judge(DateTimeOffset at) =>
        EffectiveDeadline.At is null ? Timeliness.Open
        : GeneralDeadline.Holds(at) ? Timeliness.OnTime
        : EffectiveDeadline.Holds(at) ? Timeliness.OnTimeByExtension
        : PendingExtension is not null ? Timeliness.AwaitingExtension
        : Timeliness.Late;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
