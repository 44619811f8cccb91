using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>The verbs of the reviewer: each document, then each item.</summary>
public sealed partial class Submission
{
    /// <summary>DecideDocument (Đạt / Không đạt); may be changed until the item is decided.</summary>
    public Problem? DecideDocument(Act act, string itemCode, int documentId, LinkDecision decision, string? reason)
    {
        if (Find(itemCode) is not { } item || item.Links.FirstOrDefault(l => l.DocumentId == documentId) is not { } link)
        {
            return Problem.NotFound;
        }

        if (item.State is not (ItemState.Sent or ItemState.Resent))
        {
            return NotForReview(item);
        }

        if (decision == LinkDecision.Undecided)
        {
            return Problem.Invalid(nameof(Problems.ChooseDecision));
        }

        if (decision == LinkDecision.Rejected && string.IsNullOrWhiteSpace(reason))
        {
            return Problem.Invalid(nameof(Problems.ReasonNeeded));
        }

        link.Decide(decision, reason?.Trim(), act);
        item.Touch();
        act.Record(decision == LinkDecision.Accepted ? EventVerb.DocumentAccepted : EventVerb.DocumentRejected, this, item, hash: link.Document.Sha256, reason: link.Reason, documentId: documentId);
        return null;
    }

    /// <summary>RestrictDocument (Hạn chế người xem / Bỏ hạn chế): the reviewer's own mark on a document that was sent, beside the unit's and whatever was decided. It counts at once, also for what was sent before.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="document">A document of this report; it may have been taken off its items since it was sent.</param>
    /// <param name="restricted">Marked, or the reviewer's mark taken off.</param>
    public Problem? RestrictDocument(Act act, EvidenceDocument document, bool restricted)
    {
        var on = answers.Where(a => a.Versions.Any(v => v.WithdrawnAt is null && v.Content.Documents.Any(d => d.DocumentId == document.Id))).OrderBy(a => a.Order).ToList();
        if (on.Count == 0)
        {
            return Problem.NotFound; // what was never sent is the unit's own
        }

        if (document.RestrictByReviewer(restricted))
        {
            foreach (var item in on)
            {
                act.Record(restricted ? EventVerb.DocumentRestricted : EventVerb.DocumentUnrestricted, this, item, hash: document.Sha256, documentId: document.Id);
            }
        }

        return null;
    }

    /// <summary>Accept (Tiếp nhận): Sent, Resent → Accepted, when workflow §5 holds and the version is the one shown.</summary>
    public Problem? Accept(Act act, FormTemplate template, string itemCode, int shownVersion)
    {
        if (Find(itemCode) is not { } item)
        {
            return Problem.NotFound;
        }

        if (item.State is not (ItemState.Sent or ItemState.Resent))
        {
            return NotForReview(item);
        }

        if (item.CurrentVersion!.Number != shownVersion)
        {
            return Problem.Stale(nameof(Problems.NewerVersion));
        }

        if (WhyNotAcceptable(template, item) is { } why)
        {
            return why;
        }

        Accept(act, item);
        return null;
    }

    /// <summary>AcceptAll: every item that fits and where nothing is open; undecided documents of those become Accepted.</summary>
    /// <returns>The items that were skipped, each with its reason; a refusal when nothing waits for the reviewer.</returns>
    public Outcome<IReadOnlyList<(string ItemCode, Problem Why)>> AcceptAll(Act act, FormTemplate template)
    {
        var waiting = answers.Where(a => a.State is ItemState.Sent or ItemState.Resent).OrderBy(a => a.Order).ToList();
        if (waiting.Count == 0)
        {
            return Problem.State(nameof(Problems.NothingToAccept));
        }

        var skipped = new List<(string, Problem)>();
        foreach (var item in waiting)
        {
            var explained = FormCheck.Item(template, VersionSheet(), item.ItemCode).Any(f => f.Kind == FindingKind.Explain);
            if (item.Links.Any(l => l.Decision == LinkDecision.Rejected) || explained)
            {
                skipped.Add((item.ItemCode, Problem.Invalid(explained ? nameof(Problems.HasExplanation) : nameof(Problems.HasRejectedDocument))));
                continue;
            }

            if (item.Comments.Any(c => c.IsOpen))
            {
                skipped.Add((item.ItemCode, Problem.Invalid(nameof(Problems.HasOpenComment))));
                continue;
            }

            if (WhyNotAcceptable(template, item, undecidedCount: true) is { } why)
            {
                skipped.Add((item.ItemCode, why));
                continue;
            }

            foreach (var link in item.Links.Where(l => l.Decision == LinkDecision.Undecided))
            {
                link.Decide(LinkDecision.Accepted, null, act);
                act.Record(EventVerb.DocumentAccepted, this, item, hash: link.Document.Sha256, documentId: link.DocumentId);
            }

            Accept(act, item);
        }

        return new(skipped, null);
    }

