using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Proxy;

/// <summary>Xác nhận: the unit's head says that what was entered is what the unit sent on paper.</summary>
public sealed class ConfirmProxy(Writer writer)
{
    /// <summary>Confirms.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="explanation">Why late, where the paper did not say.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string? explanation, Guid key) =>
        writer.RunAsync(nameof(ConfirmProxy), report, Permission.SignOff, key, async (submission, work) =>
        {
            await EntryDrafts.LoadAsync(work.Db, submission);
            return submission.ConfirmProxy(work.Act, explanation);
        });
}
