using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Portal.Platform.Documents;

/// <summary>
/// The first page of a PDF as text, line by line from the top. Words on one base line are a line; a gap wider than one and a half
/// letters' height becomes a tab, so that the two columns of a letterhead stay apart; a line that stands in the right half alone
/// begins with a tab; a wide gap between lines becomes a blank one. Slanted words (stamps) follow at the end.
/// </summary>
internal static class PdfPages
{
    private const double SameLine = 0.4;
    private const double ColumnGap = 1.5;
    private const double BlankLine = 1.9;

    /// <summary>Reads a file.</summary>
    public static PageReading Read(string path)
    {
        try
        {
            using var document = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return PdfTraps.Find(document) is { } trap
                ? new(null, trap, document.NumberOfPages)
                : new(Text(document.GetPage(1)), null, document.NumberOfPages);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new(null, PageTrap.Password, 0);
        }
    }

    private sealed record Placed(string Text, double Left, double Right, double Base, double Size);

    private static string Text(Page page)
    {
        var text = new StringBuilder();
        var words = page.GetWords().Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
        var level = words.Where(w => w.TextOrientation == TextOrientation.Horizontal)
            .Select(w => new Placed(w.Text, w.BoundingBox.Left, w.BoundingBox.Right, w.Letters[0].StartBaseLine.Y, Math.Max(4, w.Letters[0].PointSize))).ToList();
        Placed? above = null;
        foreach (var line in Lines(level))
        {
            if (above is not null && above.Base - line[0].Base > BlankLine * Math.Max(above.Size, line[0].Size))
            {
                text.Append('\n');
            }
            Append(text, line, page.Width);
            above = line[0];
        }
        text.Append('\n');
        foreach (var slanted in words.Where(w => w.TextOrientation != TextOrientation.Horizontal))
        {
            text.Append(slanted.Text).Append('\n');
        }
        return text.ToString();
    }

    private static List<List<Placed>> Lines(List<Placed> words)
    {
        var lines = new List<List<Placed>>();
        foreach (var word in words.OrderByDescending(w => w.Base))
        {
            if (lines.Count > 0 && lines[^1][0].Base - word.Base < SameLine * Math.Min(word.Size, lines[^1][0].Size))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }
        return [.. lines.Select(l => l.OrderBy(w => w.Left).ToList())];
    }

    private static void Append(StringBuilder text, List<Placed> line, double width)
    {
        var middle = (line[0].Left + line[^1].Right) / 2;
        if (line[0].Left > 0.4 * width && middle > 0.6 * width)
        {
            text.Append('\t');
        }
        for (var i = 0; i < line.Count; i++)
        {
            if (i > 0)
            {
                text.Append(line[i].Left - line[i - 1].Right > ColumnGap * line[i].Size ? '\t' : ' ');
            }
            text.Append(line[i].Text);
        }
        text.Append('\n');
    }
}
