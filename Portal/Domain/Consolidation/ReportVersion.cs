using System.Text.Json;
using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

/// <summary>Where a version of the report stands.</summary>
public enum ReportState
{
    /// <summary>Trình lãnh đạo.</summary>
    Waiting,
    /// <summary>Đã duyệt.</summary>
    Approved,
    /// <summary>Lãnh đạo trả lại.</summary>
    SentBack,
    /// <summary>A later version was put before the leader in its place.</summary>
    Replaced,
}

/// <summary>One answer that a version draws from.</summary>
/// <param name="SubmissionId">In which report.</param>
/// <param name="ItemCode">Which item.</param>
/// <param name="Version">Which version of it.</param>
public sealed record DrawnAnswer(int SubmissionId, string ItemCode, int Version);

/// <summary>The report as it was put before the leader: the file with all its annexes, kept under its hash, and what it draws from. It never changes; only what is decided of it does.</summary>
public sealed class ReportVersion
{
    private ReportVersion() { }

    /// <summary>Makes one.</summary>
    /// <param name="requestId">Of which request.</param>
    /// <param name="number">From 1, by request.</param>
    /// <param name="file">The hash of the .docx, which lies in the store.</param>
    /// <param name="size">How long it is, in bytes.</param>
    /// <param name="drawn">What it draws from.</param>
    /// <param name="act">Who and when.</param>
    public ReportVersion(int requestId, int number, string file, long size, IReadOnlyList<DrawnAnswer> drawn, Act act)
    {
        (RequestId, Number, File, Size, Drawn) = (requestId, number, file, size, JsonSerializer.Serialize(drawn));
        (SubmittedAt, SubmittedBy) = (act.At, act.Actor.PersonId);
        act.Note(EventVerb.ReportSubmitted, requestId, hash: file);
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Of which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>From 1, by request.</summary>
    public int Number { get; private set; }

    /// <summary>SHA-256 of the file, in lower-case hex.</summary>
    public string File { get; private set; } = "";

    /// <summary>How long the file is.</summary>
    public long Size { get; private set; }

    /// <summary>What it draws from (JSON, a list of <see cref="DrawnAnswer"/>).</summary>
    public string Drawn { get; private set; } = "[]";

    /// <summary>Where it stands.</summary>
    public ReportState State { get; private set; }

    /// <summary>When it was put before the leader.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int SubmittedBy { get; private set; }

    /// <summary>When the leader decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Which leader.</summary>
    public int? DecidedBy { get; private set; }

    /// <summary>Why it went back.</summary>
    public string? Reason { get; private set; }

    /// <summary>What it draws from.</summary>
    public IReadOnlyList<DrawnAnswer> Answers => JsonSerializer.Deserialize<IReadOnlyList<DrawnAnswer>>(Drawn) ?? [];

    /// <summary>Duyệt: from here it may be sent up.</summary>
    public Problem? Approve(Act act)
    {
        if (State is not ReportState.Waiting)
        {
            return Problem.State(nameof(Problems.ReportNotWaiting));
        }

        Decide(ReportState.Approved, act);
        act.Note(EventVerb.ReportApproved, RequestId, hash: File);
        return null;
    }

    /// <summary>Trả lại: with what is to be done differently.</summary>
    public Problem? SendBack(Act act, string? reason)
    {
        if (State is not ReportState.Waiting)
        {
            return Problem.State(nameof(Problems.ReportNotWaiting));
        }

        if (Problem.Unless(reason) is { } blank)
        {
            return blank;
        }

        Decide(ReportState.SentBack, act);
        Reason = reason!.Trim();
        act.Note(EventVerb.ReportSentBack, RequestId, reason, File);
        return null;
    }

    /// <summary>A later version takes its place, while nobody has decided.</summary>
    public void Replace()
    {
        if (State is ReportState.Waiting)
        {
            State = ReportState.Replaced;
        }
    }

    private void Decide(ReportState to, Act act) => (State, DecidedAt, DecidedBy) = (to, act.At, act.Actor.PersonId);
}

/// <summary>What a leader says of a block.</summary>
public sealed class ReportRemark
{
    private ReportRemark() { }

    /// <summary>Says something.</summary>
    public static Outcome<ReportRemark> Say(ConsolidatedReport report, int blockId, string? text, Act act)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Problem.Invalid(nameof(Problems.CommentBlank)).At("text");
        }

