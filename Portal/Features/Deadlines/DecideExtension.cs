using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Deadlines;

/// <summary>Gia hạn / Không gia hạn: the reviewer answers what the unit asked.</summary>
public sealed class DecideExtension(Writer writer)
{
    /// <summary>Decides.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="until">The time granted; null refuses.</param>
    /// <param name="reason">Why; needed to refuse.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, DateTimeOffset? until, string? reason, Guid key) =>
        writer.RunAsync(nameof(DecideExtension), report, Permission.Review, key, async (submission, work) =>
            submission.DecideExtension(work.Act, until, reason, SupplementDue.Usual(submission.EffectiveDeadline, work.Act.At, await work.Db.CalendarAsync())));
}
