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
