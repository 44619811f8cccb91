using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Proxy;

/// <summary>Nhập thay: a coordinator begins to enter what a unit sent on paper.</summary>
public sealed class EnterForUnit(Writer writer)
{
    /// <summary>Begins.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, Guid key) =>
        writer.RunAsync(nameof(EnterForUnit), report, Permission.Enter, key, async (submission, work) =>
            submission.EnterForUnit(work.Act, await EntryDrafts.LoadAsync(work.Db, submission)));
}
