using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Báo cáo chưa đúng thẩm quyền: the cover alone goes back, for somebody who may sign; the items stay as they were sent.</summary>
public sealed class ReturnForSigner(Writer writer)
{
    /// <summary>Returns.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="words">What is said besides, such as who may sign; may be blank.</param>
    /// <param name="due">Until when; after now.</param>
    /// <param name="shownVersion">The number of the cover's version that was shown.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string? words, DateTimeOffset? due, int shownVersion, Guid key) =>
        writer.RunAsync(nameof(ReturnForSigner), report, Permission.Review, key, (submission, work) =>
            Task.FromResult(submission.ReturnForSigner(work.Act, $"{ReviewText.SignerReason} {words}", due, shownVersion)));
}
