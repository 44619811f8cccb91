using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Proxy;

/// <summary>Không xác nhận: the unit's head objects to items that were not entered as the paper says; they come back to the unit.</summary>
public sealed class ObjectToProxy(Writer writer)
{
    /// <summary>Objects.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="reasons">Why, by item.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, IReadOnlyDictionary<string, string> reasons, Guid key) =>
        writer.RunAsync(nameof(ObjectToProxy), report, Permission.SignOff, key, async (submission, work) =>
        {
            var due = SupplementDue.Usual(submission.EffectiveDeadline, work.Act.At, await work.Db.CalendarAsync());
            return submission.ObjectToProxy(work.Act, reasons, due, await EntryDrafts.LoadAsync(work.Db, submission));
        });
}
