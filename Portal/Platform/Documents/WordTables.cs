using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;

namespace Portal.Platform.Documents;

/// <summary>Tables: those that hold figures, and the two without lines that hold the head and the signature in their places.</summary>
internal static class WordTables
{
    /// <summary>A table without lines, of one or more rows of cells.</summary>
    /// <param name="caption">What it is, for who listens.</param>
    /// <param name="hint">How it is laid out.</param>
    /// <param name="widths">The columns' widths in twips.</param>
    /// <param name="rows">The paragraphs of each cell.</param>
    public static Table Layout(string caption, string hint, IReadOnlyList<int> widths, params IReadOnlyList<IReadOnlyList<OpenXmlElement>>[] rows)
    {
        var table = Frame("TableNormal", caption, hint, widths);
        foreach (var cells in rows)
        {
            table.Append(new TableRow([new TableRowProperties(new CantSplit()), .. cells.Select((paragraphs, k) => Cell(widths[k], paragraphs))]));
        }

        return table;
    }

    /// <summary>What comes before the rows of a table with lines: its frame and its head, which is repeated on every page.</summary>
    /// <param name="of">The table.</param>
    /// <param name="width">How much room there is, in twips.</param>
    /// <returns>The frame, and the columns' widths for <see cref="Row"/>.</returns>
    public static (Table Table, IReadOnlyList<int> Widths) Head(LetterTable of, int width)
    {
        var shares = of.Columns.Sum(c => c.Share);
        var widths = of.Columns.Select(c => width * c.Share / shares).ToList();
        var table = Frame(WordStyles.Grid, of.Caption, string.Format(LetterForm.TableHint, of.Columns.Count, string.Join("; ", of.Columns.Select(c => c.Title))), widths);
        table.Append(new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. of.Columns.Select((c, k) => Cell(widths[k], [WordText.Of(WordStyles.TableHead, c.Title)], centred: true))]));
        return (table, widths);
    }

    /// <summary>One row of a table with lines.</summary>
    public static TableRow Row(LetterTable of, IReadOnlyList<int> widths, IReadOnlyList<string> texts) =>
        new([new TableRowProperties(new CantSplit()), .. of.Columns.Select((c, k) => Cell(widths[k], [WordText.Of(Style(c.Kind), texts[k])]))]);

    private static string Style(LetterColumnKind kind) => kind switch
    {
        LetterColumnKind.Centred => WordStyles.TableCentred,
        LetterColumnKind.Figure => WordStyles.TableFigure,
        _ => WordStyles.TableText,
    };

    private static Table Frame(string style, string caption, string hint, IReadOnlyList<int> widths) => new(
        new TableProperties(
            new TableStyle { Val = style },
            new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook { Val = style == WordStyles.Grid ? "0020" : "0000", FirstRow = style == WordStyles.Grid, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
            new TableCaption { Val = WordText.Clean(caption) },
            new TableDescription { Val = WordText.Clean(hint) }),
        new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));

    private static TableCell Cell(int width, IReadOnlyList<OpenXmlElement> paragraphs, bool centred = false) => new(
        [new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = centred ? TableVerticalAlignmentValues.Center : TableVerticalAlignmentValues.Top }), .. paragraphs]);
}
