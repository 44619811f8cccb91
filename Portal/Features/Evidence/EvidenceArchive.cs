using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Evidence;

/// <summary>All evidence of a request, a unit or an item that the person may know of. That it was taken out is recorded, and so is each restricted document in it.</summary>
public sealed class EvidenceArchive(Reader reader, EvidenceGathering evidence, AccessLog access)
{
    /// <summary>Gathers it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="unitLogin">Of which unit; null for all whose reports the person may see.</param>
    /// <param name="itemCode">Of which of the unit's items; null for all.</param>
    public Task<Outcome<ArchiveContent>> RunAsync(string requestCode, string? unitLogin, string? itemCode) => unitLogin is null
        ? reader.RunAsync<ArchiveContent>(nameof(EvidenceArchive), requestCode, async (db, actor) =>
        {
            if (!await db.Requests.VisibleTo(actor, db.Submissions).AnyAsync(r => r.Code == requestCode))
            {
                return Problem.NotFound;
            }

            var reports = await db.Submissions.VisibleTo(actor).Where(s => s.Request.Code == requestCode).OrderBy(s => s.Order).Select(s => s.Id).ToListAsync();
            return await GatherAsync(db, actor, reports, null, requestCode);
        })
        : reader.RunAsync<ArchiveContent>(nameof(EvidenceArchive), new ReportKey(requestCode, unitLogin), Permission.See, async (db, actor, submissionId) =>
            itemCode is null || await db.Answers.AnyAsync(a => a.SubmissionId == submissionId && a.ItemCode == itemCode && a.ItemCode != ItemAnswer.Cover)
                ? await GatherAsync(db, actor, [submissionId], itemCode, string.Join('/', new[] { requestCode, unitLogin, itemCode }.OfType<string>()))
                : Problem.NotFound);

    private async Task<ArchiveContent> GatherAsync(PortalDb db, Actor actor, IReadOnlyList<int> submissionIds, string? itemCode, string subject)
    {
        var (register, files) = await evidence.GatherAsync(db, actor, nameof(EvidenceArchive), submissionIds, itemCode, null);
        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(EvidenceArchive), [subject]);
        return new(ArchivePaths.NameOf(ArchiveText.Archive, subject), register, files);
    }
}
