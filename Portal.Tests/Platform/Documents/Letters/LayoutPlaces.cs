using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Platform.Documents;
using static Portal.Platform.Documents.WordStyles;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>Where each component stands, how far from the next, and the rules under some (Phụ lục I, mục II and the drawings of mục IV).</summary>
internal static class LayoutPlaces
{
    private static readonly string[] Needed = [Nation, Motto, Issuer, Number, PlaceDate, WordStyles.Body, Authority, Signer, WordStyles.Recipients, Recipient];

    public static readonly IReadOnlyDictionary<string, Func<LetterFile, IEnumerable<string>>> Checks = Place(Nation, 0, 0, 1).Concat(Place(Motto, 0, 0, 1)).Concat(Place(IssuerParent, 0, 0, 0)).Concat(Place(Issuer, 0, 0, 0))
        .Concat(Place(Number, 0, 1, 0)).Concat(Place(About, 0, 1, 0)).Concat(Place(PlaceDate, 0, 1, 1)).Concat(Place(WordStyles.Recipients, -1, 0, 0)).Concat(Place(Recipient, -1, 0, 0)).Concat(Place(Authority, -1, 0, 1)).Concat(Place(Signer, -1, 0, 1))
        .Concat(Needed.Select(style => Rule($"{style}.Present", f => f.First(style) is null ? ["missing"] : [])))
        .Concat(LayoutComponents.Text.SelectMany(Lines))
        .Concat(new[] { Nation, Motto, IssuerParent, Issuer }.Select(style => Rule($"{style}.Single", f => f.Of(style).Where(p => f.Spacing(p.Paragraph, s => s.Line?.Value) != 240 || f.Spacing(p.Paragraph, s => s.Before?.Value) + f.Spacing(p.Paragraph, s => s.After?.Value) != 0).Select(p => p.Place))))
        .Concat(
        [
            Rule("Style.Named", f => f.Pieces.Where(p => !LayoutComponents.Wordless.Contains(p.Style) && LayoutComponents.All.All(c => c.Style != p.Style)).Select(p => p.Place)),
            Rule("Wordless.Empty", f => f.Pieces.Where(p => LayoutComponents.Wordless.Contains(p.Style) && p.Text.Length > 0).Select(p => p.Place)),
            Rule("Title.Or", f => (f.First(Kind) is null) == (f.First(About) is null) || (f.First(Kind) is null) != (f.First(Subject) is null) ? ["either a kind with its subject, or the subject of a letter under the number"] : []),
            Rule("Title.Order", f => f.First(Kind) is { } kind && f.First(Subject) is { } subject && f.Pieces.IndexOf(subject) != f.Pieces.IndexOf(kind) + 1 ? [subject.Place] : []),
            Rule("Motto.Order", f => f.First(Motto) is { } motto && f.First(Nation) is { } nation && f.Pieces.IndexOf(motto) != f.Pieces.IndexOf(nation) + 1 ? [motto.Place] : []),
            Rule("IssuerParent.Order", f => f.Of(IssuerParent).Where(p => f.First(Issuer) is { } issuer && f.Pieces.IndexOf(p) > f.Pieces.IndexOf(issuer)).Select(p => p.Place)),
            Rule("Motto.Rule", f => Line(f, f.Of(Motto), true, (line, text) => line >= text * 0.97 && line <= text * 1.03)),
            Rule("Issuer.Rule", f => Line(f, f.Of(Issuer).TakeLast(1), true, Short)),
            Rule($"{Subject}.Rule", f => Line(f, f.Of(Subject), true, Short)),
            Rule($"{AnnexNote}.Rule", f => Line(f, f.Of(AnnexNote), false, Short)),
            Rule("About.NoRule", f => f.Of(About).Where(p => After(f, p) is { Style: WordStyles.Rule }).Select(p => p.Place)),
            Rule("About.Gap", f => f.Of(About).Where(p => f.Spacing(p.Paragraph, s => s.Before?.Value) != 120).Select(p => p.Place)),
            Rule("ToLine.Indent", ToLines),
            Rule("Annex.Section", f => f.Of(Annex).Where(p => p.Section == 0 || f.Of(Annex).Count(o => o.Section == p.Section) != 1 || f.Pieces.Last(o => o.Section == p.Section - 1).Paragraph.ParagraphProperties?.SectionProperties is null).Select(p => p.Place)),
            Rule("Annex.Order", f => f.Of(Annex).Where(p => f.Pieces[f.Pieces.IndexOf(p) + 1].Style != AnnexTitle || f.Pieces[f.Pieces.IndexOf(p) + 2].Style != AnnexNote).Select(p => p.Place)),
            Rule("Part.Outline", f => Outline(f, Part, 0)),
            Rule("Heading1.Outline", f => Outline(f, Section, f.First(Part) is null ? 0 : 1)),
            Rule("Heading2.Outline", f => Outline(f, Clause, f.First(Part) is null ? 1 : 2)),
            Rule("Annex.Outline", f => Outline(f, Annex, 0)),
        ]).ToDictionary();

