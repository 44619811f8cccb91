using Portal.Domain;
using Portal.Platform.Files;

namespace Portal.Tests.Platform.Files;

public sealed class FileSnifferTests
{
    private const string Mismatch = nameof(Problems.FileTypeMismatch);
    private const string Refused = nameof(Problems.FileTypeRefused);
    private const string Broken = nameof(Problems.FileBroken);
    private const string Macro = nameof(Problems.FileMacro);
    private const string Bomb = nameof(Problems.FileBomb);
    private const string Mixed = nameof(Problems.FileMixed);
    private const string Encrypted = nameof(Problems.FileEncrypted);
    private const string Pixels = nameof(Problems.FilePixels);
    private const string WrongName = nameof(Problems.FileNameWrong);

    private static readonly Dictionary<string, (string Name, FileKind Kind, byte[] Bytes)> Good = new()
    {
        ["pdf"] = ("ke-hoach.pdf", FileKind.Pdf, Made.Pdf()),
        ["pdf after a mark and a line"] = ("a.pdf", FileKind.Pdf, Made.Join([0xEF, 0xBB, 0xBF, 10], Made.Pdf())),
        ["upper case extension"] = ("A.PDF", FileKind.Pdf, Made.Pdf()),
        ["docx"] = ("a.docx", FileKind.Docx, Made.Docx()),
        ["docx typed by extension"] = ("a.docx", FileKind.Docx, Made.Zip(("[Content_Types].xml", Made.TypesByExtension("xml", Made.WordMain)), ("word/document.xml", [1]))),
        ["docx with another case"] = ("a.docx", FileKind.Docx, Made.Zip(("[Content_Types].xml", Made.Types("/Word/Document.xml", Made.WordMain)), ("word/document.xml", [1]))),
        ["xlsx"] = ("a.xlsx", FileKind.Xlsx, Made.Xlsx()),
        ["xlsx that packs well but is small"] = ("a.xlsx", FileKind.Xlsx, Made.Xlsx(("xl/worksheets/sheet1.xml", new byte[10_000_000]))),
        ["doc"] = ("a.doc", FileKind.Doc, Made.Ole("WordDocument", "1Table")),
        ["xls"] = ("a.xls", FileKind.Xls, Made.Ole("Workbook")),
        ["xls of Excel 95"] = ("a.xls", FileKind.Xls, Made.Ole("Book")),
        ["jpeg"] = ("a.jpg", FileKind.Jpeg, Made.Jpeg()),
        ["jpeg, long extension"] = ("a.jpeg", FileKind.Jpeg, Made.Jpeg()),
        ["jpeg with a telephone's trailer"] = ("a.jpg", FileKind.Jpeg, Made.Join(Made.Jpeg(), new byte[5000])),
        ["png"] = ("a.png", FileKind.Png, Made.Png()),
        ["png of exactly 100 megapixels"] = ("a.png", FileKind.Png, Made.Png(10_000, 10_000)),
    };

