using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Documents;

namespace Portal.Features.Evidence;

/// <summary>What goes into an archive.</summary>
/// <param name="FileName">Under which name it is saved.</param>
/// <param name="Register">The documents, numbered.</param>
/// <param name="Files">Where each of them lies in it, in the order in which they are written; a document of several items lies in each one's folder.</param>
public sealed record ArchiveContent(string FileName, EvidenceRegister Register, IReadOnlyList<ArchiveFile> Files)
{
    /// <summary>What is written before the documents.</summary>
    public IReadOnlyList<ArchivePiece> Parts { get; init; } = [];

    /// <summary>It ends with the hashes of all that is in it.</summary>
    public bool Summed { get; init; }
}

/// <summary>Gathers the evidence of reports for somebody, and records each restricted document that he takes out with it.</summary>
public sealed class EvidenceGathering(FormCatalog forms, AccessLog access)
{
    /// <summary>Gathers it; whoever calls has asked whether he may see the reports.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">For whom.</param>
    /// <param name="surface">The use case, for the access records.</param>
    /// <param name="submissionIds">Of which reports.</param>
    /// <param name="itemCode">Of which item; null for all.</param>
    /// <param name="folder">In which folder of the archive; null for none.</param>
    public async Task<(EvidenceRegister Register, IReadOnlyList<ArchiveFile> Files)> GatherAsync(PortalDb db, Actor actor, string surface, IReadOnlyList<int> submissionIds, string? itemCode, string? folder)
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

        await access.WriteAsync(AccessKind.OpenedRestricted, actor.PersonId, surface, restricted);
        var register = EvidenceRegister.Of(entries);
        return (register, ArchivePaths.Of(register, logins, titles, folder));
    }
}
