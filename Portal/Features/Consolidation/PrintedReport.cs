using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.Letters;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>The report to read and to print: the same letter as the file, as a page; for coordinators of the request and leaders.</summary>
public sealed class PrintedReport(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Makes it.</summary>
    /// <param name="requestCode">Of which request.</param>
    public Task<Outcome<OfficialLetter>> RunAsync(string requestCode) => reader.RunAsync<OfficialLetter>(nameof(PrintedReport), requestCode, async (db, actor) =>
    {
        var opened = await ReportDesk.ReadAsync(db, actor, requestCode);
        if (opened.Problem is { } refusal)
        {
            return refusal;
        }

        if (opened.Value is not { Whole: true, Request: var request })
        {
            return Problem.Refused(nameof(Problems.ReportNotYours));
        }

        await db.BeginSnapshotAsync();
        var report = await db.Reports.Include(r => r.Blocks).SingleOrDefaultAsync(r => r.RequestId == request.Id);
        var sources = await SourceBook.ReadAsync(db, forms, request.Id, report?.Choice ?? SourceChoice.Accepted, clock.Now);
        IReadOnlyList<ReportPiece> pieces = report is null ? FirstDraft.Of(sources) : [.. report.InOrder.Select(b => b.Piece)];
        return ReportLetter.Of(pieces, sources, await Task.Run(() => SourceBook.Evidence(db, sources).ToList()), clock.Now);
    });
}
