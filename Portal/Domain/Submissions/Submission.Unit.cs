using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>The verbs of the unit: a package goes up to the head, is recalled, and is sent.</summary>
public sealed partial class Submission
{
    /// <summary>What SendUp would take along now: everything that is open.</summary>
    public IReadOnlyList<ItemAnswer> OpenItems => [.. answers.Where(a => a.Editable)];

    /// <summary>SendUp (Trình lãnh đạo): open items → WithHead, when all of them are complete.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="template">The forms.</param>
    /// <param name="lateExplanation">Why late, when it is late already.</param>
    public Problem? SendUp(Act act, FormTemplate template, string? lateExplanation)
    {
        if (UnderWay is { } underWay)
        {
            return Problem.State(underWay.State == PackageState.WithHead ? nameof(Problems.PackageWithHead) : nameof(Problems.PackageApproved));
        }

        if (EnteringBy is not null)
        {
            return Problem.State(nameof(Problems.EntryUnderWay));
        }

        var open = OpenItems;
        if (open.Count == 0)
        {
            return Problem.State(nameof(Problems.NothingOpen));
        }

        if (Blocking(template, open).FirstOrDefault() is { } missing)
        {
            return Problem.Invalid(nameof(Problems.NotComplete), missing.ItemCode, missing.Message);
        }

        if (TakeLateExplanation(act, lateExplanation) is { } late)
        {
            return late;
        }

        var package = new Package(packages.Count + 1, PackageHash(template, open), act,
            open.OrderBy(i => i.Order).Select(i => new PackageItem(i.ItemCode, i.FormVersion, i.Content(template.Form(i.ItemCode)).ToJson())));
        packages.Add(package);
        foreach (var item in open)
        {
            var from = item.State;
            item.Move(ItemState.WithHead, act, package: package.Number);
            act.Record(EventVerb.SentUp, this, item, from, package.Hash);
        }

        Version++;
        return null;
    }

    /// <summary>Recall (Rút lại bản trình): the package under the head's eyes opens again.</summary>
    public Problem? Recall(Act act)
    {
        if (UnderWay is not { State: PackageState.WithHead } package)
        {
            return Problem.State(UnderWay is null ? nameof(Problems.NothingWithHead) : nameof(Problems.SignedOffAlready));
        }

        Reopen(act, package, EventVerb.Recalled, null);
        return null;
    }

    /// <summary>What keeps these items from being sent up, in letter order. Of the cover, what is filled in after the sign-off does not.</summary>
    public IReadOnlyList<Finding> Blocking(FormTemplate template, IEnumerable<ItemAnswer> items)
    {
        var codes = items.Select(i => i.ItemCode).ToHashSet();
        var undescribed = items.SelectMany(i => i.Links.Where(l => !l.Document.Description.Complete)
            .Select(l => new Finding("DOC", FindingKind.Missing, i.ItemCode, $"document/{l.DocumentId}", Problem.Invalid(nameof(Problems.DocumentNotDescribed), l.Document.FileName).Text, null, false)));
        return [.. FormCheck.Unit(template, Sheet(), codes)
            .Where(f => f.Blocks && codes.Contains(f.ItemCode))
            .Where(f => !(f.ItemCode == ItemAnswer.Cover && f.Path is { } path && ItemAnswer.CoverFieldsOpenWhenApproved.Contains(path)))
            .Concat(undescribed)];
    }

    /// <summary>Send (Gửi báo cáo): Approved → Sent, or Resent. Makes the versions and the receipt, and judges the time, once.</summary>
    public Problem? Send(Act act, FormTemplate template, string? lateExplanation)
    {
        if (UnderWay is not { State: PackageState.Approved } package)
        {
            return Problem.State(nameof(Problems.NothingApproved));
        }

        if (CoverMissing(template) is { } missing)
        {
            return Problem.Invalid(nameof(Problems.CoverIncomplete), missing.Message).At(missing.Path ?? "");
        }

        if (TakeLateExplanation(act, lateExplanation) is { } late)
        {
            return late;
        }

        var items = ItemsOf(package).ToList();
        package.Send(act, $"{UnitCode}-{package.Number:00}", PackageHash(template, items));
        if (FirstSentAt is null)
        {
            FirstSentAt = act.At;
            package.Judged = Timeliness = Judge(act.At);
        }

        foreach (var item in items)
        {
            var again = item.SentBefore;
            var version = item.AddVersion(item.Content(template.Form(item.ItemCode)).ToJson(), act.At);
            item.Move(again ? ItemState.Resent : ItemState.Sent, act);
            act.Record(again ? EventVerb.Resent : EventVerb.Sent, this, item, ItemState.Approved, version.Hash);
        }

        Version++;
        return null;
    }

    /// <summary>What the cover still lacks for sending; null when nothing.</summary>
    public Finding? CoverMissing(FormTemplate template) =>
        UnderWay is { } package && ItemsOf(package).Any(i => i.IsCover)
            ? FormCheck.Item(template, Sheet(), ItemAnswer.Cover).FirstOrDefault(f => f.Blocks)
            : null;

    // A package that is not sent after all: every item goes back to whoever fills it in.
    private void Reopen(Act act, Package package, EventVerb verb, string? reason)
    {
        foreach (var item in ItemsOf(package).OrderBy(i => i.Order).ToList())
        {
            var from = item.State;
            item.Move(item.SentBefore ? ItemState.Returned : ItemState.Drafting, act);
            act.Record(verb, this, item, from, package.Hash, reason);
        }

        package.State = PackageState.Dissolved;
        Version++;
    }

    private static string PackageHash(FormTemplate template, IEnumerable<ItemAnswer> items) =>
        AnswerContent.Hash(string.Join('\n', items.OrderBy(i => i.Order).Select(i => $"{i.ItemCode} {AnswerContent.Hash(i.Content(template.Form(i.ItemCode)).ToJson())}")));
}
