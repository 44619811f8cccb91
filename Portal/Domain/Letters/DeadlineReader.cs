using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>A deadline and where it stands in the read text.</summary>
/// <param name="Deadline">What it says.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Weekday">The day of the week it names.</param>
/// <param name="YearOpen">A day and month whose year neither the deadline nor the letter says.</param>
internal sealed record DeadlinePlace(ReadDeadline Deadline, int From, int To, DayOfWeek? Weekday, bool YearOpen);

/// <summary>Deadlines within the body: an hour and a day, a day, a quarter or month, a day of every month.</summary>
internal sealed partial class DeadlineReader(LetterText text, DateOnly? issued, int? year)
{
    private const int MaxFound = 200;
    private const int MaxSentence = 3000;

    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>All in a piece of the text, in order; which of them is the letter's own is decided elsewhere.</summary>
    public IReadOnlyList<DeadlinePlace> All(int from, int to)
    {
        var found = new List<DeadlinePlace>();
        for (var at = from; at < to && found.Count < MaxFound && Dated().Match(text.Plain, at, to - at) is { Success: true } match; at = Math.Max(at + 1, match.Index + match.Length))
        {
            if (!NoDeadline().IsMatch(text.Plain[Math.Max(from, match.Index - 14)..match.Index]) && OfDay(match) is { } dated)
            {
                found.Add(dated);
            }
        }
        for (var at = from; at < to && found.Count < MaxFound && Lasting().Match(text.Plain, at, to - at) is { Success: true } match; at = Math.Max(at + 1, match.Index + match.Length))
        {
            if (!found.Exists(d => d.From < match.Index + match.Length && match.Index < d.To) && OfPeriod(match) is { } lasting)
            {
                found.Add(lasting);
            }
        }
        for (var at = from; at < to && found.Count < MaxFound && Spanning().Match(text.Plain, at, to - at) is { Success: true } match; at = match.Index + match.Length)
        {
            found.Add(Place(match, new(text.Found(match.Index, match.Index + match.Length, 0.6), null, null, LetterGrammar.QualifierWithin, true, null, null, null), null, false));
        }
        return [.. found.OrderBy(d => d.From)];
    }

    /// <summary>A day alone, as the cell of a table has it; null for none.</summary>
    public ReadDeadline? Bare(int from, int to)
    {
        var match = DatePhrases.First(text.Plain, from, to);
        return match.Success && DatePhrases.Read(match) is (var day, var month, var written) ? new(text.Found(from, to, 0.7), Day(day, month, written, out _), null, null, true, null, null, null) : null;
    }

    /// <summary>Words that urge without a day: "khẩn trương", "theo quy định".</summary>
    public DeadlinePlace? Urging(int from, int to)
    {
        var match = Urgent().Match(text.Plain, from, to - from);
        return match.Success ? Place(match, new(text.Found(match.Index, match.Index + match.Length, 0.4), null, null, null, false, null, null, null), null, false) : null;
    }

    /// <summary>The sentence around a place.</summary>
    public string Sentence(int at, int from, int to) => text.Plain[SentenceStart(text.Plain, at, from)..SentenceEnd(text.Plain, at, to)];

    /// <summary>Where the sentence around a place begins; a full stop within a number or an abbreviation ends none.</summary>
    public static int SentenceStart(string plain, int at, int from)
    {
        from = Math.Max(from, at - MaxSentence);
        for (var i = at - 1; i > from; i--)
        {
            if (plain[i] is '\n' || (plain[i] is '.' or '?' or '!' && i + 1 < plain.Length && char.IsWhiteSpace(plain[i + 1]) && !Abbreviates(plain, i)))
            {
                return i + 1;
            }
        }
        return from;
    }

    /// <summary>Where it ends.</summary>
    public static int SentenceEnd(string plain, int at, int to)
    {
        to = Math.Min(to, at + MaxSentence);
        for (var i = at; i < to; i++)
        {
            if (plain[i] is '\n' || (plain[i] is '.' or '?' or '!' && (i + 1 >= to || char.IsWhiteSpace(plain[i + 1]) || plain[i + 1] == '/') && !Abbreviates(plain, i)))
            {
                return i;
            }
        }
        return to;
    }

