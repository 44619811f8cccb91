using System.IO.Compression;
using System.Text;
using Portal.Domain;
using Portal.Domain.Letters;
using Portal.Domain.Requests;
using Portal.Platform.Documents;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Platform.Documents;

/// <summary>What letters' files say: the seed letter in every format, the encodings of old machines, and files that are none or mean harm.</summary>
public sealed class LetterTextTests
{
    private static readonly string Plain = BinhSonLetter.Text.Replace("**", "", StringComparison.Ordinal);

    /// <summary>Text, Word and PDF (both made by an office program) are the same request.</summary>
    [Theory]
    [InlineData("txt")]
    [InlineData("docx")]
    [InlineData("pdf")]
    public async Task The_seed_letter_is_the_same_request_in_every_format(string format)
    {
        var read = await ReadAsync(format == "txt" ? Encoding.UTF8.GetBytes(Plain) : await Office.SaveAsync(Plain, format), $"cong-van.{format}");
        Assert.Null(read.Problem);
        var letter = LetterReading.Read(read.Text!);
        var wanted = BinhSonLetter.Request;
        Assert.Equal(wanted.Groups.Select(g => g.Title), letter.Groups.Select(g => g.Name.Value));
        Assert.Equal(wanted.Items.Select(i => (i.Text, i.Kind)), letter.Groups.SelectMany(g => g.Items).Select(i => (i.Text.Value, i.Kind is ReadKind.Report ? ItemKind.Report : ItemKind.Duty)));
        Assert.All(letter.Groups.SelectMany(g => g.Items), i => Assert.Equal(i.Text.Value, string.Join(' ', read.Text!.Substring(i.Text.Start, i.Text.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), ignoreCase: true)); // a clause from within a sentence begins with a capital
        Assert.Equal((wanted.Deadline.Instant, false), (letter.Deadline?.Instant, letter.Deadline!.Inclusive));
        Assert.Equal((null, null, "UBND-VX"), (letter.Number, letter.Date, letter.Symbol?.Value));
        Assert.Contains(letter.Doubts, d => d.Code == LetterDoubtCode.ReferenceLooksMistyped && d.Argument == "3812/SLĐTĐBXH-TEBĐG&PCTNXH");
    }

    [Fact]
    public void The_encodings_of_old_machines_are_told_by_how_they_read()
    {
        const string words = "Cộng hòa xã hội chủ nghĩa Việt Nam";
        Assert.Equal(words, PlainLetter.Read(Encoding.Latin1.GetBytes("Céng hßa x· héi chñ nghÜa ViÖt Nam")));
        Assert.Equal(words, PlainLetter.Read(Encoding.Latin1.GetBytes("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")));
        Assert.Equal(words, PlainLetter.Read(CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes("Cô\u0323ng ho\u0300a xa\u0303 hô\u0323i chu\u0309 nghi\u0303a Viê\u0323t Nam")));
        Assert.Equal(words, PlainLetter.Read(Encoding.UTF8.GetBytes(words.Normalize(NormalizationForm.FormD))));
        Assert.All<Encoding>([Encoding.Unicode, Encoding.BigEndianUnicode], e => Assert.Equal((words, words), (PlainLetter.Read(e.GetBytes(words)), PlainLetter.Read([.. e.GetPreamble(), .. e.GetBytes(words)]))));
        Assert.Equal(words, PlainLetter.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(words)]));
        Assert.Equal("Đồng ý với đề nghị của Ủy ban", PlainLetter.Read(Encoding.Latin1.GetBytes("Ñoàng yù vôùi ñeà nghò cuûa UÛy ban")));
    }

    [Fact]
    public async Task A_letter_set_as_the_decree_wants_it_is_read_as_a_person_reads_it_also_as_PDF()
    {
        var word = LetterFiles.Decree();
        var fromWord = (await ReadAsync(word, "a.docx")).Text!;
        Assert.Contains("UBND HUYỆN AN LÃO\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", fromWord, StringComparison.Ordinal);
        Assert.Contains("\n1. Phòng Nội vụ báo cáo công tác cán bộ.\n2. Phòng Tư pháp báo cáo công tác hòa giải.\n", fromWord, StringComparison.Ordinal);
        Assert.DoesNotContain("đã bỏ", fromWord, StringComparison.Ordinal);
        var fromPdf = (await ReadAsync(await Office.ConvertAsync(word, "docx", "pdf"), "a.pdf")).Text!;
        foreach (var text in new[] { fromWord, fromPdf })
        {
            var letter = LetterReading.Read(text);
            Assert.Equal(["Phòng Nội vụ", "Phòng Tư pháp"], letter.Groups.Select(g => g.Name.Value));
            Assert.Equal((new DateOnly(2025, 3, 14), "215", "UBND-NV", new DateTimeOffset(2025, 3, 28, 17, 0, 0, TimeSpan.FromHours(7))), (letter.Date?.Value, letter.Number?.Value, letter.Symbol?.Value, letter.Deadline?.Instant));
        }
    }

    [Theory]
    [InlineData("bomb", nameof(Problems.LetterUnread))]
    [InlineData("dtd", nameof(Problems.LetterUnread))]
    [InlineData("deep", nameof(Problems.LetterUnread))]
    [InlineData("cut", nameof(Problems.LetterUnread))]
    [InlineData("nested pdf", nameof(Problems.LetterUnread))]
    [InlineData("scan", nameof(Problems.LetterNoText))]
    [InlineData("picture", nameof(Problems.LetterNotAFile))]
    [InlineData("sheet", nameof(Problems.LetterNotAFile))]
    [InlineData("nothing", nameof(Problems.LetterUnread))]
    public async Task What_is_no_letter_or_means_harm_is_refused_with_the_way_on(string what, string code)
    {
        var read = await ReadAsync(LetterFiles.Hostile(what), "cong-van.docx");
        Assert.Null(read.Text);
        Assert.Equal(code, read.Problem?.Code);
        Assert.Contains("dán nội dung công văn", read.Problem!.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<LetterTextReading> ReadAsync(byte[] file, string name)
    {
        var path = Path.Combine(Path.GetTempPath(), $"portal-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllBytesAsync(path, file);
            using var pages = new PageReader();
            return await new LetterText(pages).ReadAsync(path, name, CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

/// <summary>Letters' files, well made and not.</summary>
internal static class LetterFiles
{
    private const string W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    /// <summary>A letter with a letterhead in a table of two columns, numbers that Word makes, a tracked change and a table of duties.</summary>
    public static byte[] Decree()
    {
        static string P(string text, string more = "") => $"<w:p><w:pPr>{more}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>";
        static string Cell(params string[] lines) => $"<w:tc><w:tcPr><w:tcW w:w='4700' w:type='dxa'/></w:tcPr>{string.Concat(lines.Select(l => P(l)))}</w:tc>";
        const string numbered = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>";
        var body = $"<w:tbl><w:tblPr><w:tblW w:w='9400' w:type='dxa'/></w:tblPr><w:tr>{Cell("UBND HUYỆN AN LÃO", "Số: 215/UBND-NV")}{Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "An Lão, ngày 14 tháng 3 năm 2025")}</w:tr></w:tbl>"
            + P("V/v báo cáo công tác quý I năm 2025") + P("Kính gửi: Phòng Nội vụ; Phòng Tư pháp.")
            + "<w:p><w:r><w:t xml:space='preserve'>Ủy ban nhân dân huyện yêu cầu các cơ quan </w:t></w:r><w:del w:id='1' w:author='a' w:date='2025-03-14T08:00:00Z'><w:r><w:delText>đã bỏ</w:delText></w:r></w:del><w:ins w:id='2' w:author='a' w:date='2025-03-14T08:00:00Z'><w:r><w:t>báo cáo các nội dung sau:</w:t></w:r></w:ins></w:p>"
            + P("Phòng Nội vụ báo cáo công tác cán bộ.", numbered) + P("Phòng Tư pháp báo cáo công tác hòa giải.", numbered)
            + P("Báo cáo gửi về UBND huyện (qua Văn phòng HĐND và UBND huyện) trước 17 giờ 00 ngày 28/3/2025 để tổng hợp.")
            + P("Nơi nhận:") + P("- Như trên;") + P("- Lưu: VT, NV.") + P("KT. CHỦ TỊCH") + P("PHÓ CHỦ TỊCH") + P("Nguyễn Văn An");
        return Zip(new()
        {
            ["[Content_Types].xml"] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/><Default Extension='xml' ContentType='application/xml'/><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/><Override PartName='/word/numbering.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml'/></Types>",
            ["_rels/.rels"] = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>",
            ["word/_rels/document.xml.rels"] = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering' Target='numbering.xml'/></Relationships>",
            ["word/numbering.xml"] = $"<w:numbering {W}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>",
            ["word/document.xml"] = Document(body),
        });
    }

    /// <summary>A file that is no letter or means harm.</summary>
    public static byte[] Hostile(string what) => what switch
    {
        "bomb" => Word(new string(' ', 400_000_000)),
        "dtd" => Zip(Package("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + Document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"))),
        "deep" => Word(string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 60_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 60_000))),
        "cut" => Decree()[..600],
        "nested pdf" => Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n" + new string('[', 400_000) + "\n"),
        "scan" => Portal.Demo.SamplePdf.Write("", []),
        "picture" => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
        "sheet" => Zip(new() { ["[Content_Types].xml"] = "<Types/>", ["xl/workbook.xml"] = "<workbook/>" }),
        _ => [],
    };

    private static byte[] Word(string body) => Zip(Package(Document(body)));

    private static Dictionary<string, string> Package(string document) => new()
    {
        ["[Content_Types].xml"] = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
        ["_rels/.rels"] = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>",
        ["word/document.xml"] = document,
    };

    private static string Document(string body) => $"<w:document {W}><w:body>{body}</w:body></w:document>";

    private static byte[] Zip(Dictionary<string, string> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                part.Write(text);
            }
        }

        return memory.ToArray();
    }
}
