using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Platform.Documents;

/// <summary>Writes a workbook to fill in (ECMA-376): sheets whose labels are locked, drop-downs, hidden sheets. It knows sheets and cells, nothing of what they mean.</summary>
public static class XlsxWriter
{
    /// <summary>The hidden sheet that holds the lists.</summary>
    public const string ListSheet = "_lists";

    private const double LineHeight = 15.75, MostHeight = 409;

    /// <summary>Writes the workbook.</summary>
    /// <param name="sheets">The sheets, in order.</param>
    /// <param name="lists">The lists that cells name.</param>
    /// <returns>The file.</returns>
    public static byte[] Write(IReadOnlyList<SheetDraft> sheets, IReadOnlyList<ListDraft> lists)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = XlsxStyles.Sheet();
            var named = new Sheets();
            var places = lists.Select((list, k) => (list, Column: k + 1)).ToDictionary(l => l.list.Name, l => $"'{ListSheet}'!${Letters(l.Column)}$1:${Letters(l.Column)}${l.list.Labels.Count}");
            foreach (var sheet in lists.Count == 0 ? sheets : sheets.Append(Of(lists)))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = Of(sheet, places);
                named.Append(new Sheet
                {
                    Name = sheet.Name,
                    SheetId = (uint)named.ChildElements.Count + 1,
                    Id = workbook.GetIdOfPart(part),
                    State = sheet.Hidden ? SheetStateValues.VeryHidden : null,
                });
            }

            workbook.Workbook = new Workbook(new WorkbookProtection { LockStructure = true }, new BookViews(new WorkbookView()), named);
        }

        return memory.ToArray();
    }

    private static SheetDraft Of(IReadOnlyList<ListDraft> lists) => new(ListSheet,
        [.. lists.SelectMany((list, k) => list.Labels.Select((label, n) => new SheetCell(n + 1, k + 1, label, CellLook.Text)))])
    {
        Hidden = true,
    };

    /// <summary>The parts of a sheet in the order in which the standard wants them.</summary>
    private static Worksheet Of(SheetDraft sheet, Dictionary<string, string> places)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false };
        if (sheet.FrozenRows > 0)
        {
            var below = CellAddress.Of(sheet.FrozenRows + 1, 1);
            view.Append(new Pane { VerticalSplit = sheet.FrozenRows, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
            view.Append(new Selection { Pane = PaneValues.BottomLeft, ActiveCell = below, SequenceOfReferences = new([new StringValue(below)]) });
        }

        var written = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new SheetFormatProperties { DefaultRowHeight = LineHeight });
        if (sheet.Widths.Count > 0)
        {
            written.Append(new Columns(sheet.Widths.Select((w, k) => new Column { Min = (uint)k + 1, Max = (uint)k + 1, Width = w, CustomWidth = true })));
        }

        written.Append(new SheetData(sheet.Cells.GroupBy(c => c.Row).OrderBy(r => r.Key).Select(r => RowOf(r, sheet.Widths))));
        if (!sheet.Unlocked)
        {
            written.Append(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        }

        var merged = sheet.Cells.Where(c => c.Across > 1).Select(c => new MergeCell { Reference = $"{CellAddress.Of(c.Row, c.Column)}:{CellAddress.Of(c.Row, c.Column + c.Across - 1)}" }).ToList();
        if (merged.Count > 0)
        {
            written.Append(new MergeCells(merged));
        }

        var choices = sheet.Cells.Where(c => c.List is not null).GroupBy(c => c.List!).Select(g => Offer(places[g.Key], g)).ToList();
        if (choices.Count > 0)
        {
            written.Append(new DataValidations(choices));
        }

        written.Append(new PageSetup { Orientation = OrientationValues.Landscape, PaperSize = 9, FitToHeight = 0 });
        var inputs = sheet.Cells.Where(c => c.Look is CellLook.Input or CellLook.Shut or CellLook.Fact or CellLook.Figure).ToList();
        if (inputs.Count > 0)
        {
            // Figures of answers are written as text, so that 1.234,5 stays what it is whatever the machine's language; the green corner would only disturb.
            var reach = $"A1:{CellAddress.Of(inputs.Max(c => c.Row), inputs.Max(c => c.Column))}";
            written.Append(new IgnoredErrors(new IgnoredError { SequenceOfReferences = new([new StringValue(reach)]), NumberStoredAsText = true, TwoDigitTextYear = true }));
        }

        return written;
    }

    private static Row RowOf(IGrouping<int, SheetCell> row, IReadOnlyList<double> widths)
    {
        // Not every program finds the height of wrapped words by itself, and none does over merged cells.
        var lines = row.Max(c => Math.Max(c.Lines, SheetCell.LinesOf(c.Text, (int)widths.Skip(c.Column - 1).Take(c.Across).Sum())));
        var written = new Row { RowIndex = (uint)row.Key };
        if (lines > 1)
        {
            (written.Height, written.CustomHeight) = (Math.Min(MostHeight, lines * LineHeight), true);
        }

        foreach (var cell in row.OrderBy(c => c.Column))
        {
            written.Append(Of(cell, cell.Column));
            for (var more = 1; more < cell.Across; more++) // a merged field's frame is drawn by each of its cells
            {
                written.Append(Of(cell with { Text = "", Number = null }, cell.Column + more));
            }
        }

        return written;
    }

    private static Cell Of(SheetCell cell, int column)
    {
        var written = new Cell { CellReference = CellAddress.Of(cell.Row, column), StyleIndex = XlsxStyles.Of(cell) };
        if (cell.Kept is { } number)
        {
            written.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (cell.Text.Length > 0)
        {
            written.DataType = CellValues.InlineString;
            written.InlineString = new InlineString(new Text(XlsxText.Escape(cell.Text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return written;
    }

    private static DataValidation Offer(string place, IEnumerable<SheetCell> cells) => new(new Formula1(place))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        SequenceOfReferences = new(cells.Select(c => new StringValue(CellAddress.Of(c.Row, c.Column)))),
    };

    private static string Letters(int column) => CellAddress.Of(1, column)[..^1];
}
