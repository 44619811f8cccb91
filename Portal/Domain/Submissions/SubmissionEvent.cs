using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Domain.Submissions;

/// <summary>What happened, in the past tense; stored by name, for ever.</summary>
public enum EventVerb
{
    /// <summary>The request was issued.</summary>
    Issued,
    /// <summary>The first value came into an item.</summary>
    DraftStarted,
    /// <summary>A document was put on an item.</summary>
    DocumentAttached,
    /// <summary>A document's metadata changed.</summary>
    DocumentDescribed,
    /// <summary>A document was taken off an item.</summary>
    DocumentUnlinked,
    /// <summary>Trình lãnh đạo.</summary>
    SentUp,
    /// <summary>Lãnh đạo trả lại.</summary>
    SentBackByHead,
    /// <summary>Duyệt.</summary>
    SignedOff,
    /// <summary>Gửi báo cáo.</summary>
    Sent,
    /// <summary>Gửi bổ sung.</summary>
    Resent,
    /// <summary>Văn bản đạt.</summary>
    DocumentAccepted,
    /// <summary>Văn bản không đạt.</summary>
    DocumentRejected,
    /// <summary>Tiếp nhận.</summary>
    Accepted,
    /// <summary>Yêu cầu bổ sung, chỉnh lý.</summary>
    ReturnedForSupplement,
    /// <summary>Trao đổi.</summary>
    Commented,
    /// <summary>Trao đổi đã giải quyết.</summary>
    CommentResolved,
    /// <summary>Phân công xử lý; the words beside it name the person, none means that it was taken back.</summary>
    Assigned,
    /// <summary>A colleague's text in a field gave way to another, which was chosen with both in sight.</summary>
    FieldReplaced,
    /// <summary>The reviewer restricted a document to unit, coordinator and leader.</summary>
    DocumentRestricted,
    /// <summary>The reviewer took that back.</summary>
    DocumentUnrestricted,
    /// <summary>Rút lại bản trình.</summary>
    Recalled,
    /// <summary>Hủy duyệt.</summary>
    ApprovalRevoked,
    /// <summary>Thu hồi báo cáo.</summary>
    Withdrawn,
    /// <summary>Hủy yêu cầu bổ sung.</summary>
    ReturnCancelled,
    /// <summary>Đề nghị mở lại.</summary>
    ReopenAsked,
    /// <summary>Mở lại.</summary>
    Reopened,
    /// <summary>Không đồng ý mở lại.</summary>
    ReopenRefused,
    /// <summary>Nhập thay: the coordinator began to enter a paper report.</summary>
    ProxyStarted,
    /// <summary>The report entered for the unit was sent.</summary>
    ProxySent,
    /// <summary>The entry was given up; the unit's own draft came back.</summary>
    ProxyAbandoned,
    /// <summary>The unit's head confirmed what was entered.</summary>
    ProxyConfirmed,
    /// <summary>The unit's head objected to what was entered.</summary>
    ProxyObjected,
    /// <summary>Đề nghị gia hạn.</summary>
    ExtensionAsked,
    /// <summary>Gia hạn.</summary>
    ExtensionGranted,
    /// <summary>Không gia hạn.</summary>
    ExtensionRefused,
    /// <summary>Giải trình chậm, given after the sending.</summary>
    LateExplained,
    /// <summary>Lùi hạn chung.</summary>
    DeadlineMoved,
    /// <summary>Khóa số liệu.</summary>
    RequestLocked,
    /// <summary>Mở khóa số liệu.</summary>
    RequestUnlocked,
    /// <summary>Kết thúc yêu cầu.</summary>
    RequestClosed,
    /// <summary>Lưu trữ.</summary>
    RequestArchived,
    /// <summary>Hủy yêu cầu.</summary>
    RequestCancelled,
    /// <summary>Đôn đốc, by hand.</summary>
    Urged,
    /// <summary>Nhắc tự động: the unit owes something and the time has come. The portal itself acts.</summary>
    Reminded,
    /// <summary>Nhắc tự động: the report waits for the unit's head.</summary>
    HeadReminded,
    /// <summary>Nhắc tự động: the unit waits for an answer to its request for an extension.</summary>
    ReviewerReminded,
    /// <summary>Báo cáo chưa đúng thẩm quyền: the cover was returned for somebody who may sign.</summary>
    ReturnedForSigner,
    /// <summary>Điều chỉnh biểu mẫu: the request has a new form version.</summary>
    Amended,
    /// <summary>An open item moved to the new form.</summary>
    FormMoved,
    /// <summary>A package under way was dissolved, because a form in it was amended.</summary>
    DissolvedByAmendment,
    /// <summary>Yêu cầu bổ sung theo biểu mẫu mới.</summary>
    ReturnedByAmendment,
    /// <summary>Who amended the form may not return this report (rule C): left to another reviewer.</summary>
    ReturnLeft,
    /// <summary>Giao thêm nội dung.</summary>
    ItemAdded,
    /// <summary>Hủy giao nội dung.</summary>
    ItemTakenAway,
    /// <summary>Hẹn phát hành.</summary>
    RequestScheduled,
    /// <summary>Bỏ hẹn phát hành.</summary>
    RequestUnscheduled,
    /// <summary>The request did not open at its hour: who scheduled it may not any more, or the deadline has passed. It is a draft again.</summary>
    ScheduleLapsed,
    /// <summary>Ghi số, ngày văn bản.</summary>
    LetterNumbered,
    /// <summary>Lập dự thảo báo cáo tổng hợp.</summary>
    ReportDrafted,
    /// <summary>Trình báo cáo tổng hợp.</summary>
    ReportSubmitted,
    /// <summary>Góp ý báo cáo tổng hợp.</summary>
    ReportRemarked,
    /// <summary>Duyệt báo cáo tổng hợp.</summary>
    ReportApproved,
    /// <summary>Trả lại báo cáo tổng hợp.</summary>
    ReportSentBack,
    /// <summary>Đã tổng hợp: an approved report draws from it.</summary>
    Included,
    /// <summary>Ghi nhận việc gửi báo cáo lên cấp trên.</summary>
    SendingRecorded,
    /// <summary>Hủy ghi nhận việc gửi.</summary>
    SendingVoided,
    /// <summary>Sent up in a unit where nobody can sign off; told in inboxes, never recorded as an event of its own.</summary>
    HeadMissing,
}

