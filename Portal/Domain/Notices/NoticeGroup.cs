using Portal.Domain.Submissions;

namespace Portal.Domain.Notices;

/// <summary>What kinds of notices a person decides on together: which of them go by e-mail as well.</summary>
public enum NoticeGroup
{
    /// <summary>Nhắc hạn, đôn đốc, gia hạn.</summary>
    Deadlines,
    /// <summary>Việc đến lượt tôi: somebody waits for the person now.</summary>
    Work,
    /// <summary>Diễn biến báo cáo: what became of a report.</summary>
    Progress,
    /// <summary>Trao đổi.</summary>
    Talk,
    /// <summary>Yêu cầu báo cáo: issued, locked, closed.</summary>
    Request,
}

/// <summary>How the notices of a group go by e-mail.</summary>
public enum MailWay
{
    /// <summary>Only in the inbox.</summary>
    Never,
    /// <summary>At once.</summary>
    AtOnce,
    /// <summary>Together with others, in the morning.</summary>
    Morning,
}

/// <summary>Which notice belongs to which group, and how each group goes by e-mail unless the person says otherwise. Pure.</summary>
public static class NoticeGroups
{
    /// <summary>All groups, in the order of the page.</summary>
    public static IReadOnlyList<NoticeGroup> All { get; } = Enum.GetValues<NoticeGroup>();

    /// <summary>The group of a notice.</summary>
    public static NoticeGroup Of(EventVerb verb) => verb switch
    {
        EventVerb.Urged or EventVerb.Reminded or EventVerb.HeadReminded or EventVerb.ReviewerReminded or EventVerb.DeadlineMoved
            or EventVerb.ExtensionAsked or EventVerb.ExtensionGranted or EventVerb.ExtensionRefused or EventVerb.LateExplained => NoticeGroup.Deadlines,
        EventVerb.SentUp or EventVerb.SentBackByHead or EventVerb.ReturnedForSupplement or EventVerb.ReturnedForSigner or EventVerb.ApprovalRevoked or EventVerb.ReopenAsked or EventVerb.Reopened
            or EventVerb.ProxySent or EventVerb.HeadMissing or EventVerb.Assigned
            or EventVerb.ReportSubmitted or EventVerb.ReportSentBack
            or EventVerb.FormMoved or EventVerb.DissolvedByAmendment or EventVerb.ReturnedByAmendment or EventVerb.ReturnLeft or EventVerb.ItemAdded => NoticeGroup.Work,
        EventVerb.Commented or EventVerb.CommentResolved or EventVerb.FieldReplaced or EventVerb.ReportRemarked => NoticeGroup.Talk,
        EventVerb.Issued or EventVerb.RequestLocked or EventVerb.RequestUnlocked or EventVerb.RequestClosed or EventVerb.RequestArchived or EventVerb.RequestCancelled
            or EventVerb.Amended or EventVerb.ItemTakenAway or EventVerb.RequestScheduled or EventVerb.RequestUnscheduled or EventVerb.ScheduleLapsed or EventVerb.LetterNumbered
            or EventVerb.ReportDrafted or EventVerb.ReportApproved or EventVerb.SendingRecorded or EventVerb.SendingVoided => NoticeGroup.Request,
        _ => NoticeGroup.Progress,
    };

    /// <summary>What somebody has to do, or what has an end, goes at once; what only tells waits for the morning.</summary>
    public static MailWay Usual(NoticeGroup group) => group is NoticeGroup.Progress or NoticeGroup.Talk ? MailWay.Morning : MailWay.AtOnce;
}
