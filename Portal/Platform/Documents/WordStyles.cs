using DocumentFormat.OpenXml.Wordprocessing;

namespace Portal.Platform.Documents;

/// <summary>The named styles of a letter, one for each component of Nghị định 30/2020/NĐ-CP, Phụ lục I: sizes, weights, slants and places stand here and nowhere else.</summary>
public static class WordStyles
{
    public const string Body = "Body", Nation = "Nation", Motto = "Motto", Rule = "Rule", IssuerParent = "IssuerParent", Issuer = "Issuer", Number = "Number", About = "About", PlaceDate = "PlaceDate",
        Kind = "Title", Subject = "Subtitle", To = "To", ToLine = "ToLine", Basis = "Basis", Part = "Part", PartTitle = "PartTitle", Section = "Heading1", Clause = "Heading2", Dash = "Dash", Point = "Point",
        Authority = "Authority", Signer = "Signer", Recipients = "Recipients", Recipient = "Recipient", Annex = "Annex", AnnexTitle = "AnnexTitle", AnnexNote = "AnnexNote",
        Caption = "Caption", TableHead = "TableHead", TableText = "TableText", TableCentred = "TableCentred", TableFigure = "TableFigure", Chart = "Chart", Header = "Header", Separator = "Separator", Grid = "Grid";

    /// <summary>The one font.</summary>
    public const string Font = "Times New Roman";

    /// <summary>The first line's indent: 1.27 cm, in twips.</summary>
    public const int Indent = 720;

    /// <summary>Sizes in points, where the writer has to measure words.</summary>
    public const double NationSize = 13, MottoSize = 14, IssuerSize = 13, AboutSize = 12, TextSize = 14;

    private const int Single = 240, Gap = 120;

