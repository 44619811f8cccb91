using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Mở lại để bổ sung: what the unit asked to open again goes back to it, with a reason and a due time.</summary>
public sealed class GrantReopen(Writer writer)
{
    /// <summary>Grants.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">Which item.</param>
    /// <param name="reason">What the unit is to do.</param>
    /// <param name="due">Until when; after now.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, string? reason, DateTimeOffset? due, Guid key) =>
        writer.RunAsync(nameof(GrantReopen), report, Permission.Reopen, key, async (submission, work) =>
            await ReopenGate.RefusesAsync(work.Db, work.Act.Actor, submission, itemCode) ?? submission.GrantReopen(work.Act, itemCode, reason, due));
}
