using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Cơ quan ban hành: the letterhead beside the motto. Of "UBND HUYỆN BÌNH SƠN / PHÒNG TÀI CHÍNH - KẾ HOẠCH" it is the lower
/// one; "ỦY BAN NHÂN DÂN / XÃ BÌNH THẠNH" is one name over two lines, for the second does not begin as an agency's name does.</summary>
internal static partial class HeadIssuer
{
    private const int MaxLines = 6;

    /// <summary>Whether a line is the motto of the Republic or of the Party, or a part of it.</summary>
    public static bool IsMotto(string letters) => Motto().IsMatch(letters);

    /// <summary>Finds it; without a motto on the page there is no letterhead.</summary>
    public static Found<string>? Find(HeadRows rows, SummaryPlace summary, NumberPlace number)
    {
        if (!rows.Head.Any(c => Republic().IsMatch(c.Letters)))
        {
            return null;
        }
        var last = new[] { rows.BodyRow, number.Cell?.Row ?? int.MaxValue, summary.Cells.Count > 0 ? summary.Cells[0].Row : int.MaxValue }.Min();
        var lines = Lines(rows, last);
        for (var first = lines.Count - 1; first >= 0; first--)
        {
            if (AgencyName.Begins(Name(rows, lines[first])))
            {
                var name = string.Join(' ', lines.Skip(first).Select(l => Name(rows, l)));
                return rows.Text.Found(AgencyName.Readable(name), lines[first].From, lines[^1].To);
            }
        }
        return null;
    }

    /// <summary>The lines of the letterhead above a row.</summary>
    public static List<Cell> Lines(HeadRows rows, int last) => [.. rows.Head.Where(c => c.Row < last && c.Column == 0).Select(WithoutMotto).OfType<Cell>().Take(MaxLines)];

    private static Cell? WithoutMotto(Cell cell)
    {
        var left = Motto().Match(cell.Letters) is { Success: true } motto ? cell.Letters[..motto.Index].TrimEnd(' ', '*', '-') : cell.Letters;
        var own = cell with { To = cell.From + left.Length, Letters = left };
        return own.IsCapitals && !HeadDate.IsDateline(left) && !HeadStamp.IsAny(left) && !left.Contains("://", StringComparison.Ordinal) ? own : null;
    }

    private static string Name(HeadRows rows, Cell cell) => rows.Text.Written(cell.From, cell.To);

    [GeneratedRegex(@"cong\s*hoa\s*xa\s*hoi\s*chu\s*nghia|dang\s*cong\s*san\s*viet\s*nam|doc\s*lap\s*-?\s*tu\s*do", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Motto();

    // A narrow column breaks the motto before its last words.
    [GeneratedRegex(@"cong\s*hoa\s*xa\s*hoi\s*chu\s*nghia|dang\s*cong\s*san\s*viet\s*nam", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Republic();
}
