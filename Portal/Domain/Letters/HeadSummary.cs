using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>The summary and the cells it takes, so that numbers and dates inside it are not taken for the document's own.</summary>
/// <param name="Value">Trích yếu.</param>
/// <param name="Cells">Where it stands, from its first letter on.</param>
internal sealed record SummaryPlace(Found<string>? Value, IReadOnlyList<Cell> Cells)
{
    /// <summary>What of a cell is not the summary; null when nothing is.</summary>
    public Cell? Rest(Cell cell)
    {
        var taken = Cells.FirstOrDefault(c => c.Row == cell.Row && c.From < cell.To && cell.From < c.To);
        return taken is null ? cell : taken.From == cell.From ? null : cell with { To = taken.From, Letters = cell.Letters[..(taken.From - cell.From)].TrimEnd() };
    }
}

/// <summary>Trích yếu: what follows "V/v" under the number of a công văn, or the type of any other document with the title under it.</summary>
internal static partial class HeadSummary
{
    private const int MaxRows = 8;
    private const int MaxLetters = 500;

    private static readonly string[] Types = Plain(LetterWords.Types);
    private static readonly string[] Authorities = Plain(LetterWords.Authorities);

    /// <summary>Finds it.</summary>
    public static SummaryPlace Find(HeadRows rows)
    {
        foreach (var cell in rows.Head)
        {
            if (TypeOf(cell) is { } type)
            {
                return Titled(rows, cell, type);
            }
            if (About().Match(cell.Letters) is { Success: true } about)
            {
                var first = Part(cell, about.Index);
                var cells = Follow(rows, first, [first]);
                return new(Value(rows, cells, about.Length < first.Letters.Length || cells.Count > 1 ? "" : null), cells);
            }
        }
        return new(null, []);
    }

    /// <summary>The type that a line of capitals begins with; letterheads and mottos begin with none.</summary>
    private static string? TypeOf(Cell cell) => cell.IsCapitals
        ? Array.Find(Types, t => cell.Letters.StartsWith(t, StringComparison.OrdinalIgnoreCase) && (cell.Letters.Length == t.Length || cell.Letters[t.Length] == ' '))
        : null;

    private static SummaryPlace Titled(HeadRows rows, Cell cell, string type)
    {
        var written = rows.Text.Written(cell.From, cell.From + type.Length);
        var words = char.ToUpperInvariant(written[0]) + written[1..].ToLowerInvariant() + " ";
        if (cell.Letters.Length > type.Length)
        {
            // The title begins on the type's own line.
            var whole = Follow(rows, cell, [cell]);
            var title = Part(cell, type.Length);
            return new(Value(rows, [title, .. whole.Skip(1)], words, cell.From), whole);
        }
        var first = rows.Head.FirstOrDefault(c => c.Row > cell.Row);
        if (first is null || first.Row > cell.Row + 3 || first.Column != cell.Column || HeadDate.IsDateline(first.Letters) || !first.Letters.Any(char.IsAsciiLetter))
        {
            return new(null, [cell]);
        }
        var cells = Follow(rows, first, [first]);
        return new(Value(rows, cells, words, cell.From), [cell, .. cells]);
    }

    /// <summary>The lines that go on from a first one, in its column.</summary>
    private static List<Cell> Follow(HeadRows rows, Cell first, List<Cell> cells)
    {
        for (var row = first.Row + 1; cells.Count < MaxRows; row++)
        {
            var here = rows.Head.Where(c => c.Row == row).ToList();
            if (here.Count == 0)
            {
                break;
            }
            if (here.Find(c => c.Column == first.Column) is not { } next)
            {
                continue;
            }
            if (Ends(next, cells[^1]))
            {
                break;
            }
            cells.Add(next);
            if (next.Letters.EndsWith('.'))
            {
                break;
            }
        }
        return cells;
    }

    private static bool Ends(Cell next, Cell before)
    {
        var capital = char.IsAsciiLetterUpper(next.Letters[0]);
        return !next.Letters.Any(char.IsAsciiLetterOrDigit)
            || HeadDate.IsDateline(next.Letters)
            || (HeadNumber.Begins(next.Letters) && next.Letters[0] is 'S' or 's')
            || HeadIssuer.IsMotto(next.Letters)
            || HeadStamp.IsAny(next.Letters)
            || next.Letters.StartsWith('(')
            || before.Letters[^1] is '.' or ';' or ':'
            || (capital && (next.Letters.Length > HeadRows.Wide || next.Letters[^1] is '.' or ';' or ':'))
            || (next.IsCapitals && !before.IsCapitals)
            || (next.IsCapitals && Authorities.Any(a => next.Letters.StartsWith(a, StringComparison.OrdinalIgnoreCase)));
    }

    private static Found<string>? Value(HeadRows rows, IReadOnlyList<Cell> cells, string? before, int? from = null)
    {
        var last = cells[^1];
        var to = last.From + last.Letters.TrimEnd('.', ' ', ';').Length;
        var text = string.Join(' ', cells.Select(c => rows.Text.Written(c.From, c == last ? to : c.To)).Where(t => t.Length > 0));
        if (before is null || text.Length is 0 or > MaxLetters)
        {
            return null;
        }
        var words = before.Length > 0 && AboutWords().IsMatch(cells[0].Letters) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
        return rows.Text.Found(before + words, from ?? cells[0].From, to);
    }

    private static Cell Part(Cell cell, int at)
    {
        at += cell.Letters.AsSpan(at).Length - cell.Letters.AsSpan(at).TrimStart().Length;
        return cell with { From = cell.From + at, Letters = cell.Letters[at..] };
    }

    private static string[] Plain(string list) => [.. list.Split('|').Select(Fold.Of).OrderByDescending(w => w.Length)];

    [GeneratedRegex(@"\bv\s?/\s?v\b[\s:]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"^Ve (viec )?", RegexOptions.CultureInvariant)]
    private static partial Regex AboutWords();
}
