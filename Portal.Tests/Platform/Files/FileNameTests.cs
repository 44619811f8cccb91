using System.Text;
using Portal.Platform.Files;

namespace Portal.Tests.Platform.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Báo cáo tháng 6.pdf", "Báo cáo tháng 6.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\a\\Quyết định.docx", "Quyết định.docx")]
    [InlineData("/tmp/", "tep")]
    [InlineData("", "tep")]
    [InlineData("   ", "tep")]
    [InlineData("..", "tep")]
    [InlineData(".pdf", "tep.pdf")]
    [InlineData("a..b...pdf", "a.b.pdf")]
    [InlineData("...a.pdf", "a.pdf")]
    [InlineData("a.pdf. . ", "a.pdf")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.pdf", "_nul.pdf")]
    [InlineData("COM1.tar.pdf", "_COM1.tar.pdf")]
    [InlineData("COM10.pdf", "COM10.pdf")]
    [InlineData("a\0b\r\n.pdf", "ab.pdf")]
    [InlineData("a\u202Efdp.exe", "afdp.exe")]
    [InlineData("\uFEFFa\u200B.pdf", "a.pdf")]
    [InlineData("a.pdf:evil.exe", "a.pdf_evil.exe")]
    [InlineData("a<b>\"c|d?*.pdf", "a_b__c_d__.pdf")]
    [InlineData("a \u00A0 b.pdf", "a b.pdf")]
    [InlineData("a.o \u0301b", "a.ób")]
    [InlineData("Qu\u0079\u0065\u0302\u0301t.pdf", "Quyết.pdf")]
    public void Name_is_cleaned(string raw, string expected)
    {
        Assert.Equal(expected.Normalize(NormalizationForm.FormC), FileName.Clean(raw));
        Assert.Equal(FileName.Clean(raw), FileName.Clean(FileName.Clean(raw)));
    }

    [Fact]
    public void Unpaired_surrogates_are_dropped() => Assert.Equal("ab.pdf", FileName.Clean("a\uD800b\uDC00.pdf"));

    [Fact]
    public void Long_name_keeps_its_extension()
    {
        var name = FileName.Clean(new string('ế', 400) + ".docx");

        Assert.Equal(FileName.MaxLength, name.Length);
        Assert.EndsWith("ế.docx", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_name_is_not_cut_inside_a_letter()
    {
        var name = FileName.Clean("a" + string.Concat(Enumerable.Repeat("😀", 200)) + ".pdf");

        Assert.True(name.Length <= FileName.MaxLength);
        Assert.False(char.IsHighSurrogate(name[^5]));
    }

    [Fact]
    public void Endless_extension_is_no_extension() => Assert.Equal(FileName.MaxLength, FileName.Clean("a." + new string('b', 500)).Length);
}
