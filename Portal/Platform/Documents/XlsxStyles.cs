using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Platform.Documents;

/// <summary>The looks of written cells. Answers are formatted as text: a figure or a day stays as it was typed, whatever the machine's language. A number shows its thousands and its own decimals.</summary>
internal static class XlsxStyles
{
    private const uint AsText = 49; // the built-in number format @
    private const uint Quoted = 10, QuotedFact = 11, QuotedFigure = 12, Numbers = 13, OwnFormats = 164; // the first number that a file may give a format of its own
    private const int MostDecimals = 10;

    /// <summary>The style of a cell; one that begins like a formula is marked as text for good.</summary>
    public static uint Of(SheetCell cell) => cell.Kept is { } number ? Numbers + (uint)Math.Min((int)number.Scale, MostDecimals)
        : (cell.Look, CellText.LooksLikeFormula(cell.Text)) switch
        {
            (CellLook.Input, true) => Quoted,
            (CellLook.Fact, true) => QuotedFact,
            (CellLook.Figure, true) => QuotedFigure,
            _ => (uint)cell.Look + 1,
        };

    /// <summary>All of them, in the order of <see cref="CellLook"/> after the default.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(Enumerable.Range(0, MostDecimals + 1).Select(d => new NumberingFormat { NumberFormatId = OwnFormats + (uint)d, FormatCode = d == 0 ? "#,##0" : $"#,##0.{new string('0', d)}" })),
        new Fonts(Letter(), Letter(14, bold: true), Letter(bold: true), Letter(10, colour: "FF5B6470")),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Plain("FFE8EDF3"), Plain("FFFFFBE8"), Plain("FFF1F1F1")),
        new Borders(new Border(), new Border(Line<LeftBorder>(), Line<RightBorder>(), Line<TopBorder>(), Line<BottomBorder>())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats([
            new CellFormat(),
            Look(0), Look(1), Look(2, 2, 1), Look(0, 0, 1), Look(3, 0, 1),
            Look(0, 3, 1, open: true), Look(0, 4, 1, asText: true), Look(0, 0, 1, asText: true), Look(0, 0, 1, asText: true, right: true),
            Look(0, 3, 1, open: true, quoted: true), Look(0, 0, 1, asText: true, quoted: true), Look(0, 0, 1, asText: true, quoted: true, right: true),
            .. Enumerable.Range(0, MostDecimals + 1).Select(d => Look(0, 0, 1, right: true, format: OwnFormats + (uint)d))]));

    private static CellFormat Look(uint font, uint fill = 0, uint border = 0, bool open = false, bool asText = false, bool quoted = false, bool right = false, uint format = 0) =>
        new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top, Horizontal = right ? HorizontalAlignmentValues.Right : null }, new Protection { Locked = !open })
        {
            FormatId = 0,
            FontId = font,
            FillId = fill,
            BorderId = border,
            NumberFormatId = open || asText ? AsText : format,
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
