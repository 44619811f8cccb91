using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Files;
using Portal.Platform.Options;

namespace Portal.Features.Consolidation;

/// <summary>Trình lãnh đạo: what is being composed becomes a version that never changes, as the file that the leader reads, approves and that goes up.</summary>
public sealed class SubmitReport(Reader reader, Writer writer, FormCatalog forms, ReportMaker maker, MakingReports making, EvidenceStore store, PortalOptions options)
{
    /// <summary>Puts it before the leader.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, Guid key)
    {
        var ready = await reader.RunAsync<(int RequestId, int PersonId)>(nameof(SubmitReport), requestCode, async (db, actor) =>
        {
            var opened = await ReportDesk.RequestAsync(db, actor, requestCode, RequestPermission.Compose);
            return opened.Problem is { } refusal ? refusal : await WhyNotAsync(db, opened.Value!.Id, opened.Value.IssuedAt ?? default) is { } problem ? problem : (opened.Value.Id, actor.PersonId);
        });
        if (ready.Problem is { } notYet)
        {
            return notYet;
        }

        // The file is safe on disk before a row speaks of it.
        await using var file = ScratchFile.Create(options.DataFolder);
        var made = await making.WhileAsync(ready.Value.RequestId, ready.Value.PersonId, told => maker.WriteAsync(ready.Value.RequestId, file, told));
        file.Position = 0;
        var stored = await store.SaveAsync(file, $"{requestCode}.docx", new(long.MaxValue), CancellationToken.None);
        return stored.Problem ?? await AppendAsync(requestCode, made, stored.Value!, key);
    }

    private async Task<Problem?> AppendAsync(string requestCode, MadeReport made, StoredFile file, Guid key) =>
        (await writer.RunAsync<bool>(nameof(SubmitReport), requestCode, key, async work =>
        {
            var opened = await ReportDesk.OpenAsync(work, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var (request, report) = opened.Value!;
            if (ReportMaker.Composed(report) != made.Composed)
            {
                return Problem.Stale(nameof(Problems.ReportChanged)); // somebody typed while the file was made
            }

            var versions = await work.Db.ReportVersions.Where(v => v.RequestId == request.Id).ToListAsync();
            versions.ForEach(v => v.Replace());
            work.Db.ReportVersions.Add(new(request.Id, versions.Count + 1, file.Sha256, file.Size, made.Drawn, work.Act));
            return true;
        })).Problem;

    // What changed since it was put there, and what nobody has been through, does not go to the leader.
    private async Task<Problem?> WhyNotAsync(PortalDb db, int requestId, DateTimeOffset now)
    {
        if (await db.Reports.Include(r => r.Blocks).SingleOrDefaultAsync(r => r.RequestId == requestId) is not { } report)
        {
            return Problem.Invalid(nameof(Problems.ReportNotBegun));
        }

        var maker = new BlockMaker(await SourceBook.ReadAsync(db, forms, requestId, report.Choice, now));
        var (drafted, changed) = (report.Blocks.Count(b => b.Drafted), report.Blocks.Count(b => Changes.Of(b, maker) is not null));
        return changed > 0 ? Problem.Invalid(nameof(Problems.SourcesChanged), changed) : drafted > 0 ? Problem.Invalid(nameof(Problems.BlocksNotReviewed), drafted) : null;
    }
}

/// <summary>What has changed below a block since it was made.</summary>
internal static class Changes
{
    /// <summary>What its sources make of it now, where that says something else than what was made last; else null.</summary>
    public static MadeBlock? Of(ReportBlock block, BlockMaker maker) =>
        block.Made is { } json && maker.Make(BlockRecipe.FromJson(block.Recipe)) is var now && !now.Says(MadeBlock.FromJson(json)) ? now : null;
}
