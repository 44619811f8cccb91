using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>On what terms a form is amended.</summary>
/// <param name="Version">The number of the new form version.</param>
/// <param name="Reason">The amending letter, or why.</param>
/// <param name="DueForAdded">Until when what is added is due; null for the report's own deadline.</param>
/// <param name="SupplementDue">Until when what was sent is asked for again by the new form; null where it stays as it was sent.</param>
public sealed record AmendmentTerms(int Version, string Reason, DateTimeOffset? DueForAdded, DateTimeOffset? SupplementDue);

/// <summary>Amend (Điều chỉnh biểu mẫu): what becomes of one report when the form of its request is amended (workflow §7), row by row.</summary>
public sealed partial class Submission
{
    /// <summary>Brings the report to a new form version.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="amendment">From which version to which.</param>
    /// <param name="own">The forms its items stand on now.</param>
    /// <param name="terms">On what terms.</param>
    /// <param name="barred">Rule C forbids the actor to return anything of this report. A return by an amendment is the Return of workflow §4, which §9 names among what it forbids:
    /// such a report keeps what it sent, and who may return it is told that this is left to him.</param>
    /// <param name="documents">All documents of the report; needed where a paper report is being entered.</param>
    public Problem? Amend(Act act, Amendment amendment, FormTemplate own, AmendmentTerms terms, bool barred, IReadOnlyCollection<EvidenceDocument> documents)
    {
        var added = amendment.To.ReportItemsOf(UnitCode).Select(i => i.Code).Where(c => amendment.ChangeOf(c) is ItemChange.Added).ToList();
        if (added.Find(c => Find(c) is not null) is { } back)
        {
            return Problem.Invalid(nameof(Problems.AmendmentItemBack), back);
        }

        var asks = terms.SupplementDue is not null;
        if (UnderWay is { } package && ItemsOf(package).Any(i => amendment.RowOf(i.ItemCode, i.State, asks) is AmendmentRow.Dissolves or AmendmentRow.TakenAway))
        {
            Reopen(act, package, EventVerb.DissolvedByAmendment, terms.Reason);
        }

        foreach (var item in answers.Where(a => a.State != ItemState.Cancelled).OrderBy(a => a.Order).ToList())
        {
            var row = amendment.RowOf(item.ItemCode, item.State, asks);
            if (row == AmendmentRow.TakenAway)
            {
                var (from, hash) = (item.State, item.CurrentVersion?.Hash);
                item.TakeAway(act, d => Described(d, documents));
                act.Record(EventVerb.ItemTakenAway, this, item, from, hash, terms.Reason);
            }
            else if (row == AmendmentRow.Asked && barred)
            {
                act.Record(EventVerb.ReturnLeft, this, item, hash: item.CurrentVersion!.Hash, reason: terms.Reason);
            }
            else if (row != AmendmentRow.Stays)
            {
                Bring(act, item, row, amendment.To.Template, own, terms);
            }
        }

        Add(act, amendment, added, terms);
        (FormVersion, Version) = (terms.Version, Version + 1);
        return null;
    }

    // Open items always move, also when their last amendment had passed them by while they lay sent; locked ones follow only where the new version asks them nothing else.
    private void Bring(Act act, ItemAnswer item, AmendmentRow row, FormTemplate to, FormTemplate own, AmendmentTerms terms)
    {
        if (own.Form(item.ItemCode) is not { } before || to.Form(item.ItemCode) is not { } now)
        {
            return;
        }

        var differs = FormDiff.Of(own, to, item.ItemCode).Substantial;
        if (row == AmendmentRow.Asked)
        {
            var from = item.State;
            item.Move(ItemState.Returned, act, terms.Reason, terms.SupplementDue);
            item.MoveTo(terms.Version, before, now, act.At);
            act.Record(EventVerb.ReturnedByAmendment, this, item, from, item.CurrentVersion!.Hash, terms.Reason);
        }
        else if (!differs)
        {
            item.Follow(terms.Version);
        }
        else if (item.Editable)
        {
            item.MoveTo(terms.Version, before, now, act.At);
            act.Record(EventVerb.FormMoved, this, item, reason: terms.Reason);
        }
    }

    // Each comes after what stands before it in the letter; what is there keeps its order, of which hashes were taken.
    private void Add(Act act, Amendment amendment, IReadOnlyList<string> added, AmendmentTerms terms)
    {
        if (added.Count == 0)
        {
            return;
        }

        var letter = amendment.To.ReportItemsOf(UnitCode).Select(i => i.Code).ToList();
        var line = answers.OrderBy(a => a.Order).ToList();
        foreach (var code in added)
        {
            var item = new ItemAnswer(code, 0, terms.Version, act.At, terms.DueForAdded);
            var before = letter.Take(letter.IndexOf(code)).ToHashSet();
            line.Insert(line.FindLastIndex(a => before.Contains(a.ItemCode)) + 1, item);
            answers.Add(item);
            act.Record(EventVerb.ItemAdded, this, item, reason: terms.Reason);
        }

        line.Select((item, k) => (item, Order: k + 1)).ToList().ForEach(p => p.item.Place(p.Order));
        if (FirstSentAt is null && terms.DueForAdded > GeneralDeadline.At)
        {
            DueAt = terms.DueForAdded; // its first package takes all items along: it cannot be due before they are
        }
    }

    /// <summary>Its place in the official order, which a unit that is added may move.</summary>
    internal void Place(int order) => Order = order;
}
