using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Portal.Platform.Documents;

namespace Portal.Tests.Features.Workbook;

/// <summary>A workbook as somebody fills it in: cells are found by the words beside them, as people find them.</summary>
internal sealed class Filled(byte[] bytes)
{
    private readonly List<Action<SpreadsheetDocument>> changes = [];

    /// <summary>What was written into it.</summary>
    public IReadOnlyList<XlsxSheet> Sheets { get; } = Read(bytes);

    /// <summary>The file with all changes.</summary>
    public byte[] Bytes
    {
        get
        {
            using var memory = new MemoryStream();
            memory.Write(bytes);
            using (var document = SpreadsheetDocument.Open(memory, isEditable: true))
            {
                changes.ForEach(c => c(document));
            }

            return memory.ToArray();
        }
    }

    /// <summary>Reads a workbook that must be readable.</summary>
    public static IReadOnlyList<XlsxSheet> Read(byte[] bytes)
    {
        var read = XlsxReader.Read(new MemoryStream(bytes), "bieu-mau.xlsx");
        Assert.True(read.Ok, read.Problem?.Text);
        return read.Value!;
    }

    /// <summary>The answer's cell beside a label.</summary>
    public string At(string sheet, string label) =>
        $"C{Sheets.Single(s => s.Name == sheet).Cells.First(c => c.Key.Column == 2 && c.Value.Text == label).Key.Row}";

    /// <summary>A cell of a table's line, from 1, by the words over its column; of several tables the one whose first column bears that label.</summary>
    public string InTable(string sheet, string firstColumn, string column, int line)
    {
        var cells = Sheets.Single(s => s.Name == sheet).Cells;
        var head = cells.First(c => c.Key.Column == 2 && Plain(c.Value.Text) == firstColumn).Key.Row;
        return CellAddress.Of(head + line, cells.First(c => c.Key.Row == head && Plain(c.Value.Text) == column).Key.Column);
        static string Plain(string text) => text.TrimEnd('*', ' ');
    }

    /// <summary>Types words.</summary>
    public Filled Type(string sheet, string cell, string text) =>
        Change(sheet, cell, c => (c.DataType, c.InlineString, c.CellValue) = (CellValues.InlineString, new InlineString(new Text(text.Replace("_x", "_x005F_x", StringComparison.Ordinal)) { Space = SpaceProcessingModeValues.Preserve }), null));

    /// <summary>Pastes a number, with the look of a built-in format: 0 plain, 10 percent, 14 day.</summary>
    public Filled Paste(string sheet, string cell, string number, uint format = 0) => Change(sheet, cell, (document, c) =>
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
        formats.Append(new CellFormat { NumberFormatId = format });
        (c.DataType, c.InlineString, c.CellValue, c.StyleIndex) = (null, null, new CellValue(number), (uint)formats.ChildElements.Count - 1);
    });

    /// <summary>Puts a formula with what it gave last.</summary>
    public Filled Formula(string sheet, string cell, string formula, string gave) =>
        Change(sheet, cell, c => (c.DataType, c.InlineString, c.CellFormula, c.CellValue) = (null, null, new CellFormula(formula), new CellValue(gave)));

    /// <summary>Leaves an error in a cell.</summary>
    public Filled Error(string sheet, string cell, string error) => Change(sheet, cell, c => (c.DataType, c.InlineString, c.CellValue) = (CellValues.Error, null, new CellValue(error)));

    /// <summary>Changes the words of a cell.</summary>
    public Filled Change(string sheet, string cell, Func<string, string> change) => Change(sheet, cell, c => c.InlineString = new InlineString(new Text(change(c.InlineString!.InnerText))));

    /// <summary>Empties a cell.</summary>
    public Filled Clear(string sheet, string cell) => Change(sheet, cell, c => (c.DataType, c.InlineString, c.CellValue) = (null, null, null));

    /// <summary>Changes a sheet in any way.</summary>
    public Filled On(string sheet, Action<SpreadsheetDocument, Sheet, Worksheet> change)
    {
        changes.Add(document =>
        {
            var named = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet);
            change(document, named, ((WorksheetPart)document.WorkbookPart.GetPartById(named.Id!)).Worksheet);
        });
        return this;
    }

    /// <summary>Puts a row before another: everything from there moves down.</summary>
    public Filled InsertRow(string sheet, int before) => On(sheet, (_, _, worksheet) =>
    {
        foreach (var row in worksheet.Descendants<Row>().Where(r => r.RowIndex! >= before))
        {
            row.RowIndex = row.RowIndex! + 1;
            foreach (var cell in row.Elements<Cell>())
            {
                var at = CellAddress.Parse(cell.CellReference!)!.Value;
                cell.CellReference = CellAddress.Of(at.Row + 1, at.Column);
            }
        }
    });

    private Filled Change(string sheet, string cell, Action<Cell> change) => Change(sheet, cell, (_, c) => change(c));

    private Filled Change(string sheet, string cell, Action<SpreadsheetDocument, Cell> change) => On(sheet, (document, _, worksheet) =>
    {
        var at = CellAddress.Parse(cell)!.Value;
        var row = worksheet.Descendants<Row>().FirstOrDefault(r => r.RowIndex! == at.Row) ?? worksheet.GetFirstChild<SheetData>()!.AppendChild(new Row { RowIndex = (uint)at.Row });
        change(document, row.Elements<Cell>().FirstOrDefault(c => c.CellReference == cell) ?? row.AppendChild(new Cell { CellReference = cell }));
    });
}
