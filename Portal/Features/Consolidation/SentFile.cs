using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Files;

namespace Portal.Features.Consolidation;

/// <summary>The file of one record of sending, for who may see the whole request. That it was taken out is recorded.</summary>
public sealed class SentFile(Reader reader, EvidenceStore store, AccessLog access)
{
    /// <summary>Opens it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="sendingId">Which record.</param>
    public Task<Outcome<ReportDownload>> RunAsync(string requestCode, int sendingId) => reader.RunAsync<ReportDownload>(nameof(SentFile), requestCode, async (db, actor) =>
    {
        var opened = await ReportDesk.ReadAsync(db, actor, requestCode);
        if (opened.Problem is { } refusal)
        {
            return refusal;
        }

        if (await db.ReportSendings.SingleOrDefaultAsync(s => s.Id == sendingId && s.RequestId == opened.Value.Request.Id) is not { } sending)
        {
            return Problem.NotFound;
        }

        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(SentFile), [$"{requestCode}/{sendingId}"]);
        return await StoredReport.OpenAsync(store, sending.File, sending.FileName);
    });
}
