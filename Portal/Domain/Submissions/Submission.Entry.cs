using System.Globalization;
using Portal.Domain.People;
using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>Nhập thay: a coordinator enters for the unit what came on paper; its head confirms or objects (workflow §4, §6 "Paper").</summary>
public sealed partial class Submission
{
    /// <summary>The items that are being entered from paper, in order.</summary>
    public IReadOnlyList<ItemAnswer> EntryItems => [.. answers.Where(a => a.EnteringBy is not null).OrderBy(a => a.Order)];

    /// <summary>The coordinator who is entering; null while the report is in the unit's own hands.</summary>
    public int? EnteringBy => answers.Find(a => a.EnteringBy is not null)?.EnteringBy;

    /// <summary>The items of which what counts was entered for the unit and is not confirmed, in order.</summary>
    public IReadOnlyList<ItemAnswer> Unconfirmed => [.. answers.Where(a => a is { Unconfirmed: true, State: not ItemState.Cancelled }).OrderBy(a => a.Order)];

    /// <summary>Why no entry can begin now; null when one can.</summary>
    public Problem? WhyNotEnter(Actor actor) =>
        EnteringBy is { } who ? Problem.State(who == actor.PersonId ? nameof(Problems.EntryIsYours) : nameof(Problems.EntryOfAnother))
        : UnderWay is not null ? Problem.State(nameof(Problems.EntryWaitsForHead))
        : OpenItems.Count == 0 ? Problem.State(nameof(Problems.NothingToEnter))
        : null;

    /// <summary>EnterForUnit (Nhập thay): takes everything that is open. The unit's own draft is set aside; the entry begins from the last sent version, or blank.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="documents">All documents of the report.</param>
    public Problem? EnterForUnit(Act act, IReadOnlyCollection<EvidenceDocument> documents)
    {
        if (WhyNotEnter(act.Actor) is { } why)
        {
            return why;
        }

        var items = OpenItems.OrderBy(i => i.Order).ToList();
        items.ForEach(i => i.PutAside(act)); // all of them first: several may stand on one document
        foreach (var item in items)
        {
            item.BeginEntry(act, d => Described(d, documents));
            act.Record(EventVerb.ProxyStarted, this, item);
        }

        Version++;
        return null;
    }

    /// <summary>What keeps the entry from being sent: what would keep the unit from sending up, and all that the cover lacks.</summary>
    public IReadOnlyList<Finding> EntryBlocking(FormTemplate template)
    {
        var items = EntryItems;
        var cover = items.Any(i => i.IsCover) ? FormCheck.Item(template, Sheet(), ItemAnswer.Cover).Where(f => f.Blocks) : [];
        return [.. Blocking(template, items).Concat(cover).DistinctBy(f => (f.ItemCode, f.Path, f.Message))];
    }

    /// <summary>The signed paper was scanned in this entry: on the cover, or on any of its items where the cover does not travel.</summary>
    public bool EntryScanned(DateTimeOffset since)
    {
        var items = EntryItems;
        return items.Where(i => i.IsCover || !items.Any(x => x.IsCover)).SelectMany(i => i.Links).Any(l => l.Document.UploadedBy == EnteringBy && l.Document.UploadedAt >= since);
    }

    /// <summary>SendForUnit (Gửi thay đơn vị): what was entered → Sent, or Resent. In time or late by the incoming stamp, not by the entry.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="template">The forms.</param>
    /// <param name="receivedAt">The time on the incoming stamp; not after now, not before the request was issued.</param>
    /// <param name="lateExplanation">Why late, as the paper says it.</param>
    /// <param name="explanationDue">Until when the unit's head is asked why, when it was late and the paper does not say.</param>
    public Problem? SendForUnit(Act act, FormTemplate template, DateTimeOffset? receivedAt, string? lateExplanation, DateTimeOffset explanationDue)
    {
        if (EntryItems is not { Count: > 0 } items)
        {
            return Problem.State(nameof(Problems.NoEntry));
        }

        if (EnteringBy != act.Actor.PersonId)
        {
            return Problem.State(nameof(Problems.EntryOfAnother));
        }

        if (receivedAt is not { } received || received > act.At || received < Request.IssuedAt)
        {
            return Problem.Invalid(nameof(Problems.ReceivedAtUnfit), (Request.IssuedAt ?? default).ToOffset(Zone)).At("receivedAt");
        }

        if (EntryBlocking(template).FirstOrDefault() is { } missing)
        {
            return Problem.Invalid(nameof(Problems.NotComplete), missing.ItemCode, missing.Message);
        }

        if (!EntryScanned(items[0].SetAside!.Since))
        {
            return Problem.Invalid(nameof(Problems.ScanNeeded));
        }

        var package = new Package(packages.Count + 1, PackageHash(template, items), act) { EnteredBy = act.Actor.PersonId, ReceivedAt = received };
        package.Send(act, $"{UnitCode}-{package.Number:00}", package.Hash);
        packages.Add(package);
        if (FirstSentAt is null)
        {
            FirstSentAt = act.At;
            package.Judged = Timeliness = Judge(received);
            LateExplanation ??= Timeliness == Timeliness.Late ? Blank(lateExplanation) : null;
            LateExplanationDue = Timeliness == Timeliness.Late && LateExplanation is null ? explanationDue : null;
        }

        var stamp = string.Format(CultureInfo.InvariantCulture, Problems.ReceivedByStamp, received.ToOffset(Zone));
        foreach (var item in items)
        {
            var from = item.State;
            var version = item.SendEntry(package, item.Content(template.Form(item.ItemCode)).ToJson(), act);
            act.Record(EventVerb.ProxySent, this, item, from, version.Hash, stamp);
        }

        Version++;
        return null;
    }

