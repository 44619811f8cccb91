namespace Portal.Domain.Submissions;

/// <summary>The unit's verb on a document: what it is. Putting it on an item and taking it off are verbs of the item.</summary>
public sealed partial class Submission
{
    /// <summary>DescribeDocument: what a person says about a document, where the version seen still holds. Every item it stands on shares the description.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="documentId">A document on at least one item of this report.</param>
    /// <param name="description">What it is now.</param>
    /// <param name="seenVersion">The document's version that was seen.</param>
    public Outcome<EvidenceDocument> Describe(Act act, int documentId, DocumentDescription description, int seenVersion)
    {
        if (DocumentOf(documentId) is not { } document)
        {
            return Problem.NotFound;
        }

        if ((MayDescribe(documentId) ?? ItemsWith(documentId).Where(i => i.Editable).Select(i => i.NotInHand(this, act.Actor)).FirstOrDefault(p => p is not null)) is { } locked)
        {
            return locked;
        }

        if (document.Version != seenVersion)
        {
            return Problem.Stale(nameof(Problems.StalePage));
        }

        if (!document.Describe(description))
        {
            return document;
        }

        foreach (var item in ItemsWith(documentId).Where(i => i.Editable))
        {
            item.Saved(act);
        }

        act.Record(EventVerb.DocumentDescribed, this, hash: document.Sha256, documentId: documentId);
        return document;
    }

    /// <summary>May its description change now? Null, or why not. What a reviewer decided on is frozen with its description;
    /// what travels to the head now must not change under him; else one item that is open is enough.</summary>
    public Problem? MayDescribe(int documentId)
    {
        var on = ItemsWith(documentId).ToList();
        if (on.SelectMany(i => i.Links).Any(l => l.DocumentId == documentId && l.Decision != LinkDecision.Undecided))
        {
            return Problem.State(nameof(Problems.DocumentFrozen));
        }

        var locks = on.Select(i => (i.State, Why: i.MayEdit(ItemAnswer.SignedScan))).ToList();
        return locks.Find(l => l is { Why: not null, State: ItemState.WithHead or ItemState.Approved }).Why
            ?? (locks.Exists(l => l.Why is null) ? null : locks.FirstOrDefault().Why);
    }

    /// <summary>A document that stands on an item of this report, or null.</summary>
    public EvidenceDocument? DocumentOf(int documentId) => answers.SelectMany(a => a.Links).FirstOrDefault(l => l.DocumentId == documentId)?.Document;

    private IEnumerable<ItemAnswer> ItemsWith(int documentId) => answers.Where(a => a.Links.Any(l => l.DocumentId == documentId));
}
