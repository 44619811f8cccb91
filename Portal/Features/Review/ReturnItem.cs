using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Yêu cầu bổ sung, chỉnh lý: one item, or the cover, goes back to the unit with a reason and a due time.</summary>
public sealed class ReturnItem(Writer writer)
{
    /// <summary>Returns.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">Which item.</param>
    /// <param name="reason">What the unit must do.</param>
    /// <param name="due">Until when; after now.</param>
    /// <param name="shownVersion">The number of the version that was shown.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, string? reason, DateTimeOffset? due, int shownVersion, Guid key) =>
        writer.RunAsync(nameof(ReturnItem), report, Permission.Review, key, (submission, work) =>
            Task.FromResult(submission.Return(work.Act, itemCode, reason, due, shownVersion)));
}
