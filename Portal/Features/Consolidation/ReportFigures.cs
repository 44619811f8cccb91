using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Documents;

namespace Portal.Features.Consolidation;

/// <summary>How figures come out.</summary>
public enum FiguresFormat
{
    /// <summary>A workbook: all figures by unit and item, then a sheet for each annex.</summary>
    Workbook,
    /// <summary>Text: a line for each figure of each unit.</summary>
    Csv,
}

/// <summary>All figures of what counts, for coordinators of the request and leaders. That they were taken out is recorded.</summary>
public sealed class ReportFigures(Reader reader, FormCatalog forms, PortalClock clock, AccessLog access)
{
    /// <summary>Makes the file.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="format">How.</param>
    public Task<Outcome<ReportDownload>> RunAsync(string requestCode, FiguresFormat format) => reader.RunAsync<ReportDownload>(nameof(ReportFigures), requestCode, async (db, actor) =>
    {
        var opened = await ReportDesk.ReadWholeAsync(db, actor, requestCode);
        if (opened.Value is not { } request)
        {
            return opened.Problem!;
        }

        await db.BeginSnapshotAsync();
        var choice = await db.Reports.Where(r => r.RequestId == request.Id).Select(r => (SourceChoice?)r.Choice).SingleOrDefaultAsync() ?? SourceChoice.Accepted;
        var sources = await SourceBook.ReadAsync(db, forms, request.Id, choice, clock.Now);
        var sheets = new FigureSheets(sources);
        var bytes = format is FiguresFormat.Csv ? CsvWriter.Write(sheets.Lines())
            : await Task.Run(() => XlsxWriter.Write(sheets.All(SourceBook.Evidence(db, sources)), []));
        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(ReportFigures), [$"{requestCode}/{format}"]);
        return new ReportDownload(string.Format(format is FiguresFormat.Csv ? ReportText.CsvFile : ReportText.WorkbookFile, requestCode), new MemoryStream(bytes));
    });
}
