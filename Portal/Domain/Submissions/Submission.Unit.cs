using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>The verbs of the unit: the officer sends up, the head signs off or sends back, the report is sent.</summary>
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

        var package = new Package(packages.Count + 1, PackageHash(template, open), act);
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
            Timeliness = Judge(act.At);
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

    private static string PackageHash(FormTemplate template, IEnumerable<ItemAnswer> items) =>
        AnswerContent.Hash(string.Join('\n', items.OrderBy(i => i.Order).Select(i => $"{i.ItemCode} {AnswerContent.Hash(i.Content(template.Form(i.ItemCode)).ToJson())}")));
}
