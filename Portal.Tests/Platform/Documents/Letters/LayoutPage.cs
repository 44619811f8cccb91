using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>Page, font, page number, properties (Phụ lục I, mục I).</summary>
internal static class LayoutPage
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    public static readonly IReadOnlyDictionary<string, Func<LetterFile, IEnumerable<string>>> Checks = new Dictionary<string, Func<LetterFile, IEnumerable<string>>>
    {
        ["File.Valid"] = f => new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(f.Document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"),
        ["Page.Size"] = f => Each(f, s => Page(s) is { } p && Math.Min((uint)p.Width!, (uint)p.Height!) is >= 11900 and <= 11910 && Math.Max((uint)p.Width!, (uint)p.Height!) is >= 16830 and <= 16845),
        ["Page.Portrait"] = f => f.Sections.Take(1).Where(s => Page(s) is not { } p || (uint)p.Width! > (uint)p.Height!).Select(_ => "the letter itself lies on its side"),
        ["Page.Orientation"] = f => Each(f, s => Page(s) is { } p && (p.Orient?.Value == PageOrientationValues.Landscape) == ((uint)p.Width! > (uint)p.Height!)),
        ["Page.MarginTop"] = f => Each(f, s => Within(Margin(s).Top!, 20, 25)),
        ["Page.MarginBottom"] = f => Each(f, s => Within(Margin(s).Bottom!, 20, 25)),
        ["Page.MarginLeft"] = f => Each(f, s => Within((int)(uint)Margin(s).Left!, 30, 35)),
        ["Page.MarginRight"] = f => Each(f, s => Within((int)(uint)Margin(s).Right!, 15, 20)),
        ["Font"] = f => f.Pieces.SelectMany(p => LetterFile.Words(p.Paragraph).Where(r => f.Effective<RunFonts>(r, x => x.Ascii?.Value) != WordStyles.Font || f.Effective<RunFonts>(r, x => x.HighAnsi?.Value) != WordStyles.Font).Select(_ => p.Place)),
        ["Colour"] = f => f.Pieces.SelectMany(p => LetterFile.Words(p.Paragraph).Where(r => f.Effective<Color>(r, x => x.Val?.Value) is not ("000000" or "auto" or null)).Select(_ => p.Place)),
        ["Underline"] = f => f.Pieces.SelectMany(p => LetterFile.Words(p.Paragraph).Where(r => f.Effective<Underline>(r, x => x.Val?.InnerText) is not ("none" or null)).Select(_ => p.Place)),
        ["Language"] = f => f.Pieces.SelectMany(p => LetterFile.Words(p.Paragraph).Where(r => f.Effective<Languages>(r, x => x.Val?.Value) != "vi-VN").Select(_ => p.Place)),
        ["PageNumber.Field"] = f => Numbers(f, h => h.Descendants<SimpleField>().Count(x => x.Instruction?.Value?.Trim().Split(' ')[0] == "PAGE") == 1),
        ["PageNumber.Centred"] = f => Numbers(f, h => h.Elements<Paragraph>().All(p => f.Effective<Justification>(p, j => j.Val?.InnerText) == "center")),
        ["PageNumber.Size"] = f => Numbers(f, h => h.Descendants<Run>().All(r => f.Points(r) is >= 13 and <= 14)),
        ["PageNumber.Upright"] = f => Numbers(f, h => h.Descendants<Run>().All(r => !f.On<Italic>(r))),
        ["PageNumber.Arabic"] = f => Each(f, s => s.GetFirstChild<PageNumberType>()?.Format is not { } format || format.Value == NumberFormatValues.Decimal),
        ["PageNumber.InTopMargin"] = f => Each(f, s => (int)(uint)Margin(s).Header! > 0 && (int)(uint)Margin(s).Header! + 14 * 20 < Margin(s).Top!),
        ["PageNumber.HiddenOnFirst"] = f => Each(f, s => s.GetFirstChild<TitlePage>() is { } t && (t.Val is null || t.Val.Value) && (Header(f, s, HeaderFooterValues.First)?.InnerText ?? "") == ""),
        ["PageNumber.OwnOfAnnex"] = f => f.Sections.Select((s, k) => (s, k)).Where(x => f.Of(WordStyles.Annex).Any(p => p.Section == x.k) && x.s.GetFirstChild<PageNumberType>()?.Start?.Value != 1).Select(x => $"section {x.k}"),
        ["Properties.Title"] = f => Has(f.Document.PackageProperties.Title),
        ["Properties.Creator"] = f => Has(f.Document.PackageProperties.Creator),
        ["Properties.Language"] = f => f.Document.PackageProperties.Language == "vi-VN" ? [] : [$"{f.Document.PackageProperties.Language}"],
    };

    private static IEnumerable<string> Has(string? value) => string.IsNullOrWhiteSpace(value) ? ["missing"] : [];

    private static IEnumerable<string> Each(LetterFile f, Func<SectionProperties, bool> right) => f.Sections.Select((s, k) => (s, k)).Where(x => !right(x.s)).Select(x => $"section {x.k}");

    private static IEnumerable<string> Numbers(LetterFile f, Func<Header, bool> right) => Each(f, s => Header(f, s, HeaderFooterValues.Default) is { } h && right(h));

    private static Header? Header(LetterFile f, SectionProperties s, HeaderFooterValues type) =>
        s.Elements<HeaderReference>().FirstOrDefault(r => r.Type?.Value == type)?.Id?.Value is { } id ? ((HeaderPart)f.Document.MainDocumentPart!.GetPartById(id)).Header : null;

    private static PageSize? Page(SectionProperties s) => s.GetFirstChild<PageSize>();

    private static PageMargin Margin(SectionProperties s) => s.GetFirstChild<PageMargin>()!;

    private static bool Within(int twips, int least, int most) => twips >= Math.Floor(least * TwipsPerMillimetre) - 1 && twips <= most * TwipsPerMillimetre + 1;
}
