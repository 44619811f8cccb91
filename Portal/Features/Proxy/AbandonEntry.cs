using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Proxy;

/// <summary>Bỏ nhập thay: the unit's own draft comes back. Another coordinator may do it too, where who began cannot.</summary>
public sealed class AbandonEntry(Writer writer)
{
    /// <summary>Abandons.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, Guid key) =>
        writer.RunAsync(nameof(AbandonEntry), report, Permission.Enter, key, async (submission, work) =>
            submission.AbandonEntry(work.Act, await EntryDrafts.LoadAsync(work.Db, submission)));
}
