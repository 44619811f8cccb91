using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Hạn chế người xem / Bỏ hạn chế: the reviewer's own mark on a document that was sent, in any state of its items. The unit's mark is the unit's.</summary>
public sealed class RestrictDocument(Writer writer)
{
    /// <summary>Marks it, or takes the reviewer's mark off.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="documentId">Which document.</param>
    /// <param name="restricted">Marked or not.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, int documentId, bool restricted, Guid key) =>
        writer.RunAsync(nameof(RestrictDocument), report, Permission.Review, key, async (submission, work) =>
            await work.Db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.SubmissionId == submission.Id) is { } document
                ? submission.RestrictDocument(work.Act, document, restricted)
                : Problem.NotFound);
}
