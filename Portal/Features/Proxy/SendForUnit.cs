using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Proxy;

/// <summary>Gửi thay đơn vị: what was entered from paper is sent, in time or late by the incoming stamp.</summary>
public sealed class SendForUnit(Writer writer, FormCatalog forms)
{
    /// <summary>Sends.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="receivedAt">The time on the incoming stamp.</param>
    /// <param name="lateExplanation">Why late, as the paper says it; blank asks the unit's head.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, DateTimeOffset? receivedAt, string? lateExplanation, Guid key) =>
        writer.RunAsync(nameof(SendForUnit), report, Permission.Enter, key, async (submission, work) =>
        {
            await EntryDrafts.LoadAsync(work.Db, submission);
            var due = SupplementDue.Usual(submission.EffectiveDeadline, work.Act.At, await work.Db.CalendarAsync());
            return submission.SendForUnit(work.Act, await forms.FormsOfAsync(submission), receivedAt, lateExplanation, due);
        });
}
