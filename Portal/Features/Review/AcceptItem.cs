using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Tiếp nhận: one item, or the cover, in the version that was shown.</summary>
public sealed class AcceptItem(Writer writer, FormCatalog forms)
{
    /// <summary>Accepts.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">Which item.</param>
    /// <param name="shownVersion">The number of the version that was shown.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, int shownVersion, Guid key) =>
        writer.RunAsync(nameof(AcceptItem), report, Permission.Review, key, async (submission, work) =>
            submission.Accept(work.Act, await forms.SentFormsOfAsync(submission), itemCode, shownVersion));
}
