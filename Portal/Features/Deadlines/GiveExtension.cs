using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Deadlines;

/// <summary>Chủ động gia hạn: the reviewer gives a unit that has not sent more time, also after the deadline.</summary>
public sealed class GiveExtension(Writer writer)
{
    /// <summary>Gives.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="until">The new time.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, DateTimeOffset? until, string? reason, Guid key) =>
        writer.RunAsync(nameof(GiveExtension), report, Permission.Review, key, (submission, work) =>
            Task.FromResult(submission.GiveExtension(work.Act, until, reason)));
}
