using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Fill;

/// <summary>Rút lại bản trình: what is before the head opens again.</summary>
public sealed class Recall(Writer writer)
{
    /// <summary>Recalls.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, Guid key) =>
        writer.RunAsync(nameof(Recall), report, Permission.SendUp, key, (submission, work) => Task.FromResult(submission.Recall(work.Act)));
}
