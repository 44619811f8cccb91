using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Evidence;

/// <summary>Takes a document off an item. Its row and its bytes stay, so that it can be put back.</summary>
public sealed class UnlinkDocument(Writer writer)
{
    /// <summary>Unlinks; where it does not stand nothing changes.</summary>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, int documentId, Guid key) =>
        writer.RunAsync(nameof(UnlinkDocument), report, Permission.Edit, key, (submission, work) =>
            Task.FromResult(submission.Find(itemCode) is { } item ? item.Unlink(submission, work.Act, documentId) : Problem.NotFound));
}