    private static readonly Dictionary<string, (string Name, string Code, string Says, byte[] Bytes)> Bad = new()
    {
        ["empty"] = ("a.pdf", nameof(Problems.FileEmpty), "0 byte", []),
        ["one byte"] = ("a.pdf", Mismatch, "dữ liệu không nhận ra", [1]),
        ["zeros"] = ("a.pdf", Mismatch, "toàn byte 0", new byte[9000]),
        ["windows program as pdf"] = ("ke-hoach.pdf", Mismatch, "Tệp “ke-hoach.pdf” không phải tệp PDF (nội dung là tệp chương trình). Chỉ nhận PDF, Word, Excel, JPEG, PNG.", Made.Text("MZ\u0001\0\u0003")),
        ["linux program as png"] = ("a.png", Mismatch, "tệp chương trình", [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
        ["html as pdf"] = ("a.pdf", Mismatch, "trang web HTML", Made.Text("  <!DOCTYPE html><script>alert(1)</script>")),
        ["html in utf-16"] = ("a.pdf", Mismatch, "trang web HTML", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("<html>")]),
        ["svg"] = ("a.svg", Refused, "ảnh SVG", Made.Text("<?xml version='1.0'?><svg onload='alert(1)'/>")),
        ["svg as png"] = ("a.png", Mismatch, "ảnh SVG", Made.Text("<svg/>")),
        ["xml"] = ("a.docx", Mismatch, "tệp XML", Made.Text("<?xml version='1.0'?><a/>")),
        ["text"] = ("a.txt", Refused, "văn bản thuần", Made.Text("Báo cáo kết quả")),
        ["rtf as doc"] = ("a.doc", Mismatch, "văn bản RTF", Made.Text("{\\rtf1 a}")),
        ["shell script"] = ("a.pdf", Mismatch, "tệp lệnh", Made.Text("#!/bin/sh\nrm x")),
        ["shortcut"] = ("a.pdf", Mismatch, "lối tắt", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0]),
        ["gif"] = ("a.gif", Refused, "ảnh loại khác", Made.Text("GIF89a...")),
        ["webp as jpg"] = ("a.jpg", Mismatch, "ảnh loại khác", Made.Text("RIFF1234WEBPVP8 ")),
        ["video"] = ("a.mp4", Refused, "video", Made.Join([0, 0, 0, 32], Made.Text("ftypisom0000"))),
        ["rar"] = ("a.rar", Refused, "tệp nén", Made.Text("Rar!\u001a")),
        ["mail"] = ("a.eml", Refused, "thư điện tử", Made.Text("From: a\r\nMIME-Version: 1.0\r\n")),
        ["zip"] = ("a.zip", Refused, "tệp nén zip", Made.Zip(("a.exe", [1]))),
        ["zip as docx"] = ("a.docx", Mismatch, "tệp nén zip", Made.Zip(("a.exe", [1]))),
        ["empty zip as docx"] = ("a.docx", Mismatch, "tệp nén zip", Made.Zip()),
        ["opendocument"] = ("a.odt", Refused, "OpenDocument", Made.Zip(("mimetype", [1]), ("META-INF/manifest.xml", [1]))),
        ["presentation"] = ("a.pptx", Refused, "trình chiếu", Made.Office("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
        ["word template as docx"] = ("a.docx", Mismatch, "loại khác", Made.Office("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")),
        ["png as pdf"] = ("a.pdf", Mismatch, "ảnh PNG", Made.Png()),
        ["pdf as docx"] = ("a.docx", Mismatch, "tệp PDF", Made.Pdf()),
        ["xlsx as docx"] = ("a.docx", Mismatch, "Excel", Made.Xlsx()),
        ["docx as doc"] = ("a.doc", Mismatch, "Word (.docx)", Made.Docx()),
        ["pdf without extension"] = ("ke-hoach", WrongName, ".pdf", Made.Pdf()),
        ["pdf then exe"] = ("a.pdf.exe", WrongName, ".pdf", Made.Pdf()),
        ["macro part"] = ("a.docx", Macro, "lưu thành .docx", Made.Docx(("word/vbaProject.bin", [1]))),
        ["macro part, other case"] = ("a.xlsx", Macro, "macro", Made.Xlsx(("xl/VBAPROJECT.BIN", [1]))),
        ["macro content type"] = ("a.docx", Macro, "macro", Made.Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
        ["docm"] = ("a.docm", Macro, "macro", Made.Docx()),
        ["xlsm"] = ("a.xlsm", Macro, "macro", Made.Office("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
        ["doc with vba"] = ("a.doc", Macro, "lưu thành .docx", Made.Ole("WordDocument", "Macros")),
        ["xls with vba"] = ("a.xls", Macro, "macro", Made.Ole("Workbook", "_VBA_PROJECT_CUR")),
        ["encrypted docx"] = ("a.docx", Encrypted, "mật khẩu", Made.Ole("EncryptedPackage", "EncryptionInfo")),
        ["encrypted zip entries"] = ("a.docx", Encrypted, "mật khẩu", Made.Patched(Made.Docx(), "word/document.xml", 8, 1 | (8 << 16))),
        ["mail of Outlook"] = ("a.doc", Mismatch, "thư điện tử", Made.Ole("__properties_version1.0")),
        ["powerpoint 97"] = ("a.ppt", Refused, "trình chiếu", Made.Ole("PowerPoint Document")),
        ["word and excel in one"] = ("a.doc", Broken, "hỏng", Made.Ole("WordDocument", "Workbook")),
        ["zip bomb by size"] = ("a.docx", Bomb, "bung nén", Made.Patched(Made.Docx(), "word/document.xml", 24, uint.MaxValue)),
        ["zip bomb by ratio"] = ("a.xlsx", Bomb, "bung nén", Made.Xlsx(("xl/worksheets/sheet1.xml", new byte[60_000_000]))),
        ["zip bomb by entries"] = ("a.docx", Bomb, "bung nén", Made.Docx([.. Enumerable.Range(0, 5_000).Select(i => ($"word/{i}", Array.Empty<byte>()))])),
        ["content types too long"] = ("a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", new byte[3_000_000]), ("word/document.xml", [1]))),
        ["content types lie about their size"] = ("a.docx", Broken, "hỏng", Made.Patched(Made.Zip(("[Content_Types].xml", new byte[3_000_000]), ("word/document.xml", [1])), "[Content_Types].xml", 24, 10)),
        ["content types with entities"] = ("a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", Made.Types("/word/document.xml", Made.WordMain, "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")), ("word/document.xml", [1]))),
        ["content types not xml"] = ("a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", [1, 2]), ("word/document.xml", [1]))),
        ["main part missing"] = ("a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", Made.Types("/word/document.xml", Made.WordMain)), ("a", [1]))),
        ["main part missing, typed by extension"] = ("a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", Made.TypesByExtension("xml", Made.WordMain)), ("word/a.bin", [1]))),
        ["zip slip"] = ("a.docx", Broken, "hỏng", Made.Docx(("../../etc/cron.d/x", [1]))),
        ["zip slip, windows"] = ("a.docx", Broken, "hỏng", Made.Docx(("word\\..\\..\\x", [1]))),
        ["name twice"] = ("a.docx", Broken, "hỏng", Made.Docx(("word/document.xml", [1]))),
        ["entry outside"] = ("a.docx", Broken, "hỏng", Made.Patched(Made.Docx(), "word/document.xml", 42, 0x7FFFFFFF)),
        ["docx cut in the middle"] = ("a.docx", Broken, "thiếu một phần", Made.Docx()[..200]),
        ["docx cut at the end"] = ("a.docx", Broken, "hỏng", Made.Docx()[..^1]),
        ["doc cut"] = ("a.doc", Broken, "hỏng", Made.Ole("WordDocument")[..^600]),
        ["doc header only"] = ("a.doc", Broken, "hỏng", Made.Ole("WordDocument")[..40]),
        ["doc without directory"] = ("a.doc", Broken, "hỏng", Made.Ole("WordDocument")[..1100]),
        ["doc whose table runs in a circle"] = ("a.doc", Broken, "hỏng", Circle()),
        ["pdf cut"] = ("a.pdf", Broken, "hỏng", Made.Pdf()[..20]),
        ["png cut"] = ("a.png", Broken, "hỏng", Made.Png()[..^9]),
        ["png signature only"] = ("a.png", Broken, "hỏng", Made.Png()[..8]),
        ["png without width"] = ("a.png", Broken, "hỏng", Made.Png(0, 5)),
        ["jpeg cut"] = ("a.jpg", Broken, "hỏng", Made.Jpeg()[..^2]),
        ["jpeg start only"] = ("a.jpg", Broken, "hỏng", [0xFF, 0xD8, 0xFF]),
        ["png pixel flood"] = ("a.png", Pixels, "30.000 × 30.000 điểm ảnh", Made.Png(30_000, 30_000)),
        ["png pixel flood, largest"] = ("a.png", Pixels, "100 triệu", Made.Png(uint.MaxValue, uint.MaxValue)),
        ["jpeg pixel flood"] = ("a.jpg", Pixels, "65.535", Made.Jpeg(65_535, 65_535)),
        ["program before pdf"] = ("a.pdf", Mismatch, "tệp chương trình", Made.Join(Made.Text("MZ...."), Made.Pdf())),
        ["page before pdf"] = ("a.pdf", Mismatch, "trang web HTML", Made.Join(Made.Text("<html>"), Made.Pdf())),
        ["zip before pdf"] = ("a.pdf", Broken, "tệp nén zip", Made.Join(Made.Zip(("a", [1])), Made.Pdf())),
        ["pdf then zip"] = ("a.pdf", Mixed, "tệp nén zip", Made.Join(Made.Pdf(), Made.Zip(("a", [1])))),
        ["jpeg then zip"] = ("a.jpg", Mixed, "tệp nén zip", Made.Join(Made.Jpeg(), Made.Zip(("a", [1])))),
        ["png with pdf near the start"] = ("a.png", Mixed, "tệp PDF", Made.Join(Made.Png(), Made.Pdf())),
    };

    public static TheoryData<string> GoodNames => [.. Good.Keys];

    public static TheoryData<string> BadNames => [.. Bad.Keys];

    [Theory, MemberData(nameof(GoodNames))]
    public void Good_file_is_known_by_its_content(string which)
    {
        var (name, kind, bytes) = Good[which];

        var outcome = FileSniffer.Detect(new MemoryStream(bytes), name);

        Assert.True(outcome.Ok, outcome.Problem?.Text);
        Assert.Equal(kind, outcome.Value);
    }

    [Theory, MemberData(nameof(BadNames))]
    public void Bad_file_is_refused_with_its_reason_and_the_next_good_one_works(string which)
    {
        var (name, code, says, bytes) = Bad[which];

        var problem = FileSniffer.Detect(new MemoryStream(bytes), name).Problem;

        Assert.NotNull(problem);
        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.Equal(code, problem.Code);
        Assert.Contains(says, problem.Text, StringComparison.Ordinal);
        Assert.True(FileSniffer.Detect(new MemoryStream(Made.Docx()), "a.docx").Ok);
    }

    [Theory, MemberData(nameof(GoodNames))]
    public void Good_file_cut_or_damaged_anywhere_never_throws(string which)
    {
        var (name, _, bytes) = Good[which];
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var damaged = bytes[..random.Next(bytes.Length + 1)];
            for (var j = 0; j < random.Next(4) && damaged.Length > 0; j++)
            {
                damaged[random.Next(Math.Min(damaged.Length, 3000))] = (byte)random.Next(256);
            }
            var outcome = FileSniffer.Detect(new MemoryStream(damaged), name);
            Assert.True(outcome.Ok || outcome.Problem!.Text.Length > 0);
        }
    }

    private static byte[] Circle()
    {
        var ole = Made.Ole("WordDocument");
        (ole[512 + 4], ole[512 + 5], ole[512 + 6], ole[512 + 7]) = (1, 0, 0, 0);
        return ole;
    }
}
