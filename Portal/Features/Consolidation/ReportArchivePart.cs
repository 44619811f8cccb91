using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Platform;
using Portal.Platform.Documents;
using Portal.Platform.Files;
using Portal.Platform.Options;

namespace Portal.Features.Consolidation;

/// <summary>The consolidated report in the archive of its request: every version as it was put before the leader, what was sent up, and what is being composed while there is no version.</summary>
public sealed class ReportArchivePart(EvidenceStore store, ReportMaker maker, PortalOptions options, PortalClock clock) : IArchivePart
{
    private const int BufferBytes = 128 * 1024;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArchivePiece> OfAsync(PortalDb db, Actor actor, int requestId)
    {
        var names = new ArchiveNames();
        var versions = await db.ReportVersions.Where(v => v.RequestId == requestId).OrderBy(v => v.Number).Select(v => new { v.Number, v.State, v.File, v.SubmittedAt }).ToListAsync();
        foreach (var version in versions)
        {
            var state = ReportText.ResourceManager.GetString($"State{version.State}");
            yield return ArchivePiece.Of(store, version.File, names.Place(ArchiveFolders.Report, string.Format(ArchiveFolders.Versioned, version.Number, state)), version.SubmittedAt);
        }

        if (versions.Count == 0)
        {
            var code = await db.Requests.Where(r => r.Id == requestId).Select(r => r.Code).SingleAsync();
            yield return new(names.Place(ArchiveFolders.Report, string.Format(ReportText.DraftFile, code)), clock.Now, (output, ct) => WriteAsync(requestId, output, ct));
        }

        foreach (var sent in await db.ReportSendings.Where(s => s.RequestId == requestId).OrderBy(s => s.Id).ToListAsync())
        {
            var name = string.Format(sent.VoidedAt is null ? ArchiveFolders.SentUpFile : ArchiveFolders.SentUpVoid, ArchiveNames.Flat(sent.Number), sent.FileName);
            yield return ArchivePiece.Of(store, sent.File, names.Place($"{ArchiveFolders.Report}/{ArchiveFolders.SentUp}", name), sent.At);
        }
    }

    // The letter's writer knows no other way than to write synchronously: to a file first, as long as it may be.
    private async Task WriteAsync(int requestId, Stream output, CancellationToken ct)
    {
        await using var file = ScratchFile.Create(options.DataFolder);
        await maker.WriteAsync(requestId, file);
        file.Position = 0;
        await file.CopyToAsync(output, BufferBytes, ct);
    }
}
