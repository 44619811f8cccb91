using Portal.Domain.People;

namespace Portal.Domain.Submissions;

// Who has the working copy in hand: the unit, or a coordinator who enters a paper report for it.
public sealed partial class ItemAnswer
{
    /// <summary>The coordinator who is entering it from paper now; null while it is in the unit's own hands.</summary>
    public int? EnteringBy { get; private set; }

    /// <summary>What counts was entered for the unit from paper, and its head has neither confirmed it nor objected.</summary>
    public bool Unconfirmed { get; private set; }

    /// <summary>It came back because the unit's head objected to what was entered; until it is sent again.</summary>
    public bool Objected { get; private set; }

    /// <summary>The unit's own draft while it is set aside; only where it was loaded.</summary>
    public SetAsideDraft? SetAside { get; private set; }

    // Asked again where something is written: who was let in a moment ago may have lost it meanwhile.
    internal Problem? NotInHand(Submission of, Actor actor) => EnteringBy is { } who
        ? who == actor.PersonId ? null : Problem.State(nameof(Problems.EntryUnderWay))
        : actor.WorksIn(of.UnitCode) ? null : Problem.Refused(nameof(Problems.OnlyTheUnit));

    internal void PutAside(Act act)
    {
        if (SetAside is { } before)
        {
            before.Take(this, act);
        }
        else
        {
            SetAside = new SetAsideDraft(this, act);
        }
    }

    // From the version that counts, or from nothing.
    internal void BeginEntry(Act act, Func<DraftDocument, EvidenceDocument> describe)
    {
        var sent = CurrentVersion?.Content;
        Become(new([.. sent?.Values.Select(v => new DraftValue(v.Key, v.Value, 1, act.Actor.PersonId, act.At, Guid.Empty)) ?? []],
            [.. sent?.Documents.Select(d => new DraftDocument(d.DocumentId, d.Description)) ?? []]), describe);
        (EnteringBy, SavedAt, SavedBy) = (act.Actor.PersonId, null, null);
        Touch();
    }

    internal void AbandonEntry(Func<DraftDocument, EvidenceDocument> describe)
    {
        var draft = SetAside ?? throw new InvalidOperationException($"The draft of {ItemCode} was not loaded.");
        TakeBack(draft, describe);
        (State, StateSince, StateBy, EnteringBy) = (draft.State, draft.StateSince, draft.StateBy, null);
        Touch();
    }

    internal AnswerVersion SendEntry(Package package, string body, Act act)
    {
        Move(SentBefore ? ItemState.Resent : ItemState.Sent, act, package: package.Number);
        var version = AddVersion(body, act.At);
        (EnteringBy, Unconfirmed) = (null, true);
        return version;
    }

    internal void Confirm()
    {
        (Unconfirmed, SetAside) = (false, null);
        Touch();
    }

    // The unit goes on from its own draft where it had one, else from what was entered.
    internal void Object(Act act, string reason, DateTimeOffset due, Func<DraftDocument, EvidenceDocument> describe)
    {
        if (SetAside is { Content: { Values.Count: > 0 } or { Documents.Count: > 0 } } draft)
        {
            TakeBack(draft, describe);
        }

        (Unconfirmed, SetAside) = (false, null);
        Move(ItemState.Returned, act, reason, due);
        Objected = true;
    }

    private void TakeBack(SetAsideDraft draft, Func<DraftDocument, EvidenceDocument> describe)
    {
        Become(draft.Content, describe);
        (SavedAt, SavedBy, SetAside) = (draft.SavedAt, draft.SavedBy, null);
    }

    // What a reviewer has decided stays where it is.
    private void Become(DraftContent content, Func<DraftDocument, EvidenceDocument> describe)
    {
        var wanted = content.Values.ToDictionary(v => v.Path);
        values.RemoveAll(v => !wanted.ContainsKey(v.Path));
        foreach (var value in content.Values)
        {
            if (values.Find(v => v.Path == value.Path) is { } field)
            {
                field.Become(value);
            }
            else
            {
                values.Add(new FieldValue(value));
            }
        }

        links.RemoveAll(l => l.Decision == LinkDecision.Undecided && content.Documents.All(d => d.DocumentId != l.DocumentId));
        foreach (var document in content.Documents.Select(describe).Where(d => !links.Exists(l => l.DocumentId == d.Id)).ToList())
        {
            links.Add(new EvidenceLink(document));
        }
    }
}
