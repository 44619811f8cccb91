using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Comments;

/// <summary>Đánh dấu đã giải quyết: a comment and what was open before it on the same item; either side may.</summary>
public sealed class ResolveComment(Writer writer)
{
    /// <summary>Resolves; where it is resolved already nothing changes.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">About which item, or the cover.</param>
    /// <param name="commentId">The last comment that the person has seen.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, int commentId, Guid key) =>
        writer.RunAsync(nameof(ResolveComment), report, Permission.Comment, key, (submission, work) =>
            Task.FromResult(submission.ResolveComment(work.Act, itemCode, commentId)));
}
