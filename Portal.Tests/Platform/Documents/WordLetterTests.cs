using System.IO.Compression;
using System.Text;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents;

public sealed class WordLetterTests
{
    private static string Read(string body)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml").Open())
        {
            part.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w='urn:w'><w:body>{body}</w:body></w:document>"));
        }
        return WordLetter.Read(new ZipArchive(memory), 200_000);
    }

    private static string P(string text) => $"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{c}</w:tc>"))}</w:tr>";

    [Fact]
    public void A_letterhead_lies_line_beside_line_and_a_table_of_duties_row_by_row() => Assert.Equal("A\tC\nB\ntext\n1\tx y\n",
        Read($"<w:tbl>{Row(P("A") + P("B"), P("C"))}</w:tbl>{P("text")}<w:tbl>{Row(P("1"), P("x") + P("y"))}</w:tbl>"));

    [Fact]
    public void What_was_put_in_is_read_and_what_was_taken_out_is_not() => Assert.Equal("ac\n",
        Read("<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>d</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>c</w:t></w:r></w:moveTo></w:p>"));

    [Fact]
    public void A_field_is_read_by_its_result_and_a_tab_of_the_layout_is_no_text() => Assert.Equal("3\n-x\n",
        Read("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t><w:br/><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p>"));

    [Fact]
    public void Nesting_deeper_than_any_letter_is_refused() =>
        Assert.Throws<InvalidDataException>(() => Read(string.Concat(Enumerable.Repeat("<w:sdt>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5000))));
}