        if (report.Find(blockId) is null)
        {
            return Problem.Stale(nameof(Problems.BlockGone));
        }

        act.Note(EventVerb.ReportRemarked, report.RequestId);
        return new ReportRemark { RequestId = report.RequestId, BlockId = blockId, Text = text.Trim(), By = act.Actor.PersonId, At = act.At };
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Of which request's report.</summary>
    public int RequestId { get; private set; }

    /// <summary>Of which block; it may be gone by now.</summary>
    public int BlockId { get; private set; }

    /// <summary>The words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who.</summary>
    public int By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When the composer called it done.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>It was done.</summary>
    public void Resolve(Act act) => ResolvedAt ??= act.At;
}

/// <summary>How the report was sent up.</summary>
public enum SendingWay
{
    /// <summary>Through the document system (trục liên thông văn bản).</summary>
    DocumentSystem,
    /// <summary>By e-mail.</summary>
    Mail,
    /// <summary>By post or by hand.</summary>
    Paper,
}

/// <summary>The file that was sent up, as it lies in the store.</summary>
/// <param name="Sha256">Its hash.</param>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Signatures">What was read of its electronic signatures (JSON); null for a file that can bear none.</param>
public sealed record SentFileFacts(string Sha256, string Name, long Size, string? Signatures);

/// <summary>RecordSending (Ghi nhận việc gửi báo cáo lên cấp trên): number, day, file, how. It makes the duty of coordination done; void, it is open again (workflow §8).</summary>
public sealed class ReportSending
{
    private ReportSending() { }

    /// <summary>Records one.</summary>
    /// <param name="version">Which version was sent: an approved one.</param>
    /// <param name="number">The number the clerk gave it, with the symbol.</param>
    /// <param name="day">Its day; not after today.</param>
    /// <param name="way">How it went.</param>
    /// <param name="file">The sent file as it lies in the store.</param>
    /// <param name="act">Who and when.</param>
    public static Outcome<ReportSending> Record(ReportVersion version, string? number, DateOnly? day, SendingWay way, SentFileFacts? file, Act act)
    {
        if (version.State is not ReportState.Approved)
        {
            return Problem.State(nameof(Problems.ReportNotApproved));
        }

        if (string.IsNullOrWhiteSpace(number) || !number.Any(char.IsAsciiDigit))
        {
            return Problem.Invalid(nameof(Problems.ReportNumberNeeded)).At("number");
        }

        if (day is not { } on || on > DateOnly.FromDateTime(act.At.ToOffset(TimeSpan.FromHours(7)).Date))
        {
            return Problem.Invalid(nameof(Problems.ReportDayNeeded)).At("day");
        }

        if (file is not { } sent)
        {
            return Problem.Invalid(nameof(Problems.SentFileNeeded)).At("file");
        }

        act.Note(EventVerb.SendingRecorded, version.RequestId, hash: sent.Sha256);
        return new ReportSending
        {
            RequestId = version.RequestId,
            VersionNumber = version.Number,
            Number = number.Trim(),
            Day = on,
            Way = way,
            File = sent.Sha256,
            FileName = sent.Name,
            Size = sent.Size,
            Signatures = sent.Signatures,
            At = act.At,
            By = act.Actor.PersonId,
        };
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Of which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>Which version of the report.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>The number and symbol.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>How it went.</summary>
    public SendingWay Way { get; private set; }

    /// <summary>SHA-256 of the sent file.</summary>
    public string File { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Its length in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>What was read of its electronic signatures when it came (JSON); null for a file that can bear none.</summary>
    public string? Signatures { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>By whom.</summary>
    public int By { get; private set; }

    /// <summary>When it was declared void.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int? VoidedBy { get; private set; }

    /// <summary>Why.</summary>
    public string? VoidReason { get; private set; }

    /// <summary>VoidSending: the duty is open again.</summary>
    public Problem? Void(Act act, string? reason)
    {
        if (VoidedAt is not null)
        {
            return Problem.State(nameof(Problems.SendingVoidAlready));
        }

        if (Problem.Unless(reason) is { } blank)
        {
            return blank;
        }

        (VoidedAt, VoidedBy, VoidReason) = (act.At, act.Actor.PersonId, reason!.Trim());
        act.Note(EventVerb.SendingVoided, RequestId, reason, File);
        return null;
    }
}
