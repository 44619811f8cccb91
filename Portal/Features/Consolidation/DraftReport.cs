using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Lập dự thảo: the whole report at one press, out of what was accepted. Pressed again it drafts anew and keeps only the frame.</summary>
public sealed class DraftReport(Writer writer, FormCatalog forms)
{
    /// <summary>Drafts it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="seen">The version of the present draft that was seen; null where there was none.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int? seen, Guid key) =>
        (await writer.RunAsync<bool>(nameof(DraftReport), requestCode, key, async work =>
        {
            var (db, act) = work;
            var opened = await ReportDesk.RequestAsync(db, act.Actor, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var requestId = opened.Value!.Id;
            var report = await db.Reports.Include(r => r.Blocks).SingleOrDefaultAsync(r => r.RequestId == requestId);
            if (report is null != seen is null)
            {
                return Problem.Stale(report is null ? nameof(Problems.ReportNotBegun) : nameof(Problems.ReportBegun));
            }

            var pieces = FirstDraft.Of(await SourceBook.ReadAsync(db, forms, requestId, report?.Choice ?? SourceChoice.Accepted, act.At));
            if (report is not null)
            {
                return report.Redraft(act, seen!.Value, pieces) is { } problem ? problem : true;
            }

            db.Reports.Add(new(requestId, SourceChoice.Accepted, act, pieces));
            return true;
        })).Problem;
}
