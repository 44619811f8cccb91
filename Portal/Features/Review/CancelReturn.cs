using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Hủy yêu cầu bổ sung: an item, or the cover, stands again as it was sent, while the unit has not touched it.</summary>
public sealed class CancelReturn(Writer writer, FormCatalog forms)
{
    /// <summary>Cancels.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">Which item.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, Guid key) =>
        writer.RunAsync(nameof(CancelReturn), report, Permission.Review, key, async (submission, work) =>
            submission.CancelReturn(work.Act, await forms.FormsOfAsync(submission), itemCode));
}
