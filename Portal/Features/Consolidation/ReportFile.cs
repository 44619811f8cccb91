using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Files;
using Portal.Platform.Options;

namespace Portal.Features.Consolidation;

/// <summary>A file to send.</summary>
/// <param name="Name">Under which name it is saved.</param>
/// <param name="Content">Its bytes, from the first; closed by who sends it.</param>
public sealed record ReportDownload(string Name, Stream Content);

/// <summary>The report as .docx: what is being composed, or a version as it was put before the leader. That it was taken out is recorded.</summary>
public sealed class ReportFile(Reader reader, ReportMaker maker, MakingReports making, EvidenceStore store, PortalOptions options, AccessLog access)
{
    /// <summary>Makes or opens it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="number">Which version; null for what is being composed, and before anything is, for a first draft.</param>
    public Task<Outcome<ReportDownload>> RunAsync(string requestCode, int? number) => reader.RunAsync<ReportDownload>(nameof(ReportFile), requestCode, async (db, actor) =>
    {
        var opened = await ReportDesk.ReadAsync(db, actor, requestCode);
        if (opened.Problem is { } refusal)
        {
            return refusal;
        }

        var (request, composes) = opened.Value;
        var version = number is null ? null : await db.ReportVersions.SingleOrDefaultAsync(v => v.RequestId == request.Id && v.Number == number && (composes || v.State == ReportState.Approved));
        if (version is null && !(composes && number is null))
        {
            return number is null ? Problem.Refused(nameof(Problems.ReportNotYours)) : Problem.NotFound;
        }

        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(ReportFile), [number is null ? requestCode : $"{requestCode}/{number}"]);
        if (version is not null)
        {
            return await StoredReport.OpenAsync(store, version.File, string.Format(ReportText.VersionFile, requestCode, number));
        }

        var file = ScratchFile.Create(options.DataFolder);
        try
        {
            await making.WhileAsync(request.Id, actor.PersonId, told => maker.WriteAsync(request.Id, file, told));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return new ReportDownload(string.Format(ReportText.DraftFile, requestCode), file);
    });
}

/// <summary>A file that lies in the store and is sent only while its bytes are what they were.</summary>
internal static class StoredReport
{
    /// <summary>Opens it.</summary>
    public static async Task<Outcome<ReportDownload>> OpenAsync(EvidenceStore store, string sha256, string name)
    {
        try
        {
            return await store.RehashAsync(sha256) == sha256 ? new ReportDownload(name, store.OpenRead(sha256)) : Problem.Of(ProblemKind.Unavailable, nameof(Problems.ReportFileBroken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem.Of(ProblemKind.Unavailable, nameof(Problems.ReportFileBroken));
        }
    }
}
