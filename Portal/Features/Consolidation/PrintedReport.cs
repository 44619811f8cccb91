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
        var opened = await ReportDesk.ReadWholeAsync(db, actor, requestCode);
        if (opened.Value is not { } request)
        {
            return opened.Problem!;
        }

        await db.BeginSnapshotAsync();
        var (_, sources, pieces) = await ReportMaker.ReadAsync(db, forms, request.Id, clock.Now);
        return ReportLetter.Of(pieces, sources, await Task.Run(() => SourceBook.Evidence(db, sources).ToList()), clock.Now);
    });
}
