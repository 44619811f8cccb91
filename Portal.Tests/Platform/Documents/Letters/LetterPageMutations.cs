using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Platform.Documents;
using LatinFont = DocumentFormat.OpenXml.Drawing.LatinFont;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>What is done to pages, page numbers, properties and tables.</summary>
internal static class LetterPageMutations
{
    public static readonly IReadOnlyList<(string Rule, string? Style, Action<LetterMutant> Spoil)> All =
    [
        ("File.Valid", null, m => m.Body.InsertAt(new Run(new Text("x")), 0)),
        ("Page.Size", null, m => (Size(m, 0).Width, Size(m, 0).Height) = (12240, 15840)),
        ("Page.Portrait", null, m => (Size(m, 0).Width, Size(m, 0).Height, Size(m, 0).Orient) = (16838, 11906, PageOrientationValues.Landscape)),
        ("Page.Orientation", null, m => Size(m, 2).Orient = null),
        ("Page.MarginTop", null, m => Margin(m).Top = 1000),
        ("Page.MarginBottom", null, m => Margin(m).Bottom = 1500),
        ("Page.MarginLeft", null, m => Margin(m).Left = 1440),
        ("Page.MarginRight", null, m => Margin(m).Right = 1440),
        ("Font", null, m => m.Put(m.First(WordStyles.Body), () => new RunFonts { Ascii = "Arial", HighAnsi = "Arial" })),
        ("Colour", null, m => m.Put(m.First(WordStyles.Body), () => new Color { Val = "FF0000" })),
        ("Underline", null, m => m.Put(m.First(WordStyles.Motto), () => new Underline { Val = UnderlineValues.Single })),
        ("Language", null, m => m.Put(m.First(WordStyles.Body), () => new Languages { Val = "en-US" })),
        ("PageNumber.Field", null, m => m.Header.Descendants<SimpleField>().Single().Instruction = " NUMPAGES "),
        ("PageNumber.Centred", null, m => m.Put(m.Header.Elements<Paragraph>().Single(), new Justification { Val = JustificationValues.Right })),
        ("PageNumber.Size", null, m => m.Put(m.Header, () => new FontSize { Val = "22" })),
        ("PageNumber.Upright", null, m => m.Put(m.Header, () => new Italic())),
        ("PageNumber.Arabic", null, m => m.Section(1).GetFirstChild<PageNumberType>()!.Format = NumberFormatValues.LowerRoman),
        ("PageNumber.InTopMargin", null, m => Margin(m).Header = 1100),
        ("PageNumber.HiddenOnFirst", null, m => m.Section(0).RemoveAllChildren<TitlePage>()),
        ("PageNumber.OwnOfAnnex", null, m => m.Section(1).RemoveAllChildren<PageNumberType>()),
        ("Properties.Title", null, m => m.Document.PackageProperties.Title = null),
        ("Properties.Creator", null, m => m.Document.PackageProperties.Creator = null),
        ("Properties.Language", null, m => m.Document.PackageProperties.Language = "en-US"),
        ("Table.Caption", null, m => Properties(m).RemoveAllChildren<TableCaption>()),
        ("Table.Description", null, m => Properties(m).RemoveAllChildren<TableDescription>()),
        ("Table.HeadRepeated", null, m => Lined(m).Descendants<TableHeader>().Single().Remove()),
        ("Table.RowsWhole", null, m => Lined(m).Descendants<CantSplit>().Last().Remove()),
        ("Table.Lines", null, m => Properties(m).AddChild(new TableBorders(new TopBorder { Val = BorderValues.None }))),
        ("Table.Fits", null, m => Lined(m).Descendants<GridColumn>().First().Width = "9000"),
        ("Table.Wide", null, m => (Size(m, 2).Width, Size(m, 2).Height, Size(m, 2).Orient) = (11906, 16838, null)),
        ("Chart.Words", null, m => Chart(m).GetFirstChild<DocProperties>()!.Description = null),
        ("Chart.Alone", null, m => m.First(WordStyles.Chart).Append(new Run(new Text("x")))),
        ("Chart.Captioned", null, m => m.First(WordStyles.Chart).InsertBeforeSelf(new Paragraph())),
        ("Chart.Fits", null, m => Chart(m).Extent!.Cx = 7_000_000),
        ("Chart.Font", null, m => m.Document.MainDocumentPart!.ChartParts.First().ChartSpace!.Descendants<LatinFont>().First().Typeface = "Arial"),
    ];

    private static Inline Chart(LetterMutant m) => m.Body.Descendants<Inline>().First();

    private static PageSize Size(LetterMutant m, int section) => m.Section(section).GetFirstChild<PageSize>()!;

    private static PageMargin Margin(LetterMutant m) => m.Section(0).GetFirstChild<PageMargin>()!;

    private static Table Lined(LetterMutant m) => m.Body.Elements<Table>().First(t => t.GetFirstChild<TableProperties>()!.TableStyle!.Val == WordStyles.Grid);

    private static TableProperties Properties(LetterMutant m) => Lined(m).GetFirstChild<TableProperties>()!;
}
