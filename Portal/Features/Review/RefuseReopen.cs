using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Không đồng ý mở lại: what the unit asked to open again stays as it is, with a reason.</summary>
public sealed class RefuseReopen(Writer writer)
{
    /// <summary>Refuses.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">Which item.</param>
    /// <param name="reason">Why not.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, string? reason, Guid key) =>
        writer.RunAsync(nameof(RefuseReopen), report, Permission.Reopen, key, async (submission, work) =>
            await ReopenGate.RefusesAsync(work.Db, work.Act.Actor, submission, itemCode) ?? submission.RefuseReopen(work.Act, itemCode, reason));
}
