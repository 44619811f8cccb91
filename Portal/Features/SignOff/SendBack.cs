using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.SignOff;

/// <summary>Lãnh đạo trả lại: the chosen items go back with a reason each; the rest of the package opens again.</summary>
public sealed class SendBack(Writer writer)
{
    /// <summary>Sends back.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="reasons">The chosen items and why, by item code.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, IReadOnlyDictionary<string, string> reasons, Guid key) =>
        writer.RunAsync(nameof(SendBack), report, Permission.SignOff, key, (submission, work) => Task.FromResult(submission.SendBack(work.Act, reasons)));
}
