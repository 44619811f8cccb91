using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>The number and the piece of the page it takes.</summary>
/// <param name="Value">Số, ký hiệu; null where it is missing or left blank.</param>
/// <param name="Cell">The cell in which it, or the blank place for it, stands.</param>
/// <param name="End">Where it ends in the plain letters.</param>
internal sealed record NumberPlace(Found<string>? Value, Cell? Cell, int End);

/// <summary>Số, ký hiệu: after "Số", or alone in a line, or after the type in a title line. A place that was left blank is blank, whatever other documents are named further down.</summary>
internal static partial class HeadNumber
{
    /// <summary>Whether a line begins with the place for the number.</summary>
    public static bool Begins(string letters) => Place().IsMatch(letters);

    /// <summary>Finds it.</summary>
    public static NumberPlace Find(HeadRows rows, SummaryPlace summary)
    {
        var cells = rows.Head.Select(summary.Rest).OfType<Cell>().ToList();
        if (cells.Find(c => Begins(c.Letters)) is { } named)
        {
            var place = Place().Match(named.Letters);
            var number = Number().Match(named.Letters, place.Length);
            return number.Success && number.Index == place.Length ? Of(rows, named, number) : new(null, named, named.From + place.Length);
        }
        var alone = cells.Find(c => Number().Match(c.Letters) is { Success: true, Index: 0 } m && m.Length == c.Letters.Length);
        return alone is null ? new(null, null, 0) : Of(rows, alone, Number().Match(alone.Letters));
    }

    /// <summary>Numbers with their symbols, anywhere in a text without accents.</summary>
    public static Regex Written => Number();

    private static NumberPlace Of(HeadRows rows, Cell cell, Match number)
    {
        var (from, to) = (cell.From + number.Index, cell.From + number.Index + number.Length);
        return new(rows.Text.Found(rows.Text.Written(from, to).Replace(" ", ""), from, to), cell, to);
    }

    [GeneratedRegex(@"^((cong van|quyet dinh|ke hoach|bao cao|thong bao|to trinh|chi thi|nghi quyet|nghi dinh|thong tu|cong dien|luat)\s+)?s[o0](\s*[:.;]+\s*|\s*(?=[\d/]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    // 32/KH-UBND, 1234 /BC-UBND, 12/2024/NĐ-CP, 15-NQ/ĐU, 2616/VPCP-V .I, 3812/SLĐTĐBXH-TEBĐG&PCTNXH: at least one slash and one capital.
    [GeneratedRegex(@"\d{1,6}[a-zA-Z]?(?=[^\n]{0,60}/)\s{0,3}[/-]\s{0,3}(?=[\d/\s]{0,12}[A-Z])([A-Z0-9&]+[a-z]{0,2}(?![a-zA-Z])(\s?[-/.&]\s?(?=\S))?)+(?<![-/.&\s])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