/// <summary>One thing that changed, for ever: no answers and no reasons, so that an auditor may read it all.
/// Each event carries the hash of the one before (a chain), so that a changed or missing row is found.</summary>
public sealed class SubmissionEvent
{
    private SubmissionEvent() { }

    internal SubmissionEvent(Act act, EventVerb verb, int requestId, int? submissionId, string? itemCode, int? documentId, ItemState? from, ItemState? to, string? contentHash, string? reason, int? inPlaceOf = null)
    {
        (At, ActorId, CommandId, Verb) = (act.At, act.Actor.PersonId, act.CommandId, verb);
        (RequestId, SubmissionId, ItemCode, DocumentId) = (requestId, submissionId, itemCode, documentId);
        (From, To, ContentHash, InPlaceOf) = (from, to, contentHash, inPlaceOf);
        Reason = reason is null ? null : new EventReason(reason);
    }

    /// <summary>Position in the chain, from 1 without gaps.</summary>
    public long Number { get; private set; }

    /// <summary>The server's instant, to the millisecond.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it.</summary>
    public int ActorId { get; private set; }

    /// <summary>In whose place, when it was a delegate.</summary>
    public int? InPlaceOf { get; private set; }

    /// <summary>The one-time key of the press that caused it.</summary>
    public Guid CommandId { get; private set; }

    /// <summary>What happened.</summary>
    public EventVerb Verb { get; private set; }

    /// <summary>In which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>On whose report.</summary>
    public int? SubmissionId { get; private set; }

    /// <summary>On which item; <see cref="ItemAnswer.Cover"/> for the cover.</summary>
    public string? ItemCode { get; private set; }

    /// <summary>On which document.</summary>
    public int? DocumentId { get; private set; }

    /// <summary>State before, where it changed.</summary>
    public ItemState? From { get; private set; }

    /// <summary>State after, where it changed.</summary>
    public ItemState? To { get; private set; }

    /// <summary>SHA-256 of what it was about (a version, a package, a file), in hex.</summary>
    public string? ContentHash { get; private set; }

    /// <summary>Hash of the event before, in hex; 64 zeros for the first.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>Hash of this event with the one before, in hex.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The words beside it, where a reason was given.</summary>
    public EventReason? Reason { get; private set; }

    /// <summary>The hash in front of the first event.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>Gives the event its place in the chain; once, by the writer.</summary>
    public void Chain(long number, string previousHash)
    {
        (Number, PreviousHash) = (number, previousHash);
        Hash = ComputeHash();
    }

    /// <summary>The words over which the hash of this row is taken.</summary>
    public string HashedText => string.Create(CultureInfo.InvariantCulture,
        $"{PreviousHash}|{Number}|{At.ToUnixTimeMilliseconds()}|{ActorId}|{InPlaceOf}|{CommandId:N}|{Verb}|{RequestId}|{SubmissionId}|{ItemCode}|{DocumentId}|{From}|{To}|{ContentHash}");

    /// <summary>What the hash of this row must be.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(HashedText)));
}

/// <summary>The words given with an act; beside the event, so that they can be erased without touching the chain.</summary>
public sealed class EventReason
{
    private EventReason() { }

    internal EventReason(string text) => Text = text;

    /// <summary>The event it belongs to.</summary>
    public long EventNumber { get; private set; }

    /// <summary>The words.</summary>
    public string Text { get; private set; } = "";
}