    /// <summary>All of them.</summary>
    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font },
                new Color { Val = "000000" },
                new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" },
                new Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0", Line = $"{Single}", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden(), new UnhideWhenUsed()) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
        new Style(new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(), new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, NoMargins()))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        Of(Nation, LetterForm.StyleNation, NationSize, bold: true, JustificationValues.Center),
        Of(Motto, LetterForm.StyleMotto, MottoSize, bold: true, JustificationValues.Center),
        Thin(Rule, LetterForm.StyleRule, 80),
        Of(IssuerParent, LetterForm.StyleIssuerParent, IssuerSize, bold: false, JustificationValues.Center),
        Of(Issuer, LetterForm.StyleIssuer, IssuerSize, bold: true, JustificationValues.Center),
        Of(Number, LetterForm.StyleNumber, 13, bold: false, JustificationValues.Center, before: 60),
        Of(About, LetterForm.StyleAbout, AboutSize, bold: false, JustificationValues.Center, before: Gap),
        Of(PlaceDate, LetterForm.StylePlaceDate, TextSize, bold: false, JustificationValues.Center, before: 60, italic: true),
        Of(Kind, LetterForm.StyleKind, TextSize, bold: true, JustificationValues.Center, before: 240, keep: true, builtIn: "Title"),
        Of(Subject, LetterForm.StyleSubject, TextSize, bold: true, JustificationValues.Center, keep: true, builtIn: "Subtitle"),
        Of(To, LetterForm.StyleTo, TextSize, bold: false, JustificationValues.Left, before: 240),
        Of(ToLine, LetterForm.StyleToLine, TextSize, bold: false, JustificationValues.Left),
        Of(Body, LetterForm.StyleBody, TextSize, bold: false, JustificationValues.Both, before: Gap, indent: Indent, line: 264),
        Of(Basis, LetterForm.StyleBasis, TextSize, bold: false, JustificationValues.Both, before: Gap, indent: Indent, italic: true, line: 264),
        Of(Part, LetterForm.StylePart, TextSize, bold: true, JustificationValues.Center, before: 240, keep: true, outline: 0),
        Of(PartTitle, LetterForm.StylePartTitle, TextSize, bold: true, JustificationValues.Center, keep: true),
        Of(Section, "heading 1", TextSize, bold: true, JustificationValues.Both, before: Gap, indent: Indent, keep: true, outline: 0),
        Of(Clause, "heading 2", TextSize, bold: true, JustificationValues.Both, before: Gap, indent: Indent, keep: true, outline: 1),
        Of(Dash, LetterForm.StyleDash, TextSize, bold: false, JustificationValues.Both, before: Gap, indent: Indent, line: 264),
        Of(Point, LetterForm.StylePoint, TextSize, bold: false, JustificationValues.Both, before: Gap, indent: Indent, line: 264),
        Of(Authority, LetterForm.StyleAuthority, TextSize, bold: true, JustificationValues.Center, keep: true),
        Of(Signer, LetterForm.StyleSigner, TextSize, bold: true, JustificationValues.Center, before: 1440),
        Of(Recipients, LetterForm.StyleRecipients, 12, bold: true, JustificationValues.Left, italic: true),
        Of(Recipient, LetterForm.StyleRecipient, 11, bold: false, JustificationValues.Left),
        Of(Annex, LetterForm.StyleAnnex, 14, bold: true, JustificationValues.Center, keep: true, outline: 0),
        Of(AnnexTitle, LetterForm.StyleAnnexTitle, TextSize, bold: true, JustificationValues.Center, keep: true),
        Of(AnnexNote, LetterForm.StyleAnnexNote, TextSize, bold: false, JustificationValues.Center, italic: true, keep: true),
        Of(Caption, "caption", 13, bold: true, JustificationValues.Center, before: Gap, after: 60, keep: true),
        Of(TableHead, LetterForm.StyleTableHead, 13, bold: true, JustificationValues.Center),
        Of(TableText, LetterForm.StyleTableText, 13, bold: false, JustificationValues.Left),
        Of(TableCentred, LetterForm.StyleTableCentred, 13, bold: false, JustificationValues.Center),
        Of(TableFigure, LetterForm.StyleTableFigure, 13, bold: false, JustificationValues.Right),
        Of(Chart, LetterForm.StyleChart, 13, bold: false, JustificationValues.Center, after: 60),
        Of(Header, "header", TextSize, bold: false, JustificationValues.Center),
        Thin(Separator, LetterForm.StyleSeparator, 20),
        new Style(new StyleName { Val = LetterForm.StyleGrid }, new BasedOn { Val = "TableNormal" }, new PrimaryStyle(), new StyleTableProperties(Borders(), CellMargins()))
        { Type = StyleValues.Table, StyleId = Grid, CustomStyle = true });

    private static Style Of(string id, string name, double points, bool bold, JustificationValues place, int before = 0, int after = 0, int indent = 0, int line = Single, bool italic = false, bool keep = false, int? outline = null, string? builtIn = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keep)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}", Line = $"{line}", LineRule = LineSpacingRuleValues.Auto });
        if (indent > 0)
        {
            paragraph.Append(new Indentation { FirstLine = $"{indent}" });
        }

        paragraph.Append(new Justification { Val = place });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var half = $"{(int)(points * 2)}";
        var style = new Style(new StyleName { Val = builtIn ?? name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph,
            new StyleRunProperties(Switch<Bold>(bold), Switch<BoldComplexScript>(bold), Switch<Italic>(italic), Switch<ItalicComplexScript>(italic), new FontSize { Val = half }, new FontSizeComplexScript { Val = half }))
        { Type = StyleValues.Paragraph, StyleId = id };
        style.CustomStyle = builtIn is null && !name.StartsWith("heading", StringComparison.Ordinal) && name is not ("caption" or "header") ? true : null;
        if (builtIn is not null)
        {
            style.InsertAfter(new Aliases { Val = name }, style.StyleName);
        }

        return style;
    }

    /// <summary>An empty line of no height to speak of, which carries a rule or the end of a section.</summary>
    private static Style Thin(string id, string name, int height) => new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
        new StyleParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = $"{height}", LineRule = LineSpacingRuleValues.Exact }),
        new StyleRunProperties(new FontSize { Val = "4" }, new FontSizeComplexScript { Val = "4" }))
    { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = true };

    private static T Switch<T>(bool on) where T : OnOffType, new() => new() { Val = on };

    private static TableBorders Borders() => new(
        Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static TableCellMarginDefault NoMargins() => Margins(0);

    private static TableCellMarginDefault CellMargins() => Margins(85);

    private static TableCellMarginDefault Margins(short sides) => new(
        new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = sides, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = sides, Type = TableWidthValues.Dxa });
}
