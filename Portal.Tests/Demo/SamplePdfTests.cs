using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Demo;
using Portal.Platform.Files;

namespace Portal.Tests.Demo;

public sealed class SamplePdfTests
{
    private static readonly byte[] Sample = SamplePdf.Write("Kế hoạch số 12/KH-UBND", ["Về việc bảo vệ, chăm sóc trẻ em", "“Đợt 1” – đúng hạn"], "MẪU");

    [Fact]
    public void Sample_is_taken_as_evidence() => Assert.Equal(FileKind.Pdf, FileSniffer.Detect(new MemoryStream(Sample), "mau.pdf").Value);

    [Fact]
    public void Same_text_gives_the_same_bytes() =>
        Assert.Equal(Sample, SamplePdf.Write("Kế hoạch số 12/KH-UBND".Normalize(NormalizationForm.FormD), ["Về việc bảo vệ, chăm sóc trẻ em", "“Đợt 1” – đúng hạn"], "MẪU"));

    [Fact]
    public void Every_address_in_the_table_leads_to_its_object()
    {
        var text = Encoding.ASCII.GetString(Sample);
        var addresses = Regex.Matches(text, @"^(\d{10}) 00000 n ", RegexOptions.Multiline);

        Assert.All(addresses.Select((m, i) => (At: int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), Number: i + 1)),
            a => Assert.StartsWith($"{a.Number} 0 obj", text[a.At..], StringComparison.Ordinal));
        Assert.StartsWith("xref", text[int.Parse(Regex.Match(text, @"startxref\n(\d+)").Groups[1].Value, CultureInfo.InvariantCulture)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Text_can_be_read_back_through_its_unicode_map()
    {
        var text = Encoding.ASCII.GetString(Sample);
        var map = Regex.Matches(text, "<(..)> <(....)> endbfchar").ToDictionary(m => m.Groups[1].Value, m => (char)Convert.ToInt32(m.Groups[2].Value, 16));
        var shown = Regex.Matches(text, "<([0-9A-F]+)> Tj(?! ET 50)").Select(m => string.Concat(m.Groups[1].Value.Chunk(2).Select(c => map[new string(c)])));

        Assert.Equal(["MẪU", "Kế hoạch số 12/KH-UBND", "Về việc bảo vệ, chăm sóc trẻ em", "“Đợt 1” – đúng hạn"], shown);
    }

    [Fact]
    public void Text_longer_than_a_page_is_an_error_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => SamplePdf.Write("a", [.. Enumerable.Repeat("b", 43)]));
}
