using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents;

/// <summary>Numbers in sheets: a number is one to reckon with, everything else is text.</summary>
public sealed class FigureCellTests
{
    [Theory]
    [InlineData("0", "0", "#,##0")]
    [InlineData("1234567", "1234567", "#,##0")]
    [InlineData("-1234.5", "-1234,5", "#,##0.0")]
    [InlineData("65.70", "65,7", "#,##0.00")]
    [InlineData("0.0000000000001", "0,0000000000001", "#,##0.0000000000")]
    [InlineData("123456789012345", "123456789012345", "#,##0")]
    public void A_number_is_written_as_one_and_shows_its_thousands_and_decimals(string number, string read, string format)
    {
        var file = Write(SheetCell.Of(1, 1, Invariant(number)));
        var cell = Read(file).Cells[(1, 1)];
        Assert.Equal((XlsxKind.Number, read), (cell.Kind, cell.Shown));
        Assert.Equal(Invariant(number), cell.Number);
        Assert.Equal((format, HorizontalAlignmentValues.Right), Look(file));
    }

    [Theory]
    [InlineData("1234567890123456")]
    [InlineData("-0.1234567890123456")]
    public void A_number_that_the_programs_would_change_stays_text(string number)
    {
        var cell = SheetCell.Of(1, 1, Invariant(number));
        var file = Write(cell);
        Assert.Equal(new(XlsxKind.Text, cell.Text), Read(file).Cells[(1, 1)]);
        Assert.Equal(("@", HorizontalAlignmentValues.Right), Look(file));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 255 3851 234")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("1234")]
    public void A_text_stays_text_whatever_its_look(string text) => Assert.All(Enum.GetValues<CellLook>(), look =>
        Assert.Equal(new(XlsxKind.Text, text), Read(Write(new SheetCell(1, 1, text, look))).Cells[(1, 1)]));

    [Fact]
    public void A_sheet_of_texts_and_numbers_is_valid()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Write(new SheetCell(1, 1, "Số trẻ em", CellLook.Head), SheetCell.Of(2, 1, 4312.25m) with { Across = 2 }, new SheetCell(3, 1, "-", CellLook.Figure))), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
    }

    private static decimal Invariant(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Write(params SheetCell[] cells) => XlsxWriter.Write([new("S", cells)], []);

    private static XlsxSheet Read(byte[] file) => XlsxReader.Read(new MemoryStream(file), "so-lieu.xlsx").Value!.Single();

    private static (string Format, HorizontalAlignmentValues? Alignment) Look(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var look = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)document.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Cell>().First().StyleIndex!.Value);
        var format = styles.NumberingFormats!.Elements<NumberingFormat>().FirstOrDefault(f => f.NumberFormatId!.Value == look.NumberFormatId!.Value)?.FormatCode?.Value;
        return (format ?? (look.NumberFormatId!.Value == 49 ? "@" : ""), look.Alignment?.Horizontal?.Value);
    }
}
