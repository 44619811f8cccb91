using Portal.Domain.Submissions;

namespace Portal.Domain.Notices;

/// <summary>Who is told of an event.</summary>
public enum Audience
{
    /// <summary>Nobody.</summary>
    Nobody,
    /// <summary>The heads of the reporting unit.</summary>
    Heads,
    /// <summary>Officers and heads of the reporting unit.</summary>
    Unit,
    /// <summary>The coordinators of the request.</summary>
    Coordinators,
    /// <summary>The leaders.</summary>
    Leaders,
    /// <summary>Those to whom the actor spoke: the unit when a reviewer did; else the coordinators, or the leaders where the report is the coordinating unit's own.</summary>
    OtherSide,
    /// <summary>Who decides on the report: the coordinators; the leaders where it is the coordinating unit's own.</summary>
    Reviewers,
    /// <summary>Officers and heads of every unit that reports to the request.</summary>
    AllUnits,
    /// <summary>Who has the item in hand now.</summary>
    Assignee,
    /// <summary>Whose text gave way.</summary>
    WriterBefore,
    /// <summary>Who keeps units, people and roles.</summary>
    Administrators,
    /// <summary>Who pressed, though nobody is told of his own act: of what his act ran into.</summary>
    Presser,
}

/// <summary>One table: what happened → who is told (workflow §4, last column). Nobody is told of his own act.</summary>
public static class NoticeTable
{
    /// <summary>Who is told of that.</summary>
    public static IReadOnlyList<Audience> Of(EventVerb verb) => verb switch
    {
        EventVerb.Issued => [Audience.Unit],
        EventVerb.SentUp => [Audience.Heads],
        EventVerb.SentBackByHead or EventVerb.SignedOff or EventVerb.Accepted or EventVerb.ReturnedForSupplement or EventVerb.ReturnedForSigner => [Audience.Unit],
        EventVerb.Sent or EventVerb.Resent => [Audience.Coordinators, Audience.Unit],
        EventVerb.DraftStarted or EventVerb.DocumentAttached or EventVerb.DocumentDescribed or EventVerb.DocumentUnlinked => [],
        EventVerb.Commented => [Audience.OtherSide],
        EventVerb.CommentResolved => [], // it stands in the thread
        EventVerb.Assigned => [Audience.Assignee],
        EventVerb.FieldReplaced => [Audience.WriterBefore],
        EventVerb.DocumentRestricted or EventVerb.DocumentUnrestricted => [Audience.Unit],
        EventVerb.Recalled or EventVerb.ProxyStarted or EventVerb.ProxySent or EventVerb.ProxyAbandoned => [Audience.Heads],
        EventVerb.ApprovalRevoked or EventVerb.ReturnCancelled or EventVerb.Reopened or EventVerb.ReopenRefused => [Audience.Unit],
        EventVerb.Withdrawn or EventVerb.ProxyConfirmed or EventVerb.ProxyObjected or EventVerb.LateExplained => [Audience.Coordinators],
        EventVerb.ReopenAsked or EventVerb.ExtensionAsked => [Audience.Reviewers],
        EventVerb.ExtensionGranted or EventVerb.ExtensionRefused or EventVerb.Urged or EventVerb.Reminded => [Audience.Unit],
        EventVerb.HeadReminded => [Audience.Heads],
        EventVerb.ReviewerReminded => [Audience.Reviewers],
        EventVerb.HeadMissing => [Audience.Coordinators, Audience.Administrators, Audience.Presser],
        EventVerb.DeadlineMoved or EventVerb.RequestClosed => [Audience.AllUnits],
        EventVerb.RequestLocked => [Audience.AllUnits, Audience.Leaders],
        EventVerb.RequestUnlocked or EventVerb.RequestCancelled => [Audience.AllUnits, Audience.Coordinators],
        EventVerb.RequestArchived => [], // it leaves the lists, nobody has to act
        EventVerb.FormMoved or EventVerb.DissolvedByAmendment or EventVerb.ReturnedByAmendment or EventVerb.ItemAdded or EventVerb.ItemTakenAway => [Audience.Unit],
        EventVerb.ReturnLeft => [Audience.Reviewers],
        EventVerb.Amended => [Audience.Coordinators],
        EventVerb.ScheduleLapsed => [Audience.Coordinators, Audience.Leaders],
        EventVerb.RequestScheduled or EventVerb.RequestUnscheduled or EventVerb.LetterNumbered => [], // it stands on the request's page
        EventVerb.ReportDrafted => [], // it stands on the report's page
        EventVerb.ReportSubmitted or EventVerb.SendingRecorded or EventVerb.SendingVoided => [Audience.Leaders],
        EventVerb.ReportRemarked or EventVerb.ReportApproved or EventVerb.ReportSentBack => [Audience.Coordinators],
        EventVerb.Included => [Audience.Unit],
        EventVerb.DocumentAccepted or EventVerb.DocumentRejected => [], // told with the item's decision
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No row says who is told."),
    };

    /// <summary>True for a step that is not told because the same press went on to another which says it as well: signed off and sent at once is told as sent, a form that was amended under a package as the package dissolved.</summary>
    /// <param name="verb">The step.</param>
    /// <param name="pressed">All that the press did to that report.</param>
    public static bool SaidBy(EventVerb verb, IReadOnlySet<EventVerb> pressed) =>
        (verb == EventVerb.SignedOff && (pressed.Contains(EventVerb.Sent) || pressed.Contains(EventVerb.Resent))) || (verb == EventVerb.FormMoved && pressed.Contains(EventVerb.DissolvedByAmendment));
}

/// <summary>One line in one person's inbox: what happened on whose report. One per command, however many items it touched.</summary>
public sealed class Notice
{
    private Notice() { }

    /// <summary>Makes an unread notice.</summary>
    public Notice(int personId, EventVerb verb, int requestId, int? submissionId, string? itemCodes, DateTimeOffset at)
        => (PersonId, Verb, RequestId, SubmissionId, ItemCodes, At) = (personId, verb, requestId, submissionId, itemCodes, at);

    /// <summary>The key.</summary>
    public long Id { get; private set; }

    /// <summary>Who is told.</summary>
    public int PersonId { get; private set; }

    /// <summary>What happened.</summary>
    public EventVerb Verb { get; private set; }

    /// <summary>In which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>On whose report.</summary>
    public int? SubmissionId { get; private set; }

    /// <summary>On which items, separated by commas.</summary>
    public string? ItemCodes { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Marks it read, once.</summary>
    public void Read(DateTimeOffset at) => ReadAt ??= at;
}
