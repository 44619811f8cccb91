using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>A piece of a row between two tabs or wide gaps.</summary>
/// <param name="Row">The row's number.</param>
/// <param name="Column">0 for the first piece of its row.</param>
/// <param name="From">Where it begins in the plain letters.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Letters">The plain letters.</param>
internal sealed record Cell(int Row, int Column, int From, int To, string Letters)
{
    /// <summary>No small letters, and letters at all.</summary>
    public bool IsCapitals => Letters.Any(char.IsAsciiLetterUpper) && !Letters.Any(char.IsAsciiLetterLower);
}

/// <summary>The first page as rows of cells, and how far its head goes.</summary>
internal sealed partial class HeadRows
{
    private const int MaxHeadRows = 60;
    private const int LongLine = 60;

    public HeadRows(PlainText text)
    {
        Text = text;
        var row = 0;
        var from = 0;
        foreach (var line in text.Letters.Split('\n'))
        {
            var cells = CellsOf(line, from, row);
            if (cells.Count > 0)
            {
                All.AddRange(cells);
            }
            from += line.Length + 1;
            row++;
        }
        var body = All.Find(c => c.Column == 0 && Opening().IsMatch(c.Letters))?.Row ?? int.MaxValue;
        var spoken = All.Find(c => c.Column == 0 && c.Letters.Length > LongLine && OpeningWords().IsMatch(c.Letters))?.Row ?? int.MaxValue;
        var sixtieth = All.Select(c => c.Row).Distinct().Skip(MaxHeadRows).FirstOrDefault(int.MaxValue);
        BodyRow = Math.Min(Math.Min(body, spoken), sixtieth);
        Head = [.. All.TakeWhile(c => c.Row < BodyRow)];
    }

    /// <summary>The text.</summary>
    public PlainText Text { get; }

    /// <summary>Every cell that is not blank, in reading order.</summary>
    public List<Cell> All { get; } = [];

    /// <summary>Those before the body: before "Kính gửi", "Căn cứ", a numbered section.</summary>
    public IReadOnlyList<Cell> Head { get; }

    /// <summary>The row at which the body begins.</summary>
    public int BodyRow { get; }

    /// <summary>How long a line is that no title has.</summary>
    public static int Wide => LongLine + 10;

    private static List<Cell> CellsOf(string line, int from, int row)
    {
        var cells = new List<Cell>();
        foreach (var piece in Gap().Split(line).Length == 1 ? [new Range(0, line.Length)] : Pieces(line))
        {
            var (start, length) = piece.GetOffsetAndLength(line.Length);
            var text = line.AsSpan(start, length);
            start += text.Length - text.TrimStart(" *\t").Length;
            var trimmed = text.Trim(" *\t");
            if (trimmed.Length > 0)
            {
                cells.Add(new(row, cells.Count == 0 && line.StartsWith('\t') ? 1 : cells.Count, from + start, from + start + trimmed.Length, trimmed.ToString()));
            }
        }
        return cells;
    }

    private static IEnumerable<Range> Pieces(string line)
    {
        var at = 0;
        foreach (Match gap in Gap().Matches(line))
        {
            yield return at..gap.Index;
            at = gap.Index + gap.Length;
        }
        yield return at..line.Length;
    }

    [GeneratedRegex(@"\t+|(?<=\S) {6,}(?=\S)")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(kinh\s*g[uo]i\b|can\s*cu\s+\S|noi nhan\b|dieu \d|i[./]\s|1[./]\s|phan (i|thu)\b|chuong i\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(thuc hien|theo|xet|tiep theo|de|nham|trien khai|qua|trong|sau khi|ngay|tu|hien nay|vua qua)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpeningWords();
}
