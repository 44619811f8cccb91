using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>Tables: repeated heads, rows in one piece, lines, words for who listens; they fit on their page.</summary>
internal static class LayoutTables
{
    public static readonly IReadOnlyDictionary<string, Func<LetterFile, IEnumerable<string>>> Checks = new Dictionary<string, Func<LetterFile, IEnumerable<string>>>
    {
        ["Table.Caption"] = f => f.Tables.Where(t => Blank(Properties(t.Table)?.GetFirstChild<TableCaption>()?.Val?.Value)).Select(Name),
        ["Table.Description"] = f => f.Tables.Where(t => Blank(Properties(t.Table)?.GetFirstChild<TableDescription>()?.Val?.Value)).Select(Name),
        ["Table.HeadRepeated"] = f => Lined(f).Where(t => t.Table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>() is null).Select(Name),
        ["Table.RowsWhole"] = f => f.Tables.Where(t => t.Table.Elements<TableRow>().Any(r => r.TableRowProperties?.GetFirstChild<CantSplit>() is null)).Select(Name),
        ["Table.Lines"] = f => Lined(f).Where(t => Borders(f, t.Table) is not { } b || new BorderType?[] { b.TopBorder, b.LeftBorder, b.BottomBorder, b.RightBorder, b.InsideHorizontalBorder, b.InsideVerticalBorder }.Any(x => x?.Val?.Value != BorderValues.Single)).Select(Name),
        ["Table.Fits"] = f => f.Tables.Where(t => t.Table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Sum(c => int.Parse(c.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)) > Room(f, t.Section)).Select(Name),
        ["Table.Wide"] = f => Lined(f).Where(t => t.Table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Count() > 8 && f.Sections[t.Section].GetFirstChild<PageSize>()!.Orient?.Value != PageOrientationValues.Landscape).Select(Name),
    };

    private static IEnumerable<(Table Table, int Section)> Lined(LetterFile f) => f.Tables.Where(t => f.StyleOf(t.Table) == WordStyles.Grid);

    private static TableProperties? Properties(Table table) => table.GetFirstChild<TableProperties>();

    private static TableBorders? Borders(LetterFile f, Table table) => Properties(table)?.TableBorders ?? f.Named(f.StyleOf(table)!)?.StyleTableProperties?.TableBorders;

    private static int Room(LetterFile f, int section)
    {
        var (page, margin) = (f.Sections[section].GetFirstChild<PageSize>()!, f.Sections[section].GetFirstChild<PageMargin>()!);
        return (int)((uint)page.Width! - (uint)margin.Left! - (uint)margin.Right!);
    }

    private static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    private static string Name((Table Table, int Section) t) => t.Table.InnerText is { Length: > 40 } text ? text[..40] : t.Table.InnerText;
}
