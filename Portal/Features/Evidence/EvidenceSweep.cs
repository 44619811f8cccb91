using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Platform;
using Portal.Platform.Files;
using Portal.Platform.Uploads;

namespace Portal.Features.Evidence;

/// <summary>Once an hour: uploads that nobody went on with, half files of a crash, and contents that neither a document nor a consolidated report names.</summary>
public sealed class EvidenceSweep(EvidenceStore store, UploadStore uploads, IDbContextFactory<PortalDb> dbs, PortalClock clock, ILogger<EvidenceSweep> log) : BackgroundService
{
    /// <summary>How long a content may lie without a row: longer than any command takes.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const int Batch = 500;

    /// <summary>Sweeps once.</summary>
    /// <returns>How many files were removed.</returns>
    public async Task<int> SweepAsync(CancellationToken ct = default)
    {
        var old = clock.DiskNow - Grace;
        var removed = uploads.Sweep() + store.SweepIncoming(old);
        await using var db = dbs.CreateDbContext();
        foreach (var batch in store.KeptBefore(old).Chunk(Batch))
        {
            var named = await db.Documents.Where(d => batch.Contains(d.Sha256)).Select(d => d.Sha256)
                .Union(db.ReportVersions.Where(v => batch.Contains(v.File)).Select(v => v.File)).Union(db.ReportSendings.Where(s => batch.Contains(s.File)).Select(s => s.File)).ToListAsync(ct);
            removed += batch.Except(named).Count(sha256 => store.Remove(sha256, old));
        }

        return removed;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1));
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await hourly.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the server stops
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await SweepAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "The sweep of evidence files failed; the next one is in an hour.");
        }
    }
}
