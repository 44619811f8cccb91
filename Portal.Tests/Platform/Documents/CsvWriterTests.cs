using System.Text;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents;

/// <summary>What is written is read back by a parser of RFC 4180 that knows nothing of the writer.</summary>
public sealed class CsvWriterTests
{
    [Fact]
    public void The_file_begins_with_the_mark_of_its_encoding_and_its_lines_end_with_both_characters()
    {
        var file = CsvWriter.Write([Cell(1, 1, "Đơn vị"), Cell(1, 2, "Số trẻ em"), Cell(2, 1, "UBND xã Bình Thạnh"), SheetCell.Of(2, 2, 1234.5m)]);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal("Đơn vị;Số trẻ em\r\nUBND xã Bình Thạnh;1234,5\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    [Theory]
    [InlineData("a;b")]
    [InlineData("nói \"đã xong\"")]
    [InlineData("dòng một\ndòng hai")]
    [InlineData(" có dấu cách ")]
    [InlineData("\"")]
    [InlineData("")]
    [InlineData("1.234,5")]
    public void A_text_comes_back_as_it_was(string text) => Assert.Equal([[text, "x"]], Parse(CsvWriter.Write([Cell(1, 1, text), Cell(1, 2, "x")])));

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+84 255")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\uFF1D1+1")]
    [InlineData("  =1+1")]
    [InlineData("\u200B=1+1")]
    [InlineData("\n=1+1")]
    public void A_text_that_begins_like_a_formula_has_an_apostrophe_before_it(string text) => Assert.Equal($"'{text}", Assert.Single(Assert.Single(Parse(CsvWriter.Write([Cell(1, 1, text)])))));

    [Theory]
    [InlineData("\t=1+1", "' =1+1")]
    [InlineData("\r=1+1", "'\n=1+1")]
    [InlineData("\0=1+1", "'=1+1")]
    [InlineData("\u202E=1+1", "'=1+1")]
    [InlineData("a\u0007b\tc\u0085d\r\ne", "ab c\nd\ne")]
    public void Control_characters_are_gone_before_it_is_judged(string text, string written) => Assert.Equal(written, Assert.Single(Assert.Single(Parse(CsvWriter.Write([Cell(1, 1, text)])))));

    [Fact]
    public void A_negative_number_is_no_formula_and_one_that_is_too_long_is_text() =>
        Assert.Equal([["-1234567,25", "'-1.234.567.890.123.456"]], Parse(CsvWriter.Write([SheetCell.Of(1, 1, -1234567.25m), SheetCell.Of(1, 2, -1234567890123456m)])));

    [Fact]
    public void Every_line_has_every_field_and_a_line_without_cells_is_there()
    {
        Assert.Equal([["", "a", ""], ["", "", ""], ["", "", "b"]], Parse(CsvWriter.Write([Cell(3, 3, "b"), Cell(1, 2, "a")])));
        Assert.Equal([], Parse(CsvWriter.Write([])));
    }

    private static SheetCell Cell(int row, int column, string text) => new(row, column, text, CellLook.Text);

    private static List<List<string>> Parse(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file[3..]);
        var (rows, row, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var k = 0; k < text.Length; k++)
        {
            if (text[k] == '"' && quoted && k + 1 < text.Length && text[k + 1] == '"')
            {
                field.Append(text[++k]);
            }
            else if (text[k] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[k] is (';' or '\r'))
            {
                row.Add(field.ToString());
                field.Clear();
            }
            else if (!quoted && text[k] == '\n')
            {
                rows.Add(row);
                row = [];
            }
            else
            {
                field.Append(text[k]);
            }
        }

        Assert.False(quoted);
        Assert.Empty(row);
        return rows;
    }
}
