using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Platform.Documents;

/// <summary>The looks of written cells. Answers are formatted as text: a figure or a day stays as it was typed, whatever the machine's language.</summary>
internal static class XlsxStyles
{
    private const uint AsText = 49; // the built-in number format @
    private const uint Quoted = 9, QuotedFact = 10;

    /// <summary>The style of a cell; one that begins like a formula is marked as text for good.</summary>
    public static uint Of(SheetCell cell) =>
        (cell.Look, Formula(cell.Text)) switch { (CellLook.Input, true) => Quoted, (CellLook.Fact, true) => QuotedFact, _ => (uint)cell.Look + 1 };

    /// <summary>All of them, in the order of <see cref="CellLook"/> after the default.</summary>
    public static Stylesheet Sheet() => new(
        new Fonts(Letter(), Letter(14, bold: true), Letter(bold: true), Letter(10, colour: "FF5B6470")),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Plain("FFE8EDF3"), Plain("FFFFFBE8"), Plain("FFF1F1F1")),
        new Borders(new Border(), new Border(Line<LeftBorder>(), Line<RightBorder>(), Line<TopBorder>(), Line<BottomBorder>())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Look(0), Look(1), Look(2, 2, 1), Look(0, 0, 1), Look(3, 0, 1),
            Look(0, 3, 1, open: true), Look(0, 4, 1, asText: true), Look(0, 0, 1, asText: true),
            Look(0, 3, 1, open: true, quoted: true), Look(0, 0, 1, asText: true, quoted: true)));

    private static bool Formula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static CellFormat Look(uint font, uint fill = 0, uint border = 0, bool open = false, bool asText = false, bool quoted = false) =>
        new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }, new Protection { Locked = !open })
        {
            FormatId = 0,
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = open || asText ? AsText : 0,
            QuotePrefix = quoted ? true : null,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
            ApplyProtection = true,
        };

    private static Font Letter(double size = 11, bool bold = false, string? colour = null)
    {
        var font = new Font();
        if (bold)
        {
            font.Append(new Bold());
        }

        font.Append(new FontSize { Val = size });
        if (colour is not null)
        {
            font.Append(new Color { Rgb = colour });
        }

        font.Append(new FontName { Val = "Arial" });
        return font;
    }

    private static Fill Plain(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static T Line<T>() where T : BorderPropertiesType, new()
    {
        var line = new T { Style = BorderStyleValues.Thin };
        line.Append(new Color { Rgb = "FFB8C0CA" });
        return line;
    }
}
