using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Deadlines;

/// <summary>Giải trình chậm: the unit says why it was late, where that came out only after the sending.</summary>
public sealed class ExplainLate(Writer writer)
{
    /// <summary>Explains.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="explanation">Why.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string? explanation, Guid key) =>
        writer.RunAsync(nameof(ExplainLate), report, Permission.Ask, key, (submission, work) =>
            Task.FromResult(submission.ExplainLate(work.Act, explanation)));
}
