using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.SignOff;

/// <summary>Hủy duyệt: what was signed off and not sent yet opens again.</summary>
public sealed class RevokeApproval(Writer writer)
{
    /// <summary>Revokes.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="reason">Why; the unit reads it.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string? reason, Guid key) =>
        writer.RunAsync(nameof(RevokeApproval), report, Permission.SignOff, key, (submission, work) => Task.FromResult(submission.RevokeApproval(work.Act, reason)));
}