    /// <summary>"TP. Hồ Chí Minh", "Q. 1": one or two capitals before the full stop.</summary>
    private static bool Abbreviates(string plain, int at)
    {
        var from = at;
        while (from > 0 && at - from < 3 && char.IsAsciiLetter(plain[from - 1]))
        {
            from--;
        }
        return at - from is 1 or 2 && char.IsAsciiLetterUpper(plain[from]) && char.IsAsciiLetterUpper(plain[at - 1]) && (from == 0 || !char.IsLetterOrDigit(plain[from - 1])) && at + 2 < plain.Length && char.IsAsciiLetterOrDigit(plain[at + 2]);
    }

    private DeadlinePlace? OfDay(Match match)
    {
        var (qualifier, inclusive) = Qualifier(match.Groups["q"].Value);
        TimeOnly? time = TimeOf(match);
        DateOnly? date = null;
        var open = false;
        if (DatePhrases.Read(match) is (var day, var month, var written))
        {
            date = Day(day, month, written, out open);
        }
        else if (!match.Groups["every"].Success)
        {
            return null;
        }
        DateTimeOffset? instant = date is { } d && time is { } t ? new DateTimeOffset(d, t, Vietnam) : null;
        return Place(match, new(text.Found(match.Index, match.Index + match.Length, date is null ? 0.6 : 0.95), date, time, qualifier, inclusive, instant, null, null), DatePhrases.WeekdayOf(match), open);
    }

