using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

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
