using System.Text;
using Portal.Domain.Figures;

namespace Portal.Platform.Documents;

/// <summary>
/// Writes cells as comma-separated values (RFC 4180) that Excel opens under Vietnamese settings: UTF-8 with its mark, lines end with CRLF, a semicolon
/// parts the fields, a comma the decimals. What begins like a formula gets an apostrophe before it and stays text, as OWASP (CSV Injection) advises:
/// whoever reads the file by a program has to take that one apostrophe off. A number needs none, a negative one neither.
/// </summary>
public static class CsvWriter
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    private const char Separator = ';', Quote = '"', Harmless = '\'';
    private const string LineEnd = "\r\n";

    /// <summary>Writes them: as many lines as the last row says, each of as many fields as the last column says.</summary>
    /// <param name="cells">The cells, in any order; of several in one place the last counts. Looks, widths and lists are left out.</param>
    /// <returns>The file.</returns>
    public static byte[] Write(IReadOnlyList<SheetCell> cells)
    {
        var columns = cells.Count == 0 ? 0 : cells.Max(c => c.Column);
        var rows = cells.GroupBy(c => c.Row).ToDictionary(g => g.Key, g => g.GroupBy(c => c.Column).ToDictionary(c => c.Key, c => Field(c.Last())));
        var text = new StringBuilder();
        for (var row = 1; row <= rows.Keys.DefaultIfEmpty().Max(); row++)
        {
            var fields = rows.GetValueOrDefault(row);
            text.AppendJoin(Separator, Enumerable.Range(1, columns).Select(c => fields?.GetValueOrDefault(c) ?? "")).Append(LineEnd);
        }

        return [.. Encoding.UTF8.Preamble, .. new UTF8Encoding(false).GetBytes(text.ToString())];
    }

    /// <summary>Writes rows as they come, each of as many fields as it has; never synchronously.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="output">Left open.</param>
    /// <param name="ct">Ends it in the middle.</param>
    public static async Task WriteAsync(IAsyncEnumerable<IReadOnlyList<string>> rows, Stream output, CancellationToken ct)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true);
        await foreach (var row in rows.WithCancellation(ct))
        {
            await text.WriteAsync((string.Join(Separator, row.Select(Field)) + LineEnd).AsMemory(), ct);
        }
    }

    private static string Field(SheetCell cell) => cell.Kept is { } number ? FigureParser.Canonical(number).Replace('.', ',') : Field(cell.Text);

    private static string Field(string text)
    {
        // Excel breaks lines within a cell with a line feed alone.
        var words = WordText.Clean(text.ReplaceLineEndings("\n").Replace('\t', ' '));
        var kept = CellText.LooksLikeFormula(words.TrimStart(' ', '\u00A0', '\u200B', '\uFEFF')) ? Harmless + words : words;
        return kept.AsSpan().IndexOfAny("\";\n") >= 0 || kept != kept.Trim() ? $"{Quote}{kept.Replace("\"", "\"\"", StringComparison.Ordinal)}{Quote}" : kept;
    }
}
