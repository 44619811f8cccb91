using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Fill;

/// <summary>Đề nghị mở lại: the unit asks that an item which was accepted opens again.</summary>
public sealed class AskReopen(Writer writer)
{
    /// <summary>Asks.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, string? reason, Guid key) =>
        writer.RunAsync(nameof(AskReopen), report, Permission.Ask, key, (submission, work) =>
            Task.FromResult(submission.AskReopen(work.Act, itemCode, reason)));
}