    /// <summary>The year of a day without one is the letter's; where that would lie months before the letter it is the next one, but only if the letter writes that one.</summary>
    private DateOnly? Day(int day, int month, int? written, out bool open)
    {
        open = false;
        var y = written ?? year;
        if (written is null && year is { } own && issued is { } date && new DateOnly(own, month, Math.Min(day, DateTime.DaysInMonth(own, month))) < date.AddDays(-60))
        {
            y = text.Plain.Contains((own + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? own + 1 : null;
        }
        open = y is null;
        return y is { } whole && day <= DateTime.DaysInMonth(whole, month) ? new DateOnly(whole, month, day) : null;
    }

    private DeadlinePlace? OfPeriod(Match match)
    {
        var y = int.TryParse(match.Groups["y"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : match.Groups["this"].Success || match.Groups["y"].Value.Length == 0 ? year : null;
        (DateOnly, DateOnly)? period = null;
        if (y is { } whole && match.Groups["quarter"].Success)
        {
            var quarter = match.Groups["quarter"].Value.ToUpperInvariant() switch { "I" or "1" => 1, "II" or "2" => 2, "III" or "3" => 3, _ => 4 };
            var first = new DateOnly(whole, (quarter * 3) - 2, 1);
            period = (first, first.AddMonths(3).AddDays(-1));
        }
        else if (y is { } of && int.TryParse(match.Groups["month"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
        {
            period = (new DateOnly(of, month, 1), new DateOnly(of, month, 1).AddMonths(1).AddDays(-1));
        }
        var (qualifier, inclusive) = Qualifier(match.Groups["q"].Value);
        return Place(match, new(text.Found(match.Index, match.Index + match.Length, 0.7), null, null, qualifier, inclusive, null, null, qualifier == LetterGrammar.QualifierBefore ? null : period), null, false);
    }

    private static DeadlinePlace Place(Match match, ReadDeadline deadline, DayOfWeek? weekday, bool open) => new(deadline, match.Index, match.Index + match.Length, weekday, open);

    private static (string? Qualifier, bool Inclusive) Qualifier(string plain)
    {
        var words = plain.ToLowerInvariant();
        if (words.Contains("truoc", StringComparison.Ordinal) && !words.Contains("cham nhat", StringComparison.Ordinal))
        {
            return (LetterGrammar.QualifierBefore, false);
        }
        return words.StartsWith("trong", StringComparison.Ordinal) || words.StartsWith("vao", StringComparison.Ordinal) ? (LetterGrammar.QualifierWithin, true)
            : words.Length == 0 ? (null, false) : (LetterGrammar.QualifierLatest, true);
    }

    private static TimeOnly? TimeOf(Match match)
    {
        if (!int.TryParse(match.Groups["h"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var hour))
        {
            return null;
        }
        var minute = int.TryParse(match.Groups["min"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m : 0;
        var part = match.Groups["part"].Value.ToLowerInvariant();
        if (hour is >= 1 and <= 11 && (part.Contains("chieu", StringComparison.Ordinal) || part.Contains("toi", StringComparison.Ordinal)))
        {
            hour += 12;
        }
        return hour <= 23 && minute <= 59 ? new TimeOnly(hour, minute) : null;
    }

    private const string Time = @"(?:(?<h>[0-2]?\d)\s*(?:gio|g|h|:)(?:\s*(?<min>[0-5]\d)(?!\d)\s*(?:phut|'|p\b)?)?)";

    private const string Between = @"(?:[\s,:;(]+(?:(?:la|vao|het|ngay|luc|hoi|khoang|cuoi|gio|buoi|lam viec|hanh chinh|cua|den|chot|vao luc)\b)?)";

    [GeneratedRegex(
        @"\b(?<q>truoc(?: thoi diem| thoi han)?|(?:cham nhat|muon nhat|tre nhat)|han (?:cuoi cung|cuoi|chot|chot cuoi|nop|gui|bao cao)|thoi han(?: (?:gui|nop|hoan thanh|bao cao|cuoi cung|dang ky|thuc hien|gop y|nhan|tra loi|ket thuc|ve|bao|cao)){0,4}|thoi gian(?: (?:gui|nop|hoan thanh|bao cao|cuoi cung|dang ky|gop y|nhan|tra loi|ve|bao|cao)){1,4}|khong (?:qua|muon hon|cham hon|tre hon|de qua)|den het|het ngay|trong ngay|vao ngay)"
        + "(?:" + Between + "){0,5}?[\\s,:;(]*(?:" + Time + @"(?<part>\s*(?:sang|chieu|toi))?[\s,;(\-]*|(?<part>(?:buoi )?(?:sang|chieu|trua|toi|cuoi gio)[\s,]*))?(?:ngay\s+|hom\s+)?" + DatePhrases.Weekday + @"?[\s,]*(?:"
        + DatePhrases.Day + @"(?:\s*\(?\s*(?<w>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\)?)?|ngay\s+(?:m[ou]ng\s+)?(?<every>\d{1,2})(?:\s+(?:cua\s+)?(?:hang|moi|cuoi|dau|thang sau|cua|thang cuoi|thang dau|thang lien ke|thang truoc|thang)\b(?:\s(?:thang|quy|nam|ky|ke|tiep|theo|cuoi|dau|moi|cua|bao|cao|hang|sau)\b){0,5})|(?<every>(?:hang|moi)\s+(?:ngay|tuan|thang))\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b(?<q>trong|truoc|cham nhat(?: la| vao| trong)?|vao)\s+(?:het\s+|cuoi\s+|dau\s+)?(?:quy\s+(?<quarter>IV|III|II|I|[1-4])\b|thang\s+(?<month>0?[1-9]|1[0-2])(?![\d]))(?:\s*(?:nam\s+|/\s?|-\s?)(?<y>(?:19|20)\d\d)(?!\d)|\s+(?<this>nam nay))?(?=\s*[.;,/)\n]|\s*$|\s+(?:de|va|theo|gui)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Lasting();

    // "sinh trước ngày", "ban hành trước ngày" set a condition, not a deadline.
    [GeneratedRegex(@"\b(sinh|ban hanh|phat sinh|thanh lap|ky ket|tuyen dung|duoc cap|co hieu luc|tinh|so lieu|thoi diem)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoDeadline();

    // "trong thời hạn 07 ngày làm việc kể từ ngày nhận được công văn": counted from a day nobody has written.
    [GeneratedRegex(@"\b(?:trong|sau)\s+(?:thoi han|thoi gian|vong)?\s*\d{1,3}\s*(?:\([^)\n]{1,20}\)\s*)?ngay(?: lam viec)?\s*,?\s*(?:ke tu|tinh tu|tu)\s+(?:ngay|khi)\s[^.;,\n]{1,60}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spanning();

    [GeneratedRegex(@"\b(khan truong|gap|som nhat|trong thoi gian som nhat|(?:dung|theo|dam bao) (?:thoi gian|thoi han|tien do)? ?(?:quy|qui) dinh|kip thoi)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Urgent();
}