    /// <summary>Return (Yêu cầu bổ sung, chỉnh lý): Sent, Resent, Accepted → Returned, with a reason and a due time.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="itemCode">Which item, or the cover ("báo cáo chưa đúng thẩm quyền").</param>
    /// <param name="reason">What the unit must do.</param>
    /// <param name="due">Until when; after now.</param>
    /// <param name="shownVersion">The version that the reviewer was shown.</param>
    /// <param name="verb">As what it is remembered.</param>
    public Problem? Return(Act act, string itemCode, string? reason, DateTimeOffset? due, int shownVersion, EventVerb verb = EventVerb.ReturnedForSupplement)
    {
        if (Find(itemCode) is not { } item)
        {
            return Problem.NotFound;
        }

        if (item.State is not (ItemState.Sent or ItemState.Resent or ItemState.Accepted))
        {
            return NotForReview(item);
        }

        if (item.CurrentVersion!.Number != shownVersion)
        {
            return Problem.Stale(nameof(Problems.NewerVersion));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Problem.Invalid(nameof(Problems.ReturnReasonNeeded)).At("reason");
        }

        if (due is not { } until || until <= act.At)
        {
            return Problem.Invalid(nameof(Problems.SupplementDueInPast)).At("due");
        }

        var from = item.State;
        item.Move(ItemState.Returned, act, reason.Trim(), until);
        if (verb == EventVerb.ReturnedForSigner)
        {
            item.AskSigner();
        }

        act.Record(verb, this, item, from, item.CurrentVersion.Hash, reason.Trim());
        return null;
    }

    /// <summary>The versions that count, as rules read them.</summary>
    public AnswerSheet VersionSheet()
    {
        var current = answers.Select(a => (a.ItemCode, Content: a.CurrentVersion?.Content)).Where(v => v.Content is not null).ToList();
        return new(
            current.SelectMany(v => v.Content!.Values.Select(p => (v.ItemCode, p.Key, (string?)p.Value))),
            current.ToDictionary(v => v.ItemCode, v => v.Content!.Documents.Count),
            current.ToDictionary(v => (v.ItemCode, ItemAnswer.SignedScan), v => v.Content!.Documents.Count));
    }

    /// <summary>Why an item cannot be accepted now (workflow §5); null when it can.</summary>
    /// <param name="template">The forms.</param>
    /// <param name="item">Which item.</param>
    /// <param name="undecidedCount">As if what is undecided were accepted.</param>
    public Problem? WhyNotAcceptable(FormTemplate template, ItemAnswer item, bool undecidedCount = false)
    {
        if (!undecidedCount && item.Links.Any(l => l.Decision == LinkDecision.Undecided))
        {
            return Problem.Invalid(nameof(Problems.UndecidedDocuments));
        }

        var sheet = VersionSheet();
        var excused = item.IsCover
            || sheet.Get(item.ItemCode, ItemForm.StatusField) == ItemForm.NothingToReport
            || (!string.IsNullOrWhiteSpace(sheet.Get(item.ItemCode, ItemForm.NoEvidenceReasonField)) && sheet.Get(item.ItemCode, ItemForm.StatusField) != ItemForm.Done);
        if (!excused && !item.Links.Any(l => l.Decision == LinkDecision.Accepted || (undecidedCount && l.Decision == LinkDecision.Undecided)))
        {
            return Problem.Invalid(nameof(Problems.NoAcceptedDocument));
        }

        return FormCheck.Item(template, sheet, item.ItemCode).FirstOrDefault(f => f.Kind == FindingKind.Error) is { } broken
            ? Problem.Invalid(nameof(Problems.NotComplete), item.ItemCode, broken.Message)
            : null;
    }

    private void Accept(Act act, ItemAnswer item)
    {
        var from = item.State;
        item.Move(ItemState.Accepted, act);
        act.Record(EventVerb.Accepted, this, item, from, item.CurrentVersion!.Hash);
    }

    private static Problem NotForReview(ItemAnswer item) => item.State switch
    {
        ItemState.Accepted or ItemState.Included => Problem.State(nameof(Problems.AlreadyAccepted)),
        ItemState.Cancelled => Problem.State(nameof(Problems.ItemCancelled)),
        _ when item.Versions.MaxBy(v => v.Number) is { WithdrawnAt: { } at } => Problem.State(nameof(Problems.WithdrawnByTheUnit), at.ToOffset(Zone)),
        _ => Problem.State(item.SentBefore ? nameof(Problems.AlreadyReturned) : nameof(Problems.NotSentYet)),
    };
}