    /// <summary>AbandonEntry (Bỏ nhập thay): the unit's own draft comes back exactly as it was.</summary>
    /// <param name="act">Who and when: who enters, or another coordinator where he cannot.</param>
    /// <param name="documents">All documents of the report.</param>
    public Problem? AbandonEntry(Act act, IReadOnlyCollection<EvidenceDocument> documents)
    {
        if (EntryItems is not { Count: > 0 } items)
        {
            return Problem.State(nameof(Problems.NoEntry));
        }

        foreach (var item in items)
        {
            var from = item.State;
            item.AbandonEntry(d => Described(d, documents));
            act.Record(EventVerb.ProxyAbandoned, this, item, from == item.State ? null : from);
        }

        Version++;
        return null;
    }

    /// <summary>ConfirmProxy (Xác nhận): what was entered is what the unit says. Where it came late and the paper does not say why, the head says it now.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="explanation">Why late, where that is asked.</param>
    public Problem? ConfirmProxy(Act act, string? explanation)
    {
        if (Unconfirmed is not { Count: > 0 } items)
        {
            return Problem.State(nameof(Problems.NothingToConfirm));
        }

        if (LateExplanationDue is not null)
        {
            if (string.IsNullOrWhiteSpace(explanation))
            {
                return Problem.Invalid(nameof(Problems.EntryExplanationNeeded)).At("explanation");
            }

            ExplainLate(act, explanation);
        }

        foreach (var item in items)
        {
            item.Confirm();
            act.Record(EventVerb.ProxyConfirmed, this, item, hash: item.CurrentVersion!.Hash);
        }

        packages.FindAll(p => p is { EnteredBy: not null, ConfirmedAt: null, State: PackageState.Sent }).ForEach(p => p.Confirm(act));
        Version++;
        return null;
    }

    /// <summary>ObjectToProxy (Không xác nhận): the chosen items → Returned, also from Accepted; the unit goes on from its own draft where it had one. What was not chosen stays to be confirmed.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="reasons">Why, by item.</param>
    /// <param name="due">Until when the supplement is due.</param>
    /// <param name="documents">All documents of the report.</param>
    public Problem? ObjectToProxy(Act act, IReadOnlyDictionary<string, string> reasons, DateTimeOffset due, IReadOnlyCollection<EvidenceDocument> documents)
    {
        if (Unconfirmed is not { Count: > 0 } waiting)
        {
            return Problem.State(nameof(Problems.NothingToConfirm));
        }

        var items = waiting.Where(i => reasons.ContainsKey(i.ItemCode)).ToList();
        if (items.Count == 0 || items.Count != reasons.Count)
        {
            return Problem.Invalid(nameof(Problems.ChooseObjected));
        }

        if (items.Find(i => !MayObject(i)) is { } gone)
        {
            return Problem.State(nameof(Problems.NotObjectable), NameOf(gone));
        }

        if (reasons.Values.Any(string.IsNullOrWhiteSpace))
        {
            return Problem.Invalid(nameof(Problems.SayWhy));
        }

        foreach (var item in items)
        {
            var (from, reason, hash) = (item.State, reasons[item.ItemCode].Trim(), item.CurrentVersion!.Hash);
            item.Object(act, reason, due, d => Described(d, documents));
            act.Record(EventVerb.ProxyObjected, this, item, from, hash, reason);
        }

        Version++;
        return null;
    }

    /// <summary>The head may object to what was entered of it: while it counts as it was entered.</summary>
    public static bool MayObject(ItemAnswer item) => item is { Unconfirmed: true, State: ItemState.Sent or ItemState.Resent or ItemState.Accepted };

    /// <summary>A document that whoever has the report in hand may put on an item: while it is being entered none of the unit's own draft.</summary>
    public bool HasInHand(EvidenceDocument document) => EnteringBy is not { } who || document.UploadedBy == who || DocumentOf(document.Id) is not null;

    // A description that a reviewer's decision froze stays.
    private EvidenceDocument Described(DraftDocument draft, IReadOnlyCollection<EvidenceDocument> documents)
    {
        var document = documents.First(d => d.Id == draft.DocumentId);
        if (!answers.SelectMany(a => a.Links).Any(l => l.DocumentId == draft.DocumentId && l.Decision != LinkDecision.Undecided))
        {
            document.Describe(draft.Description);
        }

        return document;
    }
}
