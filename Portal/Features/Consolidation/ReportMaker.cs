using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Consolidation;
using Portal.Platform;
using Portal.Platform.Documents;

namespace Portal.Features.Consolidation;

/// <summary>What was made of a report.</summary>
/// <param name="Drawn">The answers it draws from.</param>
/// <param name="Composed">How the blocks stood: their keys and versions, in order.</param>
public sealed record MadeReport(IReadOnlyList<DrawnAnswer> Drawn, string Composed);

/// <summary>Writes the report as .docx: what is being composed, or a first draft where nothing is. It writes forward, annex after annex, and holds no more documents in memory than one unit has.</summary>
public sealed class ReportMaker(IDbContextFactory<PortalDb> dbs, FormCatalog forms, PortalClock clock)
{
    /// <summary>Writes it on a thread of its own; whoever calls has asked whether the person may.</summary>
    /// <param name="requestId">Of which request.</param>
    /// <param name="output">Where to; needs no seeking.</param>
    /// <param name="progress">Told how many units' documents are written, out of how many.</param>
    public Task<MadeReport> WriteAsync(int requestId, Stream output, IProgress<(int Done, int All)>? progress = null) => Task.Run(async () =>
    {
        var now = clock.Now;
        await using var db = dbs.CreateDbContext();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await db.BeginSnapshotAsync();
        var (report, sources, pieces) = await ReadAsync(db, forms, requestId, now);
        var (done, all) = (0, sources.Sendings.Count);
        WordWriter.Write(ReportLetter.Of(pieces, sources, SourceBook.Evidence(db, sources, () => progress?.Report((++done, all))), now), output);
        return new MadeReport([.. sources.Answers.Where(sources.Counts).Select(a => new DrawnAnswer(a.SubmissionId, a.ItemCode, a.Version))], Composed(report));
    });

    /// <summary>Reads what is being composed, what it draws from, and its blocks; a first draft where nothing is composed.</summary>
    internal static async Task<(ConsolidatedReport? Report, ReportSources Sources, IReadOnlyList<ReportPiece> Pieces)> ReadAsync(PortalDb db, FormCatalog forms, int requestId, DateTimeOffset now)
    {
        var report = await db.Reports.Include(r => r.Blocks).SingleOrDefaultAsync(r => r.RequestId == requestId);
        var sources = await SourceBook.ReadAsync(db, forms, requestId, report?.Choice ?? SourceChoice.Accepted, now);
        return (report, sources, report is null ? FirstDraft.Of(sources) : [.. report.InOrder.Select(b => b.Piece)]);
    }

    /// <summary>How the blocks of a report stand.</summary>
    internal static string Composed(ConsolidatedReport? report) => report is null ? "" : string.Join(' ', report.InOrder.Select(b => $"{b.Id}:{b.Version}"));
}
