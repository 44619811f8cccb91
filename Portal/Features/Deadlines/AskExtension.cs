using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Deadlines;

/// <summary>Đề nghị gia hạn: the unit asks for more time, before the deadline in force.</summary>
public sealed class AskExtension(Writer writer)
{
    /// <summary>Asks.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="reason">Why more time is needed.</param>
    /// <param name="until">The time wanted.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string? reason, DateTimeOffset? until, Guid key) =>
        writer.RunAsync(nameof(AskExtension), report, Permission.Ask, key, (submission, work) =>
            Task.FromResult(submission.AskExtension(work.Act, reason, until)));
}
