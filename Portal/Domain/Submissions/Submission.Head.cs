using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>The verbs of the head, or of who acts in his place: sign off, send back, revoke what was signed off, withdraw what was sent.</summary>
public sealed partial class Submission
{
    /// <summary>SendBack (Lãnh đạo trả lại): the chosen items → SentBack with a reason each; the rest of the package opens again.</summary>
    public Problem? SendBack(Act act, IReadOnlyDictionary<string, string> reasons)
    {
        if (UnderWay is not { State: PackageState.WithHead } package)
        {
            return Problem.State(nameof(Problems.NothingWithHead));
        }

        var items = ItemsOf(package).ToList();
        var chosen = items.Where(i => reasons.ContainsKey(i.ItemCode)).ToList();
        if (chosen.Count == 0 || chosen.Count != reasons.Count)
        {
            return Problem.Invalid(nameof(Problems.ChooseItems));
        }

        if (reasons.Values.Any(string.IsNullOrWhiteSpace))
        {
            return Problem.Invalid(nameof(Problems.ReasonNeeded));
        }

        foreach (var item in items)
        {
            if (reasons.TryGetValue(item.ItemCode, out var reason))
            {
                item.Move(ItemState.SentBack, act, reason.Trim());
                act.Record(EventVerb.SentBackByHead, this, item, ItemState.WithHead, reason: reason.Trim());
            }
            else
            {
                item.Move(item.SentBefore ? ItemState.Returned : ItemState.Drafting, act);
                act.Record(EventVerb.SentBackByHead, this, item, ItemState.WithHead);
            }
        }

        package.State = PackageState.Dissolved;
        Version++;
        return null;
    }

    /// <summary>SignOff (Duyệt): WithHead → Approved, and on to Sent in the same breath when nothing is missing on the cover.</summary>
    /// <param name="act">Who and when; lateness is judged again now.</param>
    /// <param name="template">The forms.</param>
    /// <param name="shownHash">The hash of the package as it was shown to the head.</param>
    /// <param name="lateExplanation">Why late, when it became late in between.</param>
    public Problem? SignOff(Act act, FormTemplate template, string shownHash, string? lateExplanation)
    {
        if (UnderWay is not { State: PackageState.WithHead } package)
        {
            return Problem.State(nameof(Problems.NothingWithHead));
        }

        var items = ItemsOf(package).ToList();
        if (package.Hash != shownHash || PackageHash(template, items) != shownHash)
        {
            return Problem.Stale(nameof(Problems.PackageChanged));
        }

        if (Blocking(template, items).FirstOrDefault() is { } missing)
        {
            return Problem.Invalid(nameof(Problems.NotComplete), missing.ItemCode, missing.Message);
        }

        if (TakeLateExplanation(act, lateExplanation) is { } late)
        {
            return late;
        }

        package.SignOff(act);
        foreach (var item in items)
        {
            item.Move(ItemState.Approved, act);
            act.Record(EventVerb.SignedOff, this, item, ItemState.WithHead, package.Hash);
        }

        Version++;
        return CoverMissing(template) is null ? Send(act, template, lateExplanation) : null;
    }

    /// <summary>RevokeApproval (Hủy duyệt): what was signed off and not sent yet opens again.</summary>
    public Problem? RevokeApproval(Act act, string? reason)
    {
        if (UnderWay is not { State: PackageState.Approved } package)
        {
            return Problem.State(nameof(Problems.NothingToRevoke));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Problem.Invalid(nameof(Problems.SayWhy)).At("reason");
        }

        Reopen(act, package, EventVerb.ApprovalRevoked, reason.Trim());
        return null;
    }

    /// <summary>Withdraw (Thu hồi báo cáo): the last sending no longer counts, its items open again, the versions before are the current ones. Judged anew at the next sending when nothing that was sent is left.</summary>
    public Problem? Withdraw(Act act, string? reason)
    {
        if (WhyNotWithdrawable() is { } why)
        {
            return why;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Problem.Invalid(nameof(Problems.SayWhy)).At("reason");
        }

        var package = LastSent!;
        package.Withdraw(act);
        foreach (var item in SentIn(package))
        {
            var (from, version) = (item.State, item.CurrentVersion!);
            item.Withdraw(package, act);
            act.Record(EventVerb.Withdrawn, this, item, from, version.Hash, reason.Trim());
        }

        answers.FindAll(a => a.State == ItemState.Cancelled).ForEach(a => a.Unsend(package, act)); // taken away since: it stays so
        if (LastSent is null)
        {
            (FirstSentAt, Timeliness, LateExplanationDue) = (null, Timeliness.Open, null);
        }

        Version++;
        return null;
    }

    /// <summary>The last sending that counts; null before the first.</summary>
    public Package? LastSent => packages.Where(p => p.State == PackageState.Sent).MaxBy(p => p.Number);

    /// <summary>Why the last sending cannot be withdrawn now; null when it can. Needs the versions and the decisions on documents.</summary>
    public Problem? WhyNotWithdrawable()
    {
        if (UnderWay is { } underWay)
        {
            return Problem.State(underWay.State == PackageState.WithHead ? nameof(Problems.PackageWithHead) : nameof(Problems.PackageApproved));
        }

        if (LastSent is not { SentAt: { } sentAt } package)
        {
            return Problem.State(nameof(Problems.NothingSent));
        }

        if (package.EnteredBy is not null)
        {
            return Problem.State(nameof(Problems.EnteredForTheUnit));
        }

        var items = SentIn(package);
        if (items.Find(i => i.State is not (ItemState.Sent or ItemState.Resent) || i.PackageNumber != package.Number) is { } decided)
        {
            return Problem.State(nameof(Problems.PackageDecided), NameOf(decided), decided.StateSince.ToOffset(Zone));
        }

        return items.SelectMany(i => i.Links.Where(l => l.DecidedAt >= sentAt)).FirstOrDefault() is { } link
            ? Problem.State(nameof(Problems.PackageDocumentDecided), link.Document.FileName, link.DecidedAt!.Value.ToOffset(Zone))
            : null;
    }

    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    private static string NameOf(ItemAnswer item) => item.IsCover ? Problems.TheCover : item.ItemCode;

    private List<ItemAnswer> SentIn(Package package) =>
        [.. answers.Where(a => a.State != ItemState.Cancelled && a.Versions.Any(v => v.PackageNumber == package.Number)).OrderBy(a => a.Order)];
}
