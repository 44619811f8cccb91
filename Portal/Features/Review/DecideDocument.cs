using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Đạt / Không đạt: what the reviewer says of one document on one item; may be changed until the item is decided.</summary>
public sealed class DecideDocument(Writer writer)
{
    /// <summary>Decides.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">On which item.</param>
    /// <param name="documentId">Which document.</param>
    /// <param name="decision">Accepted or rejected.</param>
    /// <param name="reason">Why not, when rejected.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, int documentId, LinkDecision decision, string? reason, Guid key) =>
        writer.RunAsync(nameof(DecideDocument), report, Permission.Review, key, (submission, work) =>
            Task.FromResult(submission.DecideDocument(work.Act, itemCode, documentId, decision, reason)));
}