    private static KeyValuePair<string, Func<LetterFile, IEnumerable<string>>> Rule(string name, Func<LetterFile, IEnumerable<string>> check) => new(name, check);

    // In which of the two tables without lines (0: head, -1: signature), in which row and column.
    private static IEnumerable<KeyValuePair<string, Func<LetterFile, IEnumerable<string>>>> Place(string style, int table, int row, int column)
    {
        yield return Rule($"{style}.Place", f => f.Of(style).Where(p => p.Table is null || p.Row != row || p.Column != column || !ReferenceEquals(p.Table, Layout(f, table))).Select(p => p.Place));
    }

    private static Table? Layout(LetterFile f, int table)
    {
        var layouts = f.Tables.Where(t => t.Section == 0 && f.StyleOf(t.Table) != Grid).Select(t => t.Table).ToList();
        return table == 0 ? layouts.FirstOrDefault() : layouts.Count > 1 ? layouts[^1] : null;
    }

    private static IEnumerable<KeyValuePair<string, Func<LetterFile, IEnumerable<string>>>> Lines(string style) =>
    [
        Rule($"{style}.Indent", f => f.Of(style).Where(p => f.Indent(p.Paragraph, i => i.FirstLine?.Value) is not (567 or 720) || f.Indent(p.Paragraph, i => i.Left?.Value) != 0 || f.Indent(p.Paragraph, i => i.Right?.Value) != 0).Select(p => p.Place)),
        Rule($"{style}.Gap", f => f.Of(style).Where(p => f.Spacing(p.Paragraph, s => s.Before?.Value) + f.Spacing(p.Paragraph, s => s.After?.Value) < 120).Select(p => p.Place)),
        Rule($"{style}.Line", f => f.Of(style).Where(p => f.Spacing(p.Paragraph, s => s.Line?.Value) is < 240 or > 360 || f.Effective<SpacingBetweenLines>(p.Paragraph, s => s.LineRule?.InnerText) is not ("auto" or null)).Select(p => p.Place)),
    ];

    private static bool Short(double line, double text) => line >= text * 0.33 && line <= text * 0.5;

    // The rule is the border of an empty paragraph; what its indents leave is its length. Under words of several lines the line above is full.
    private static IEnumerable<string> Line(LetterFile f, IEnumerable<Piece> above, bool bold, Func<double, double, bool> right)
    {
        foreach (var p in above)
        {
            var rule = After(f, p);
            if (rule is not { Style: WordStyles.Rule } || rule.Paragraph.ParagraphProperties?.ParagraphBorders is not { } borders || (borders.BottomBorder ?? (BorderType?)borders.TopBorder)?.Val?.Value != BorderValues.Single)
            {
                yield return $"{p.Place}: no rule";
                continue;
            }

            var section = f.Sections[p.Section];
            var (page, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
            var room = p.Cell?.TableCellProperties?.TableCellWidth?.Width?.Value is { } width ? int.Parse(width, System.Globalization.CultureInfo.InvariantCulture) : (int)((uint)page.Width! - (uint)margin.Left! - (uint)margin.Right!);
            var (left, end) = (f.Indent(rule.Paragraph, i => i.Left?.Value), f.Indent(rule.Paragraph, i => i.Right?.Value));
            var text = Math.Min(TextWidth.Of(p.Text, f.Points(LetterFile.Words(p.Paragraph).First()), bold), room);
            if (!right(room - left - end, text) || Math.Abs(left - end) > 20)
            {
                yield return $"{p.Place}: rule {room - left - end}, words {text}";
            }
        }
    }

    private static Piece? After(LetterFile f, Piece p) => f.Pieces.IndexOf(p) is var k && k + 1 < f.Pieces.Count && ReferenceEquals(f.Pieces[k + 1].Cell, p.Cell) ? f.Pieces[k + 1] : null;

    private static IEnumerable<string> ToLines(LetterFile f)
    {
        if (f.First(To) is not { } to)
        {
            return [];
        }

        var colon = f.Indent(to.Paragraph, i => i.Left?.Value) + TextWidth.Of(to.Text.Split(':')[0], f.Points(LetterFile.Words(to.Paragraph).First()), false);
        return f.Of(ToLine).Where(p => Math.Abs(f.Indent(p.Paragraph, i => i.Left?.Value) - f.Indent(p.Paragraph, i => i.Hanging?.Value) - colon) > 40).Select(p => p.Place);
    }

    private static IEnumerable<string> Outline(LetterFile f, string style, int level) => f.Of(style).Where(p => f.Effective<OutlineLevel>(p.Paragraph, o => o.Val?.InnerText) != $"{level}").Select(p => p.Place);
}
