using Microsoft.EntityFrameworkCore;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>The history of a report for people, out of its events.</summary>
public static class Trail
{
    /// <summary>Reads the history, latest first; what one press did to several items is one entry.</summary>
    /// <param name="db">The database.</param>
    /// <param name="submissionId">Whose history; the actor may see it.</param>
    /// <param name="itemCode">Only of that item; null for all.</param>
    /// <param name="sight">What the reader may know of: drafts and the head's reasons are the unit's own, restricted documents are not told to who only watches.</param>
    public static async Task<IReadOnlyList<TrailEntry>> TrailAsync(this PortalDb db, int submissionId, string? itemCode, DocumentSight sight)
    {
        var own = sight.Own;
        List<EventVerb> hidden = [.. own ? [] : TrailEntry.OfDrafts, .. sight.Confidential ? [] : TrailEntry.OfRestriction];
        var events = await db.Events.Where(e => e.SubmissionId == submissionId && !hidden.Contains(e.Verb) && (itemCode == null || e.ItemCode == itemCode))
            .OrderBy(e => e.Number)
            .Select(e => new { e.Number, e.At, e.ActorId, e.InPlaceOf, e.CommandId, e.Verb, e.ItemCode, e.DocumentId, Reason = e.Reason == null ? null : e.Reason.Text })
            .ToListAsync();
        var actors = events.Select(e => e.ActorId).Concat(events.Select(e => e.InPlaceOf).OfType<int>()).Distinct().ToList();
        var people = await db.People.Where(p => actors.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var files = await db.Documents.Where(d => d.SubmissionId == submissionId).ToDictionaryAsync(d => d.Id, d => d.FileName);

        var said = await db.Comments.Where(c => db.Answers.Any(a => a.Id == c.ItemAnswerId && a.SubmissionId == submissionId)).Select(c => new { c.Key, c.ResolvedAt }).ToListAsync();
        var open = said.GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Any(c => c.ResolvedAt == null));

        string? File(int? id) => id is { } key ? files.GetValueOrDefault(key) : null;
        return [.. events.Where(e => e.DocumentId is not { } document || sight.Shows(document))
            .GroupBy(e => (e.CommandId, e.Verb))
            .Select(g => new TrailEntry(g.Max(e => e.Number), g.First().At, people.GetValueOrDefault(g.First().ActorId, ""), g.First().InPlaceOf is { } other ? people.GetValueOrDefault(other) : null, g.Key.Verb,
                [.. g.Select(e => e.ItemCode).OfType<string>().Distinct()],
                [.. g.Select(e => File(e.DocumentId)).OfType<string>().Distinct()],
                [.. g.Where(e => e.Reason is not null && (own || e.Verb != EventVerb.SentBackByHead)).Select(e => new TrailReason(e.ItemCode, File(e.DocumentId), e.Reason!))],
                g.Key.Verb == EventVerb.Commented ? open.GetValueOrDefault(g.Key.CommandId) : null))
            .OrderByDescending(e => e.Number)];
    }
}
