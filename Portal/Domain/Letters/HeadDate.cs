using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Địa danh, ngày tháng năm ban hành: the dateline at the end of a line of the head. A blank or impossible date is none.</summary>
internal static partial class HeadDate
{
    private const int MaxPlace = 45;

    /// <summary>Whether a line holds nothing but a place and a date, filled in or blank.</summary>
    public static bool IsDateline(string letters) => Dateline().Match(letters) is { Success: true } m && IsPlace(letters[..m.Index]);

    /// <summary>Finds it.</summary>
    public static Found<DateOnly>? Find(HeadRows rows, SummaryPlace summary, NumberPlace number)
    {
        foreach (var cell in rows.Head)
        {
            if (summary.Rest(cell) is not { } rest || rest.Letters.StartsWith('('))
            {
                continue;
            }
            var from = cell == number.Cell || (number.Cell is { } n && n.Row == cell.Row && n.From == cell.From) ? Math.Min(number.End - cell.From, rest.Letters.Length) : 0;
            if (Dateline().Match(rest.Letters, from) is { Success: true } line && IsPlace(rest.Letters[from..line.Index]))
            {
                return Read(rows, rest, line);
            }
        }
        return null;
    }

    private static Found<DateOnly>? Read(HeadRows rows, Cell cell, Match line)
    {
        var written = Date().Match(line.Value);
        if (!written.Success || !int.TryParse(Digits(written, "d"), out var day) || !int.TryParse(Digits(written, "m"), out var month) || !int.TryParse(Digits(written, "y"), out var year)
            || year is < 1945 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }
        var from = cell.From + line.Index + written.Index;
        return rows.Text.Found(new DateOnly(year, month, day), from, from + written.Length);
    }

    private static string Digits(Match date, string group) => string.Concat(date.Groups[group].Value.Where(char.IsAsciiDigit)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Nothing, or the name of a place with its comma.</summary>
    private static bool IsPlace(string before)
    {
        var place = before.Trim(' ', '\t', ',', '.', ';', '-');
        return place.Length <= MaxPlace && place.All(c => char.IsAsciiLetter(c) || c is ' ' or '.' or '-' or '\'') && !HeadNumber.Begins(before + " ");
    }

    [GeneratedRegex(@"\bngay[^a-zA-Z]{0,20}(thang[^a-zA-Z]{0,20}nam[^a-zA-Z]{0,16}|[/.\-][^a-zA-Z]{0,20})?$|\bngay\s*\d[\d\s/.\-]{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"ngay\s*(?<d>[0-3]?\s?[0-9])\s*(thang\s*(?<m>[01]?\s?[0-9])\s*nam\s*|(?<s>[/.\-])\s*(?<m>[01]?\s?[0-9])\s*\k<s>\s*)(?<y>[12]\s?[0-9]\s?[0-9]\s?[0-9])(?!\s?\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
