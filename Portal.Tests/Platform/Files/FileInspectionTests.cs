using Portal.Demo;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Tests.Platform.Files;

public sealed class FileInspectionTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("inspect").FullName, "x");
    private readonly PageReader _pages = new();

    public void Dispose()
    {
        _pages.Dispose();
        Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
    }

    private static readonly Dictionary<string, (string Name, byte[] Bytes)> Harmless = new()
    {
        ["a link in a pdf"] = ("a.pdf", MadePdf.Page("", "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://x.example/) >> >>]")),
        ["a pdf that opens at a page"] = ("a.pdf", MadePdf.With("/OpenAction [3 0 R /Fit]")),
        ["a signed pdf"] = ("a.pdf", MadePdf.With("/AcroForm << /SigFlags 3 /Fields [5 0 R] >>", "<< /FT /Sig /T (a) /V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 1 2 3] /Contents <00> >> >>")),
        ["a pdf with a form to fill in"] = ("a.pdf", MadePdf.With("/AcroForm << /Fields [5 0 R] >>", "<< /FT /Tx /T (a) >>")),
        ["a pdf with an empty list of files"] = ("a.pdf", MadePdf.With("/Names << /EmbeddedFiles << /Names [] >> >>")),
        ["a pdf that may not be printed"] = ("a.pdf", MadePdf.Encrypted("")),
        ["a pdf with packed objects"] = ("a.pdf", MadePdf.InObjectStream("/OpenAction 6 0 R", "<< /S /GoTo /D [3 0 R /Fit] >>")),
        ["a pdf that cannot be parsed"] = ("a.pdf", Made.Pdf()),
        ["a pdf too deep to parse"] = ("a.pdf", MadePdf.With("/Deep " + new string('[', 100_000))),
        ["a link in a word file"] = ("a.docx", Made.Linked(true, "hyperlink", "https://x.example/")),
        ["a link to a share in a word file"] = ("a.docx", Made.Linked(true, "hyperlink", @"file://host/share/a.docx")),
        ["a template on the writer's own disk"] = ("a.docx", Made.Linked(true, "attachedTemplate", @"file:///C:\Users\a\Templates\bao-cao.dotx")),
        ["a picture on the web"] = ("a.docx", Made.Linked(true, "image", "https://x.example/a.png")),
        ["a chart's own workbook"] = ("a.docx", Made.Docx(("word/embeddings/Microsoft_Excel_Sheet1.xlsx", [1]))),
        ["a field that is no dde"] = ("a.docx", Made.Word("<w:p><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:t>DDEAUTO </w:t></w:r></w:p>")),
        ["a word file that is no xml"] = ("a.docx", Made.Zip(("[Content_Types].xml", Made.Types("/word/document.xml", Made.WordMain)), ("word/document.xml", [1]))),
        ["an excel file"] = ("a.xlsx", Made.Xlsx()),
        ["an old word file"] = ("a.doc", Made.OleWith([0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 0], "WordDocument")),
        ["an old excel file"] = ("a.xls", Made.OleWith([9, 8, 4, 0, 0, 6, 5, 0, 0x85, 0, 9, 0, 0, 0, 0, 0, 0, 0, 1, 0, 65, 0x0A, 0, 0, 0], "Workbook")),
        ["a picture with words in it"] = ("a.png", Made.Join(Made.Png()[..33], Made.PngText("<x:xmpmeta xmlns:x='adobe:ns:meta/'>"), Made.Png()[33..])),
    };

    public static TheoryData<string> HarmlessLabels => [.. Harmless.Keys];

    [Theory, MemberData(nameof(HarmlessLabels))]
    public async Task Harmless_file_is_taken(string which)
    {
        var (name, bytes) = Harmless[which];
        File.WriteAllBytes(_path, bytes);

        var answer = await new FileInspection(_pages).RunAsync(_path, name, CancellationToken.None);

        Assert.True(answer.Ok, answer.Problem?.Text);
    }

    [Fact]
    public async Task Letter_is_taken_with_what_its_head_says()
    {
        File.WriteAllBytes(_path, SamplePdf.Write("x", ["Số: 12/KH-UBND", "Bình Thạnh, ngày 18 tháng 3 năm 2024", "", "KẾ HOẠCH", "Triển khai Tháng hành động vì trẻ em"]));

        var answer = await new FileInspection(_pages).RunAsync(_path, "a.pdf", CancellationToken.None);

        Assert.Equal(new("12/KH-UBND", new(2024, 3, 18), null, "Kế hoạch Triển khai Tháng hành động vì trẻ em"), answer.Value?.Head?.Proposal);
    }

    [Fact]
    public async Task Stamped_letter_is_taken_with_its_stamp_for_the_use_case_to_ask()
    {
        File.WriteAllBytes(_path, SamplePdf.Write("x", ["UBND XÃ BÌNH THẠNH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/BC-UBND", "", "MẬT"]));

        Assert.Equal("MẬT", (await new FileInspection(_pages).RunAsync(_path, "a.pdf", CancellationToken.None)).Value?.Head?.SecrecyStamp?.Value);
    }

    [Fact]
    public async Task What_cannot_be_read_is_taken_without_a_head()
    {
        File.WriteAllBytes(_path, Made.Pdf());

        var answer = await new FileInspection(_pages).RunAsync(_path, "a.pdf", CancellationToken.None);

        Assert.Equal(new Inspected(FileKind.Pdf, null), answer.Value);
    }
}
