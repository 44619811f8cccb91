using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.SignOff;

/// <summary>Thu hồi báo cáo: the last sending no longer counts, as long as nothing of it was decided.</summary>
public sealed class WithdrawReport(Writer writer)
{
    /// <summary>Withdraws.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="reason">Why; coordinators read it.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string? reason, Guid key) =>
        writer.RunAsync(nameof(WithdrawReport), report, Permission.SignOff, key, (submission, work) => Task.FromResult(submission.Withdraw(work.Act, reason)));
}
