using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Portal.Platform.Documents;

/// <summary>
/// The whole text of a PDF letter, a paragraph a line. A line that broke only because the next word did not fit is joined with the next one;
/// the two columns of a letterhead and the columns of a table are parted by tabs; page numbers are left out.
/// </summary>
internal static partial class PdfLetter
{
    private const int MostPages = 60;
    private const double SameLine = 0.4, ColumnGap = 1.5, Margin = 0.09, NextLine = 2.1;

    /// <summary>Reads a file; its text is null where no page has words: a scan.</summary>
    public static PageReading Read(string path)
    {
        try
        {
            using var document = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            var text = new StringBuilder();
            Line? open = null;
            foreach (var page in document.GetPages().Take(MostPages))
            {
                open = Append(text, Lines(page), open);
                if (text.Length > PageReading.LongestLetter)
                {
                    break;
                }
            }

            return new(text.ToString(), null, document.NumberOfPages);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new(null, PageTrap.Password, 0);
        }
    }

    private sealed record Placed(string Text, double Left, double Right, double Base, double Size);

    private sealed record Line(string Text, double Left, double Right, double Base, double Size, double FirstWord, double BodyRight, bool Columns);

    private static IReadOnlyList<Line> Lines(Page page)
    {
        var words = page.GetWords().Where(w => !string.IsNullOrWhiteSpace(w.Text) && w.TextOrientation == TextOrientation.Horizontal)
            .Select(w => new Placed(w.Text, w.BoundingBox.Left, w.BoundingBox.Right, w.Letters[0].StartBaseLine.Y, Math.Max(4, w.Letters[0].PointSize)))
            .OrderByDescending(w => w.Base).ToList();
        var rows = new List<List<Placed>>();
        foreach (var word in words)
        {
            if (rows.Count > 0 && rows[^1][0].Base - word.Base < SameLine * Math.Min(word.Size, rows[^1][0].Size))
            {
                rows[^1].Add(word);
            }
            else
            {
                rows.Add([word]);
            }
        }

        var right = words.Count == 0 ? 0 : words.Max(w => w.Right);
        return [.. rows.Select(r => Of([.. r.OrderBy(w => w.Left)], right, page.Width)).Where(l => !IsPageNumber(l, page.Height))];
    }

    private static Line Of(IReadOnlyList<Placed> row, double bodyRight, double width)
    {
        var text = new StringBuilder();
        var columns = row[0].Left > 0.4 * width && (row[0].Left + row[^1].Right) / 2 > 0.6 * width;
        if (columns)
        {
            text.Append('\t'); // it stands in the right column alone
        }

        for (var i = 0; i < row.Count; i++)
        {
            var apart = i > 0 && row[i].Left - row[i - 1].Right > ColumnGap * row[i].Size && !(i == 1 && Mark().IsMatch($"{row[0].Text} ")); // a list's number stands apart from its words
            columns |= apart;
            text.Append(i == 0 ? "" : apart ? "\t" : " ").Append(row[i].Text);
        }

        return new(text.ToString(), row[0].Left, row[^1].Right, row[0].Base, row[0].Size, row[0].Right - row[0].Left, bodyRight, columns);
    }

    private static bool IsPageNumber(Line line, double height) => (line.Base > (1 - Margin) * height || line.Base < Margin * height) && PageNumber().IsMatch(line.Text);

    /// <summary>Writes the lines of a page; the last line of the page before may go on in the first.</summary>
    private static Line? Append(StringBuilder text, IReadOnlyList<Line> lines, Line? before)
    {
        foreach (var line in lines)
        {
            if (before is not null)
            {
                text.Append(GoesOn(before, line) ? ' ' : '\n');
            }

            text.Append(line.Text);
            before = line;
        }

        return before;
    }

    private static bool GoesOn(Line above, Line line) =>
        !above.Columns && !line.Columns && Math.Abs(above.Size - line.Size) < 1
        && (above.Base < line.Base || above.Base - line.Base < NextLine * above.Size)
        && above.Right + (0.25 * above.Size) + line.FirstWord > above.BodyRight - (0.1 * above.Size)
        && line.Left <= above.Left + (0.5 * above.Size) && !Mark().IsMatch(line.Text);

    [GeneratedRegex(@"^\W{0,3}\d{1,3}\W{0,3}(/\s?\d{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    // What begins a paragraph of its own: a dash, a plus, a bullet, "1.", "1.2.", "a)", "I.".
    [GeneratedRegex(@"^([-+*\u2013\u2022\uF02D]\s|\d{1,2}([.)]|(\.\d{1,2})+\.?)\s|[a-z\u0111]\)|[IVX]{1,5}\.\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
