using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Comments;

/// <summary>Gửi trao đổi: somebody of the unit, or a reviewer, says something about an item. The other side is told.</summary>
public sealed class AddComment(Writer writer)
{
    /// <summary>Says it.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">About which item, or the cover.</param>
    /// <param name="text">As typed; blank or too long is refused.</param>
    /// <param name="key">One-time key of the press: sent twice, it is said once.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, string? text, Guid key) =>
        writer.RunAsync(nameof(AddComment), report, Permission.Comment, key, (submission, work) =>
            Task.FromResult(submission.Comment(work.Act, itemCode, text).Problem));
}
