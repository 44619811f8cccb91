using System.Text;
using Portal.Domain;
using Portal.Platform.Documents;
using Portal.Tests.Platform.Files;

namespace Portal.Tests.Platform.Documents;

/// <summary>Workbooks of other programs: every way in which a cell can say something, and more of it than is taken.</summary>
public sealed class XlsxReaderTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Theory]
    [InlineData("<c r=\"A1\" t=\"s\"><v>0</v></c>", XlsxKind.Text, "Bình Sơn")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>1</v></c>", XlsxKind.Text, "đậm và thường")]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000A_b</t></is></c>", XlsxKind.Text, "a\nb")]
    [InlineData("<c r=\"A1\"><v>1234.5</v></c>", XlsxKind.Number, "1234,5")]
    [InlineData("<c r=\"A1\"><v>1.1000000000000001</v></c>", XlsxKind.Number, "1,1")]
    [InlineData("<c r=\"A1\"><v>1.5E3</v></c>", XlsxKind.Number, "1500")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>45657</v></c>", XlsxKind.Date, "31/12/2024")]
    [InlineData("<c r=\"A1\" s=\"2\"><v>45657.75</v></c>", XlsxKind.Date, "31/12/2024")]
    [InlineData("<c r=\"A1\" s=\"3\"><v>0.657</v></c>", XlsxKind.Percent, "65,7%")]
    [InlineData("<c r=\"A1\" s=\"4\"><v>12</v></c>", XlsxKind.Number, "12")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>1</v></c>", XlsxKind.Truth, "TRUE")]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", XlsxKind.Error, "#DIV/0!")]
    [InlineData("<c r=\"A1\"><f>B1+1</f><v>7</v></c>", XlsxKind.Formula, "=B1+1")]
    [InlineData("<c r=\"A1\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>kết quả cũ</v></c>", XlsxKind.Formula, "=")]
    [InlineData("<c><v>9</v></c>", XlsxKind.Number, "9")]
    public void A_cell_says_what_it_is_and_what_people_see(string cell, XlsxKind kind, string shown)
    {
        var read = Read(Book($"<row r=\"1\">{cell}</row>"));
        var found = read.Value!.Single().Cells[(1, 1)];
        Assert.Equal((kind, shown), (found.Kind, found.Shown));
    }

    [Fact]
    public void Blank_cells_are_not_there_and_days_counted_from_1904_are_the_same_days()
    {
        Assert.Empty(Read(Book("<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" t=\"inlineStr\"><is><t>  </t></is></c></row>")).Value!.Single().Cells);
        Assert.Equal("31/12/2024", Read(Book("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44195</v></c></row>", "<workbookPr date1904=\"1\"/>")).Value!.Single().Cells[(1, 1)].Shown);
    }

    [Fact]
    public void More_cells_than_the_limit_are_refused()
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= 2_001; row++)
        {
            rows.Append("<row>").Insert(rows.Length, "<c><v>1</v></c>", 100).Append("</row>");
        }

        Assert.Equal(nameof(Problems.WorkbookTooLong), Read(Book(rows.ToString())).Problem?.Code);
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>")]
    [InlineData("<row r=\"x\"><c/></row>")]
    [InlineData("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v>")]
    public void A_workbook_that_contradicts_itself_is_called_broken(string rows) => Assert.Equal(nameof(Problems.FileBroken), Read(Book(rows)).Problem?.Code);

    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("XFD1048576", 1_048_576, 16_384)]
    [InlineData("AA10", 10, 27)]
    public void An_address_is_row_and_column(string address, int row, int column)
    {
        Assert.Equal((row, column), CellAddress.Parse(address));
        Assert.Equal(address, CellAddress.Of(row, column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A0")]
    [InlineData("XFE1")]
    [InlineData("A1048577")]
    [InlineData("1A")]
    [InlineData("A99999999999999999999")]
    public void What_is_no_address_is_none(string address) => Assert.Null(CellAddress.Parse(address));

    private static Outcome<IReadOnlyList<XlsxSheet>> Read(byte[] book) => XlsxReader.Read(new MemoryStream(book), "so-lieu.xlsx");

    private static byte[] Book(string rows, string settings = "")
    {
        const string sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", styles = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml", strings = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";
        return Made.Zip(
            ("[Content_Types].xml", Made.Text($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Made.ExcelMain}\"/><Override PartName=\"/xl/s.xml\" ContentType=\"{sheet}\"/><Override PartName=\"/xl/y.xml\" ContentType=\"{styles}\"/><Override PartName=\"/xl/t.xml\" ContentType=\"{strings}\"/></Types>")),
            ("_rels/.rels", Made.Text($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")),
            ("xl/_rels/workbook.xml.rels", Made.Text($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{Office}/worksheet\" Target=\"s.xml\"/><Relationship Id=\"b\" Type=\"{Office}/styles\" Target=\"y.xml\"/><Relationship Id=\"c\" Type=\"{Office}/sharedStrings\" Target=\"t.xml\"/></Relationships>")),
            ("xl/workbook.xml", Made.Text($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{settings}<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>")),
            ("xl/y.xml", Made.Text($"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"[$-42A]dd/mm/yyyy;@\"/><numFmt numFmtId=\"165\" formatCode=\"0&quot; ngày&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>")),
            ("xl/t.xml", Made.Text($"<sst xmlns=\"{Main}\"><si><t>Bình Sơn</t></si><si><r><t xml:space=\"preserve\">đậm </t></r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh><r><t>và thường</t></r></si></sst>")),
            ("xl/s.xml", Made.Text($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>")));
    }
}
