using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

/// <summary>One document on one item of one unit, as far as somebody may know it.</summary>
/// <param name="UnitCode">Whose.</param>
/// <param name="UnitName">As lists call the unit.</param>
/// <param name="UnitOrder">The unit's place in the official order.</param>
/// <param name="ItemCode">On which item.</param>
/// <param name="ItemOrder">The item's place in the letter.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="FileName">Its file.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of the bytes, in lower-case hex.</param>
/// <param name="Description">What it is, as said on this item.</param>
/// <param name="SaidAt">When that was said; a document of several items is what was said last.</param>
/// <param name="Decision">What the reviewer says of it on this item.</param>
/// <param name="Reason">Why not, when rejected.</param>
/// <param name="Restricted">Only the unit, the coordinator and the leader may know of it.</param>
public sealed record EvidenceEntry(
    string UnitCode, string UnitName, int UnitOrder, string ItemCode, int ItemOrder, int DocumentId, string FileName, long Size, string Sha256,
    DocumentDescription Description, DateTimeOffset SaidAt, LinkDecision Decision = LinkDecision.Undecided, string? Reason = null, bool Restricted = false);

/// <summary>One numbered line of the register.</summary>
/// <param name="Number">TT, from 1 without gaps.</param>
/// <param name="Document">The document as it was described last.</param>
/// <param name="ItemCodes">Nội dung: the items it proves, in the letter's order.</param>
/// <param name="Decided">It was found fit on each of them; false while one is undecided.</param>
public sealed record RegisterLine(int Number, EvidenceEntry Document, IReadOnlyList<string> ItemCodes, bool Decided);

/// <summary>Danh mục văn bản minh chứng, as annex VIII of the consolidated report numbers it: units in official order, within a unit by the first item that a document proves,
/// then by its key; one number for one document of a unit, however many items it serves. What was rejected has no number (workflow §5).</summary>
/// <param name="Lines">Documents with at least one item on which they were not rejected.</param>
/// <param name="Rejected">Không đạt: each document on each item on which it was rejected, in the same order.</param>
public sealed record EvidenceRegister(IReadOnlyList<RegisterLine> Lines, IReadOnlyList<EvidenceEntry> Rejected)
{
    /// <summary>Numbers documents.</summary>
    /// <param name="entries">In any order; of a document that stands twice on one item the one said last counts. The cover's documents are the report itself, not evidence: they are left out.</param>
    public static EvidenceRegister Of(IEnumerable<EvidenceEntry> entries)
    {
        var all = entries.Where(e => e.ItemCode != ItemAnswer.Cover)
            .GroupBy(e => (e.UnitCode, e.DocumentId, e.ItemCode)).Select(g => g.MaxBy(e => e.SaidAt)!)
            .OrderBy(e => e.UnitOrder).ThenBy(e => e.UnitCode, StringComparer.Ordinal)
            .ThenBy(e => e.ItemOrder).ThenBy(e => e.ItemCode, StringComparer.Ordinal)
            .ThenBy(e => e.DocumentId).ToList();
        var latest = all.GroupBy(e => (e.UnitCode, e.DocumentId)).ToDictionary(g => g.Key, g => g.MaxBy(e => e.SaidAt)!);
        var restricted = all.Where(e => e.Restricted).Select(e => (e.UnitCode, e.DocumentId)).ToHashSet();

        // Groups come in the order of their first entry: the first item that the document proves.
        var lines = all.Where(e => e.Decision != LinkDecision.Rejected).GroupBy(e => (e.UnitCode, e.DocumentId))
            .Select((g, k) => new RegisterLine(k + 1, latest[g.Key] with { ItemCode = g.First().ItemCode, ItemOrder = g.First().ItemOrder, Decision = g.First().Decision, Reason = null, Restricted = Restricted(g.Key) },
                [.. g.Select(e => e.ItemCode)], g.All(e => e.Decision == LinkDecision.Accepted)))
            .ToList();
        return new(lines, [.. all.Where(e => e.Decision == LinkDecision.Rejected).Select(e => e with { Restricted = Restricted((e.UnitCode, e.DocumentId)) })]);

        bool Restricted((string, int) document) => restricted.Contains(document);
    }
}
