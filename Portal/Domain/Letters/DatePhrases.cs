using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Days within a sentence, in figures and in words: 3/7/2024, ngày 05 tháng 7, ngày mồng năm tháng bảy năm hai nghìn không trăm
/// hai mươi tư. Patterns are written for text without accents.</summary>
internal static partial class DatePhrases
{
    private const string Word = "(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|linh|le|tram|nghin|ngan)";
    private const string Month = "(?:gieng|chap|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi(?: (?:mot|hai))?)";

    /// <summary>A day: group d, m and y, or dw, mw and yw where they stand in words.</summary>
    public const string Day =
        @"(?:(?:ngay\s*)?(?:(?<d>[0-3]?\d)\s?(?<s>[/.\-])\s?(?<m>[01]?\d)(?:\s?\k<s>\s?(?<y>(?:19|20)\d\d)(?!\d))?(?![\d/]|\.\d)|(?:ngay\s*)?(?:m[ou]ng\s+)?(?<d>[0-3]?\d)\s*thang\s*(?:(?<m>[01]?\d)(?!\d)|(?<mw>" + Month + @")\b)(?:\s*(?:nam\s*|/\s?)(?<y>(?:19|20)\d\d)(?!\d))?)"
        + @"|ngay\s+(?:m[ou]ng\s+)?(?<dw>" + Word + "(?: " + Word + @"){0,2})\s+thang\s+(?:(?<m>[01]?\d)(?!\d)|(?<mw>" + Month + @")\b)(?:\s+nam\s+(?:(?<y>(?:19|20)\d\d)(?!\d)|(?<yw>" + Word + "(?: " + Word + "){3,8})))?)";

    /// <summary>A weekday: group w.</summary>
    public const string Weekday = @"(?:\(?\s*(?:(?<w>thu\s+(?:hai|ba|tu|nam|sau|bay|[2-7]))|(?<w>chu nhat))\s*\)?)";

    private static readonly Dictionary<string, int> Units = new()
    {
        ["khong"] = 0,
        ["mot"] = 1,
        ["hai"] = 2,
        ["ba"] = 3,
        ["bon"] = 4,
        ["tu"] = 4,
        ["nam"] = 5,
        ["lam"] = 5,
        ["sau"] = 6,
        ["bay"] = 7,
        ["tam"] = 8,
        ["chin"] = 9,
    };

    /// <summary>A day, month and year; the year is null where none is written.</summary>
    public static (int Day, int Month, int? Year)? Read(Match match)
    {
        var day = Figure(match, "d") ?? Spoken(match.Groups["dw"].Value);
        var month = Figure(match, "m") ?? MonthOf(match.Groups["mw"].Value);
        var year = Figure(match, "y") ?? Spoken(match.Groups["yw"].Value);
        return day is { } d && month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(year ?? 2024, month.Value) ? (d, month.Value, year) : null;
    }

    /// <summary>The day of the week that a match names; null when it names none.</summary>
    public static DayOfWeek? WeekdayOf(Match match)
    {
        var word = match.Groups["w"].Value.ToLowerInvariant();
        if (word.Length == 0)
        {
            return null;
        }
        var last = word.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        return last == "nhat" ? DayOfWeek.Sunday : (DayOfWeek)((Units.TryGetValue(last, out var n) ? n : last[0] - '0') - 1);
    }

    /// <summary>The first written day in a piece of text, with its place.</summary>
    public static Match First(string plain, int from, int to) => Whole().Match(plain, from, Math.Max(0, to - from));

    /// <summary>A day as a value; null where it names no year.</summary>
    public static DateOnly? DateOf(Match match) => match.Success && Read(match) is (var d, var m, int y) && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;

    private static int? Figure(Match match, string group) =>
        match.Groups[group].Success && int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    private static int? MonthOf(string words) => words.ToLowerInvariant() switch
    {
        "" => null,
        "gieng" => 1,
        "chap" => 12,
        var other => Spoken(other),
    };

    /// <summary>"hai nghin khong tram hai muoi tu" gives 2024.</summary>
    private static int? Spoken(string words)
    {
        var (sum, here) = (0, 0);
        var any = false;
        foreach (var word in words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            any = true;
            switch (word)
            {
                case "nghin" or "ngan":
                    (sum, here) = (sum + (Math.Max(here, 1) * 1000), 0);
                    break;
                case "tram":
                    (sum, here) = (sum + (here * 100), 0);
                    break;
                case "muoi":
                    (sum, here) = (sum + (Math.Max(here, 1) * 10), 0);
                    break;
                case "linh" or "le":
                    break;
                default:
                    here = Units[word];
                    break;
            }
        }
        return any ? sum + here : null;
    }

    [GeneratedRegex(@"(?<![\d/.])\b" + Day, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
