using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Portal.Platform.Documents;
using ChartReference = DocumentFormat.OpenXml.Drawing.Charts.ChartReference;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>Charts: alone in their line below a caption, in the letter's font, with words for who listens; they fit on their page.</summary>
internal static class LayoutCharts
{
    private const long Twip = 635;

    public static readonly IReadOnlyDictionary<string, Func<LetterFile, IEnumerable<string>>> Checks = new Dictionary<string, Func<LetterFile, IEnumerable<string>>>
    {
        ["Chart.Words"] = f => f.Charts.Where(c => Blank(Properties(c).Title?.Value) || Blank(Properties(c).Description?.Value)).Select(Name),
        ["Chart.Alone"] = f => f.Charts.Where(c => Line(c).ParagraphProperties?.ParagraphStyleId?.Val?.Value != WordStyles.Chart || Line(c).InnerText.Length > 0).Select(Name),
        ["Chart.Captioned"] = f => f.Charts.Where(c => (Line(c).PreviousSibling() as Paragraph)?.ParagraphProperties?.ParagraphStyleId?.Val?.Value != WordStyles.Caption).Select(Name),
        ["Chart.Fits"] = f => f.Charts.Where(c => c.Extent!.Cx! > (11906 - 1701 - 850) * Twip || c.Extent.Cy! > (16838 - 1134 - 1134) * Twip).Select(Name),
        ["Chart.Font"] = f => f.Charts.Where(c => Part(f, c).Descendants<DefaultRunProperties>().Any(r => r.GetFirstChild<LatinFont>()?.Typeface?.Value != WordStyles.Font) || !Part(f, c).Descendants<DefaultRunProperties>().Any()).Select(Name),
    };

    private static DocumentFormat.OpenXml.OpenXmlElement Part(LetterFile f, Inline chart) =>
        ((DocumentFormat.OpenXml.Packaging.ChartPart)f.Document.MainDocumentPart!.GetPartById(chart.Descendants<ChartReference>().Single().Id!.Value!)).ChartSpace!;

    private static Paragraph Line(Inline chart) => chart.Ancestors<Paragraph>().First();

    private static DocProperties Properties(Inline chart) => chart.GetFirstChild<DocProperties>()!;

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Name(Inline chart) => Properties(chart).Name?.Value ?? "";
}
