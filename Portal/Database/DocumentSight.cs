using Microsoft.EntityFrameworkCore;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>Which documents of one report a person may know of (workflow §10): the unit's people all of theirs; coordinator and leader what was sent; who only watches what was sent and is not restricted.
/// A mark made after the sending counts at once, whatever the version that was sent says.</summary>
public sealed class DocumentSight
{
    private const string Said = "\"Restricted\":true"; // as the canonical form spells it

    private readonly HashSet<int> restricted;

    private readonly HashSet<int>? inHand; // of who enters paper for the unit: no document of the unit's own draft

    private DocumentSight(bool own, bool draft, bool confidential, HashSet<int> restricted, HashSet<int>? inHand) =>
        (Own, Draft, Confidential, this.restricted, this.inHand) = (own, draft, confidential, restricted, inHand);

    /// <summary>He works in the unit.</summary>
    public bool Own { get; }

    /// <summary>He reads the working copy: who works in the unit; while a paper report is entered for it, who enters it instead.</summary>
    public bool Draft { get; }

    /// <summary>He may know of restricted documents.</summary>
    public bool Confidential { get; }

    /// <summary>Reads what the rule needs to know.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="submissionId">At whose report; he may see it.</param>
    public static async Task<DocumentSight> OfAsync(PortalDb db, Actor actor, int submissionId)
    {
        var of = await db.Submissions.Where(s => s.Id == submissionId).Select(s => new { s.UnitCode, s.Request.CoordinatingUnitCode, EnteringBy = s.Answers.Max(a => a.EnteringBy) }).SingleAsync();
        var (works, enters) = (actor.WorksIn(of.UnitCode), of.EnteringBy == actor.PersonId && actor.Is(Role.Coordinator, of.CoordinatingUnitCode));
        var inHand = enters ? await db.Documents.Where(d => d.SubmissionId == submissionId && (d.UploadedBy == actor.PersonId || db.Links.Any(l => l.DocumentId == d.Id))).Select(d => d.Id).ToListAsync() : null;
        var marked = await db.Documents.Where(d => d.SubmissionId == submissionId && (d.Restricted || d.RestrictedByReviewer)).Select(d => d.Id).ToListAsync();
        var said = await db.Answers.Where(a => a.SubmissionId == submissionId).SelectMany(a => a.Versions).Where(v => v.Body.Contains(Said)).Current(db).ToListAsync();
        return new(works, enters || (works && of.EnteringBy is null), Rights.SeesConfidential(actor, of.UnitCode, of.CoordinatingUnitCode),
            [.. marked, .. said.SelectMany(v => v.Content.Documents).Where(d => d.Description.Restricted).Select(d => d.DocumentId)], inHand?.ToHashSet());
    }

    /// <summary>A document of a version is restricted: it was when that was sent, or it is now.</summary>
    public bool Restricts(VersionDocument document) => document.Description.Restricted || Restricts(document.DocumentId);

    /// <summary>A document is restricted now: marked by the unit or a reviewer, or by the unit in a version that counts.</summary>
    public bool Restricts(int documentId) => restricted.Contains(documentId);

    /// <summary>He may open a document of the working copy.</summary>
    public bool Holds(int documentId) => Draft && inHand?.Contains(documentId) != false;

    /// <summary>He may know of a document of a version.</summary>
    public bool Shows(VersionDocument document) => Confidential || !Restricts(document);

    /// <summary>He may know of a document.</summary>
    public bool Shows(int documentId) => Confidential || !Restricts(documentId);
}

/// <summary>The versions that count.</summary>
public static class CurrentVersions
{
    /// <summary>Of each item the last one that was not withdrawn.</summary>
    public static IQueryable<AnswerVersion> Current(this IQueryable<AnswerVersion> versions, PortalDb db) => versions.Where(v => v.WithdrawnAt == null
        && !db.Versions.Any(later => later.ItemAnswerId == v.ItemAnswerId && later.WithdrawnAt == null && later.Number > v.Number));
}

/// <summary>The evidence of one report as somebody may know it: the working copy's for the unit's people, the current versions' for others.</summary>
public static class SeenEvidence
{
    /// <summary>Reads it; items that were taken away and the cover are left out.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="submissionId">At whose report; he may see it.</param>
    /// <param name="itemCode">Of one item; null for all.</param>
    public static async Task<IReadOnlyList<EvidenceEntry>> EvidenceAsync(this PortalDb db, Actor actor, int submissionId, string? itemCode)
    {
        var sight = await DocumentSight.OfAsync(db, actor, submissionId);
        var unit = await db.Submissions.Where(s => s.Id == submissionId).Join(db.Units, s => s.UnitCode, u => u.Code, (s, u) => u).SingleAsync();
        var items = await db.Answers.Where(a => a.SubmissionId == submissionId && a.State != ItemState.Cancelled && a.ItemCode != ItemAnswer.Cover && (itemCode == null || a.ItemCode == itemCode))
            .Include(a => a.Links).ThenInclude(l => l.Document).OrderBy(a => a.Order).ToListAsync();
        if (sight.Draft)
        {
            return [.. items.SelectMany(i => i.Links.Select(l => Entry(i, l.DocumentId, l.Document.FileName, l.Document.Size, l.Document.Sha256, l.Document.Description, i.SavedAt ?? i.StateSince, l, sight.Restricts(l.DocumentId))))];
        }

        var ids = items.ConvertAll(i => i.Id);
        var versions = await db.Versions.Where(v => ids.Contains(v.ItemAnswerId)).Current(db).ToListAsync();
        return [.. from item in items
                   join version in versions on item.Id equals version.ItemAnswerId
                   from d in version.Content.Documents
                   where sight.Shows(d)
                   select Entry(item, d.DocumentId, d.FileName, d.Size, d.Sha256, d.Description, version.SentAt, item.Links.FirstOrDefault(l => l.DocumentId == d.DocumentId), sight.Restricts(d))];

        EvidenceEntry Entry(ItemAnswer item, int id, string fileName, long size, string sha256, DocumentDescription description, DateTimeOffset at, EvidenceLink? link, bool restricted) =>
            new(unit.Code, unit.ShortName, unit.Order, item.ItemCode, item.Order, id, fileName, size, sha256, description, at, link?.Decision ?? LinkDecision.Undecided, link?.Reason, restricted);
    }
}
