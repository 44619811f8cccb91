using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Evidence;

/// <summary>What goes into an archive of evidence.</summary>
/// <param name="FileName">Under which name it is saved.</param>
/// <param name="Register">The documents, numbered.</param>
/// <param name="Files">Where each of them lies in it, in the order in which they are written; a document of several items lies in each one's folder.</param>
public sealed record ArchiveContent(string FileName, EvidenceRegister Register, IReadOnlyList<ArchiveFile> Files);

/// <summary>All evidence of a request, a unit or an item that the person may know of. That it was taken out is recorded, and so is each restricted document in it.</summary>
public sealed class EvidenceArchive(Reader reader, FormCatalog forms, AccessLog access)
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
        var (entries, logins, titles) = (new List<EvidenceEntry>(), new Dictionary<string, string>(), new Dictionary<string, string>());
        var restricted = new List<string>();
        foreach (var id in submissionIds)
        {
            var of = await db.Submissions.Where(s => s.Id == id).Join(db.Units, s => s.UnitCode, u => u.Code, (s, u) => new { s.RequestId, s.FormVersion, RequestCode = s.Request.Code, u.Code, u.LoginCode }).SingleAsync();
            logins[of.Code] = of.LoginCode;
            foreach (var (code, title) in await forms.TitlesAsync(of.RequestId, of.FormVersion))
            {
                titles[code] = title;
            }

            var seen = await db.EvidenceAsync(actor, id, itemCode);
            entries.AddRange(seen);
            restricted.AddRange(seen.Where(e => e.Restricted).Select(e => $"{new ReportKey(of.RequestCode, of.LoginCode)}/{e.DocumentId}").Distinct());
        }

        await access.WriteAsync(AccessKind.OpenedRestricted, actor.PersonId, nameof(EvidenceArchive), restricted);
        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(EvidenceArchive), [subject]);
        var register = EvidenceRegister.Of(entries);
        return new(ArchivePaths.NameOf(subject), register, ArchivePaths.Of(register, logins, titles));
    }
}
