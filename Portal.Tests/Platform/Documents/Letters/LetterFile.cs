using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>One paragraph and where it stands.</summary>
/// <param name="Table">The table it stands in, or null.</param>
/// <param name="Row">The row, from 0.</param>
/// <param name="Cell">The cell, or null.</param>
/// <param name="Section">Which section, from 0.</param>
internal sealed record Piece(Paragraph Paragraph, string Style, string Text, Table? Table, int Row, int Column, TableCell? Cell, int Section)
{
    public string Place => $"{Style}: {(Text.Length > 40 ? Text[..40] : Text)}";
}

/// <summary>A letter read back: its paragraphs in order, its sections, and what every property comes to once styles and defaults are resolved.</summary>
internal sealed class LetterFile
{
    private readonly Dictionary<string, Style> styles;
    private readonly DocDefaults? defaults;

    public LetterFile(WordprocessingDocument document)
    {
        Document = document;
        var main = document.MainDocumentPart!;
        styles = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Where(s => s.StyleId is not null).ToDictionary(s => s.StyleId!.Value!);
        defaults = main.StyleDefinitionsPart.Styles!.DocDefaults;
        foreach (var element in main.Document!.Body!.ChildElements)
        {
            switch (element)
            {
                case Paragraph p:
                    Pieces.Add(Of(p, null, 0, 0, null));
                    if (p.ParagraphProperties?.SectionProperties is { } ends)
                    {
                        Sections.Add(ends);
                    }

                    break;
                case Table table:
                    Tables.Add((table, Sections.Count));
                    Pieces.AddRange(table.Elements<TableRow>().SelectMany((row, r) => row.Elements<TableCell>().SelectMany((cell, c) => cell.Elements<Paragraph>().Select(p => Of(p, table, r, c, cell)))));
                    break;
                case SectionProperties last:
                    Sections.Add(last);
                    break;
            }
        }
    }

    public WordprocessingDocument Document { get; }

    public List<Piece> Pieces { get; } = [];

    public List<SectionProperties> Sections { get; } = [];

    public List<(Table Table, int Section)> Tables { get; } = [];

    public IEnumerable<Inline> Charts => Document.MainDocumentPart!.Document!.Body!.Descendants<Inline>();

    public IEnumerable<Piece> Of(string style) => Pieces.Where(p => p.Style == style);

    public Piece? First(string style) => Of(style).FirstOrDefault();

    public string? StyleOf(Table table) => table.GetFirstChild<TableProperties>()?.TableStyle?.Val?.Value;

    public Style? Named(string style) => styles.GetValueOrDefault(style);

    /// <summary>A property of a paragraph as it comes out: its own, else its style's, else that one's base, else the default.</summary>
    public string? Effective<T>(Paragraph paragraph, Func<T, string?> value) where T : OpenXmlElement =>
        Chain(paragraph.ParagraphProperties, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value, s => s.StyleParagraphProperties, defaults?.ParagraphPropertiesDefault?.ParagraphPropertiesBaseStyle, value);

    /// <summary>A property of a run as it comes out.</summary>
    public string? Effective<T>(Run run, Func<T, string?> value) where T : OpenXmlElement
    {
        var own = run.RunProperties?.GetFirstChild<T>() is { } direct ? value(direct) : null;
        var named = run.RunProperties?.RunStyle?.Val?.Value is { } character ? Chain(null, character, s => s.StyleRunProperties, null, value) : null;
        return own ?? named ?? Chain(null, run.Ancestors<Paragraph>().First().ParagraphProperties?.ParagraphStyleId?.Val?.Value, s => s.StyleRunProperties, defaults?.RunPropertiesDefault?.RunPropertiesBaseStyle, value);
    }

    /// <summary>Whether a switch such as bold is on.</summary>
    public bool On<T>(Run run) where T : OnOffType => Effective<T>(run, s => s.Val is null || s.Val.Value ? "1" : "0") == "1";

    public double Points(Run run) => double.Parse(Effective<FontSize>(run, s => s.Val?.Value) ?? "20", System.Globalization.CultureInfo.InvariantCulture) / 2;

    public static IEnumerable<Run> Words(Paragraph paragraph) => paragraph.Descendants<Run>().Where(r => r.InnerText.Length > 0);

    public int Spacing(Paragraph p, Func<SpacingBetweenLines, string?> value) => int.Parse(Effective(p, value) ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    public int Indent(Paragraph p, Func<Indentation, string?> value) => int.Parse(Effective(p, value) ?? "0", System.Globalization.CultureInfo.InvariantCulture);

    private string? Chain<T>(OpenXmlElement? own, string? style, Func<Style, OpenXmlElement?> part, OpenXmlElement? last, Func<T, string?> value) where T : OpenXmlElement
    {
        if (own?.GetFirstChild<T>() is { } direct && value(direct) is { } said)
        {
            return said;
        }

        for (var id = style ?? "Normal"; id is not null && styles.TryGetValue(id, out var named); id = named.BasedOn?.Val?.Value)
        {
            if (part(named)?.GetFirstChild<T>() is { } there && value(there) is { } found)
            {
                return found;
            }
        }

        return last?.GetFirstChild<T>() is { } d ? value(d) : null;
    }

    private Piece Of(Paragraph p, Table? table, int row, int column, TableCell? cell) =>
        new(p, p.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "Normal", p.InnerText, table, row, column, cell, Sections.Count);
}
