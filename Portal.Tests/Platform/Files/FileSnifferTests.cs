using Portal.Platform.Files;

namespace Portal.Tests.Platform.Files;

public sealed class FileSnifferTests
{
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

    public static TheoryData<string> GoodNames => [.. Good.Keys];

    [Theory, MemberData(nameof(GoodNames))]
    public void Good_file_is_known_by_its_content(string which)
    {
        var (name, kind, bytes) = Good[which];

        var outcome = FileSniffer.Detect(new MemoryStream(bytes), name);

        Assert.True(outcome.Ok, outcome.Problem?.Text);
        Assert.Equal(kind, outcome.Value);
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
}
