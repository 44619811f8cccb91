using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>What remains for a person to confirm after a letter was read.</summary>
internal sealed partial class LetterDoubts(LetterText text)
{
    private readonly List<LetterDoubt> _doubts = [];

    /// <summary>Collects them.</summary>
    public IReadOnlyList<LetterDoubt> Of(LetterReading reading, LetterBlocks blocks, DeadlineChoice choice, bool cutOff, int length)
    {
        if (length > LetterText.MaxText)
        {
            Add(LetterDoubtCode.TooLong);
        }
        if (reading.IssuingBody is null)
        {
            Add(LetterDoubtCode.NoIssuer);
        }
        if (reading.Number is null || reading.Date is null)
        {
            Add(LetterDoubtCode.NumberOrDateBlank);
        }
        foreach (var reference in reading.SuperiorReferences.Where(LooksMistyped))
        {
            _doubts.Add(new(LetterDoubtCode.ReferenceLooksMistyped, reference.Number.Value, reference.Number.Start, reference.Number.Length));
        }
        foreach (var place in choice.Others.Prepend(choice.Chosen).OfType<DeadlinePlace>())
        {
            OfDeadline(place, reading.Date?.Value);
        }
        if (cutOff)
        {
            Add(LetterDoubtCode.CutOff);
        }
        if (reading.IsReportingRequest.Value)
        {
            OfRequest(reading, blocks, choice);
        }
        return _doubts;
    }

    /// <summary>Whether the symbol is nearly, but not quite, how the issuer's name is abbreviated.</summary>
    public static bool LooksMistyped(ReadReference reference)
    {
        var slash = reference.Number.Value.LastIndexOf('/');
        var initials = reference.Issuer is null ? "" : string.Concat(Words().Matches(reference.Issuer).Select(m => m.Value).Where(w => w.ToLowerInvariant() != LetterGrammar.Joiners.Split('|')[0]).Select(w => w.All(char.IsUpper) ? w : char.ToUpperInvariant(w[0]).ToString()));
        if (slash < 0 || initials.Length < 4)
        {
            return false;
        }
        var parts = reference.Number.Value[(slash + 1)..].Split('-', StringSplitOptions.RemoveEmptyEntries);
        var forms = new[] { initials, initials[1..] };
        return !parts.Any(p => forms.Any(f => p.StartsWith(f, StringComparison.Ordinal))) && parts.Any(p => p.Length >= 4 && forms.Any(f => f.Length >= 4 && Distance(p, f) is 1));
    }

    private void OfDeadline(DeadlinePlace place, DateOnly? issued)
    {
        var deadline = place.Deadline;
        if (place.Weekday is { } weekday && deadline.Date is { } day && day.DayOfWeek != weekday)
        {
            Add(LetterDoubtCode.WeekdayDisagrees, deadline.Text);
        }
        if (place.YearOpen)
        {
            Add(LetterDoubtCode.YearMissing, deadline.Text);
        }
        if (issued is { } own && deadline.Date < own)
        {
            Add(LetterDoubtCode.DeadlineBeforeLetter, deadline.Text);
        }
    }

    private void OfRequest(LetterReading reading, LetterBlocks blocks, DeadlineChoice choice)
    {
        var (from, to) = blocks.BodyPlace;
        if (reading.Deadline is not { } deadline)
        {
            Add(LetterDoubtCode.NoDeadline);
        }
        else if (deadline.Date is null)
        {
            Add(LetterDoubtCode.DeadlineIsNoDay, deadline.Text);
        }
        else if (deadline.Time is null)
        {
            Add(LetterDoubtCode.DayWithoutHour, deadline.Text);
        }
        if (choice.Others.Count > 0 && reading.Deadline is { } chosen)
        {
            Add(LetterDoubtCode.SeveralDeadlines, chosen.Text);
        }
        if (reading.DataCutoff is null)
        {
            Add(LetterDoubtCode.NoDataPeriod);
        }
        if (reading.ReceivingUnit is null)
        {
            Add(LetterDoubtCode.NoReceiver);
        }
        foreach (var group in reading.Groups.Where(g => g.Name.Confidence < 0.7))
        {
            Add(LetterDoubtCode.GroupsOnlyGeneral, group.Name);
        }
        var body = text.Plain[from..to];
        if (Recommendations().Match(text.Plain[..to]) is { Success: true } named && !Listed().IsMatch(body))
        {
            Add(LetterDoubtCode.RecommendationsNotListed, text.Found(named.Index, named.Index + named.Length));
        }
        if (reading.ReportUpTo is not null && Upward().Match(body) is { Success: true } upward)
        {
            Add(LetterDoubtCode.UpwardDayNotStated, text.Found(from + upward.Groups["when"].Index, from + upward.Groups["when"].Index + upward.Groups["when"].Length));
        }
    }

    private void Add(LetterDoubtCode code, Found<string>? about = null) => _doubts.Add(new(code, about?.Value, about?.Start ?? 0, about?.Length ?? 0));

    /// <summary>How many letters must be changed, put in or left out; 2 for more than one.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return 2;
        }
        var start = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        var end = one.Reverse().Zip(other.Reverse()).TakeWhile(p => p.First == p.Second).Count();
        var rest = Math.Max(one.Length, other.Length) - Math.Min(start + end, Math.Min(one.Length, other.Length));
        return one == other ? 0 : rest <= 1 ? 1 : 2;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\b(?:cac|nhung|tung)\s+kien\s+nghi\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recommendations();

    [GeneratedRegex(@"\bkien nghi\b[^.\n]{0,80}(?:nhu sau|sau day|cu the)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listed();

    [GeneratedRegex(@"\bbao cao\b[^.;\n]{0,200}?(?<when>(?:dung|theo|dam bao)\s+(?:thoi gian |thoi han |tien do )?(?:quy|qui) dinh|dung (?:thoi gian|thoi han))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Upward();
}
