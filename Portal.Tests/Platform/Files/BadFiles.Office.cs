namespace Portal.Tests.Platform.Files;

/// <summary>Word and Excel files: packages, compound files, and what acts when they are opened.</summary>
internal static partial class BadFiles
{
    private const string Web = "http://kho.example/mau.dotm";
    private const string Away = "tự lấy hoặc tự gửi dữ liệu ra nơi khác";

    private static IEnumerable<(string Label, BadFile File)> Packages() =>
    [
        Row("zip", "a.zip", Refused, "tệp nén zip", Made.Zip(("a.exe", [1]))),
        Row("zip as docx", "a.docx", Mismatch, "tệp nén zip", Made.Zip(("a.exe", [1]))),
        Row("empty zip as docx", "a.docx", Mismatch, "tệp nén zip", Made.Zip()),
        Row("java archive", "a.jar", Refused, "tệp nén zip", Made.Zip(("META-INF/MANIFEST.MF", [1]), ("A.class", [2]))),
        Row("android package", "a.apk", Refused, "tệp nén zip", Made.Zip(("AndroidManifest.xml", [1]), ("classes.dex", [2]))),
        Row("java archive as docx", "a.docx", Mismatch, "tệp nén zip", Made.Zip(("META-INF/MANIFEST.MF", [1]), ("B.class", [2]))),
        Row("opendocument", "a.odt", Refused, "OpenDocument", Made.Zip(("mimetype", [1]), ("META-INF/manifest.xml", [1]))),
        Row("opendocument as docx", "a.docx", Mismatch, "OpenDocument", Made.Zip(("mimetype", [2]), ("META-INF/manifest.xml", [1]))),
        Row("presentation", "a.pptx", Refused, "trình chiếu", Made.Office("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
        Row("drawing of Visio", "a.vsdx", Refused, "loại khác", Made.Office("visio/document.xml", "application/vnd.ms-visio.drawing.main+xml")),
        Row("word template as docx", "a.docx", Mismatch, "loại khác", Made.Office("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")),
        Row("excel template as xlsx", "a.xlsx", Mismatch, "loại khác", Made.Office("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml")),
        Row("pdf without extension", "ke-hoach", WrongName, ".pdf", Made.Pdf()),
        Row("pdf then exe", "a.pdf.exe", WrongName, ".pdf", Made.Pdf()),
        Row("docx named as a template", "a.dotx", WrongName, ".docx", Made.Docx()),
        Row("picture named as a gif", "a.gif", WrongName, ".png", Made.Png()),
        Row("macro part", "a.docx", Macro, "lưu thành .docx", Made.Docx(("word/vbaProject.bin", [1]))),
        Row("macro part, other case", "a.xlsx", Macro, "macro", Made.Xlsx(("xl/VBAPROJECT.BIN", [1]))),
        Row("macro part elsewhere", "a.docx", Macro, "macro", Made.Docx(("customXml/vbaProject.bin", [1]))),
        Row("macro content type", "a.docx", Macro, "macro", Made.Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
        Row("macro template renamed", "a.docx", Macro, "macro", Made.Office("word/document.xml", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml")),
        Row("docm", "a.docm", Macro, "macro", Made.Docx()),
        Row("dotm", "a.dotm", Macro, "macro", Made.Docx()),
        Row("xlsm", "a.xlsm", Macro, "macro", Made.Office("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
        Row("add-in renamed", "a.xlsx", Macro, "macro", Made.Office("xl/workbook.xml", "application/vnd.ms-excel.addin.macroEnabled.main+xml")),
        Row("binary workbook", "a.xlsb", Macro, "macro", Made.Office("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
        Row("excel 4 macro sheet by type", "a.xlsx", Macro, "macro", Made.Zip(("[Content_Types].xml", Made.Text(System.Text.Encoding.UTF8.GetString(Made.Types("/xl/workbook.xml", Made.ExcelMain)).Replace("</Types>", "<Override PartName=\"/xl/x.xml\" ContentType=\"application/vnd.ms-excel.macrosheet+xml\"/></Types>"))), ("xl/workbook.xml", [1]))),
        Row("excel 4 macro sheet by place", "a.xlsx", Macro, "macro", Made.Xlsx(("xl/macrosheets/sheet1.xml", [1]))),
        Row("encrypted zip entries", "a.docx", Encrypted, "mật khẩu", Made.Patched(Made.Docx(), "word/document.xml", 8, 1 | (8 << 16))),
        Row("encrypted entry of a workbook", "a.xlsx", Encrypted, "mật khẩu", Made.Patched(Made.Xlsx(), "xl/workbook.xml", 8, 1 | (99 << 16))),
        Row("zip bomb by size", "a.docx", Bomb, "bung nén", Made.Patched(Made.Docx(), "word/document.xml", 24, uint.MaxValue - 1)),
        Row("zip bomb by ratio", "a.xlsx", Bomb, "bung nén", Made.Xlsx(("xl/worksheets/sheet1.xml", new byte[60_000_000]))),
        Row("zip bomb by entries", "a.docx", Bomb, "bung nén", Made.Docx([.. Enumerable.Range(0, 5_000).Select(i => ($"word/{i}", Array.Empty<byte>()))])),
        Row("zip bomb within a zip", "a.docx", Mismatch, "tệp nén zip", Made.Zip(("a.zip", Made.Zip(("b.zip", Made.Zip(("c", new byte[1_000_000]))))))),
        Row("entries that share bytes", "a.docx", Broken, "hỏng", Made.Patched(Made.Patched(Made.Docx(("word/a.xml", new byte[70])), "word/a.xml", 42, 0), "word/document.xml", 20, 700)),
        Row("zip64 sizes", "a.docx", Broken, "hỏng", Made.Patched(Made.Docx(), "word/document.xml", 42, uint.MaxValue)),
        Row("directory of more disks", "a.docx", Broken, "hỏng", Made.EndPatched(Made.Docx(), 4, 1)),
        Row("directory that counts too few", "a.docx", Broken, "hỏng", Made.EndPatched(Made.Docx(), 8, 1)),
        Row("directory beyond the end", "a.docx", Broken, "hỏng", Made.EndPatched(Made.Docx(), 18, 0x7FFF)),
        Row("content types too long", "a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", new byte[3_000_000]), ("word/document.xml", [1]))),
        Row("content types lie about their size", "a.docx", Broken, "hỏng", Made.Patched(Made.Zip(("[Content_Types].xml", new byte[3_000_000]), ("word/document.xml", [1])), "[Content_Types].xml", 24, 10)),
        Row("content types packed another way", "a.docx", Broken, "hỏng", Made.Patched(Made.Docx(), "[Content_Types].xml", 10, 14)),
        Row("content types with entities", "a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", Made.Types("/word/document.xml", Made.WordMain, "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")), ("word/document.xml", [1]))),
        Row("content types not xml", "a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", [1, 2]), ("word/document.xml", [1]))),
        Row("main part missing", "a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", Made.Types("/word/document.xml", Made.WordMain)), ("a", [1]))),
        Row("main part missing, typed by extension", "a.docx", Broken, "hỏng", Made.Zip(("[Content_Types].xml", Made.TypesByExtension("xml", Made.WordMain)), ("word/a.bin", [1]))),
        .. new[] { "../../etc/cron.d/x", "word\\..\\..\\x", "/etc/passwd", "C:/x.exe", "word/../../x", "a\0.xml", "//host/share/x", "word/document.xml:stream" }
            .Select(n => Row($"zip slip {n.Replace('\0', '0')}", "a.docx", Broken, "hỏng", Made.Docx((n, [1])))),
        Row("name twice", "a.docx", Broken, "hỏng", Made.Docx(("word/document.xml", [1]))),
        Row("name twice in another case", "a.docx", Broken, "hỏng", Made.Docx(("WORD/Document.xml", [1]))),
        Row("entry outside", "a.docx", Broken, "hỏng", Made.Patched(Made.Docx(), "word/document.xml", 42, 0x7FFFFFFF)),
    ];

    private static IEnumerable<(string Label, BadFile File)> Compounds() =>
    [
        Row("doc with vba", "a.doc", Macro, "lưu thành .docx", Made.Ole("WordDocument", "Macros")),
        Row("doc with vba project", "a.doc", Macro, "macro", Made.Ole("WordDocument", "_VBA_PROJECT")),
        Row("xls with vba", "a.xls", Macro, "macro", Made.Ole("Workbook", "_VBA_PROJECT_CUR")),
        Row("xls with excel 4 macros", "a.xls", Macro, "macro", Made.OleWith([9, 8, 4, 0, 0, 6, 5, 0, 0x85, 0, 9, 0, 0, 0, 0, 0, 2, 1, 1, 0, 65, 0x0A, 0, 0, 0], "Workbook")),
        Row("encrypted docx", "a.docx", Encrypted, "mật khẩu", Made.Ole("EncryptedPackage", "EncryptionInfo")),
        Row("encrypted xlsx", "a.xlsx", Encrypted, "mật khẩu", Made.Ole("EncryptionInfo", "EncryptedPackage")),
        Row("encrypted doc", "a.doc", Encrypted, "mật khẩu", Made.OleWith([0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 1], "WordDocument")),
        Row("encrypted xls", "a.xls", Encrypted, "mật khẩu", Made.OleWith([9, 8, 4, 0, 0, 6, 5, 0, 0x2F, 0, 2, 0, 1, 0], "Workbook")),
        Row("doc with a package inside", "a.doc", Attachment, "đính kèm bên trong", Made.Ole("WordDocument", "\u0001Ole10Native")),
        Row("mail of Outlook", "a.msg", Refused, "thư điện tử", Made.Ole("__properties_version1.0")),
        Row("mail of Outlook as doc", "a.doc", Mismatch, "thư điện tử", Made.Ole("__properties_version1.0", "__nameid_version1.0")),
        Row("powerpoint 97", "a.ppt", Refused, "trình chiếu", Made.Ole("PowerPoint Document")),
        Row("compound file of nothing known", "a.doc", Mismatch, "Office đời cũ", Made.Ole("Nothing")),
        Row("word and excel in one", "a.doc", Broken, "hỏng", Made.Ole("WordDocument", "Workbook")),
        Row("doc whose table runs in a circle", "a.doc", Broken, "hỏng", Circle()),
        Row("doc of an unknown version", "a.doc", Broken, "hỏng", [.. Made.Ole("WordDocument")[..26], 9, .. Made.Ole("WordDocument")[27..]]),
    ];

    private static IEnumerable<(string Label, BadFile File)> Links() =>
    [
        Row("template on the web", "a.docx", External, Away, Made.Linked(true, "attachedTemplate", Web)),
        Row("template on a share", "a.docx", External, Away, Made.Linked(true, "attachedTemplate", @"\\host\share\a.dotm")),
        Row("template on a share as an address", "a.docx", External, Away, Made.Linked(true, "attachedTemplate", "file://host/share/a.dotm")),
        Row("template on a share, backslashes", "a.docx", External, Away, Made.Linked(true, "attachedTemplate", @"file:///\\host\share\a.dotm")),
        Row("object on the web", "a.docx", External, Away, Made.Linked(true, "oleObject", "https://x.example/a!")),
        Row("object by mhtml", "a.docx", External, Away, Made.Linked(true, "oleObject", "mhtml:https://x.example/a!x-usc:https://x.example/a")),
        Row("frame on the web", "a.docx", External, Away, Made.Linked(true, "frame", "http://x.example/")),
        Row("subdocument of another disk", "a.docx", External, Away, Made.Linked(true, "subDocument", "file:///D:/a.docx")),
        Row("picture on a share", "a.docx", External, Away, Made.Linked(true, "image", @"\\host\share\a.png")),
        Row("workbook link to a share", "a.xlsx", External, Away, Made.Linked(false, "externalLinkPath", @"\\host\share\b.xlsx")),
        Row("workbook link to a file", "a.xlsx", External, Away, Made.Linked(false, "externalLinkPath", "file:///D:\\so-lieu.xlsx")),
        Row("workbook link to the web", "a.xlsx", External, Away, Made.Linked(false, "externalLinkPath", "https://x.example/b.xlsx")),
        Row("workbook's dde link", "a.xlsx", Launch, "chương trình khác", Made.Xlsx(("xl/externalLinks/externalLink1.xml", Made.Text("<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/C calc\"/></externalLink>")))),
        Row("dde field", "a.docx", Launch, "chương trình khác", Made.Word("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DDEAUTO c:\\\\windows\\\\cmd.exe </w:instrText></w:r></w:p>")),
        Row("dde field in pieces", "a.docx", Launch, "chương trình khác", Made.Word("<w:p><w:r><w:instrText> D</w:instrText></w:r><w:r><w:instrText>DE</w:instrText></w:r><w:r><w:instrText> \"cmd\" </w:instrText></w:r></w:p>")),
        Row("dde simple field", "a.docx", Launch, "chương trình khác", Made.Word("<w:p><w:fldSimple w:instr=\"DDE cmd x\"/></w:p>")),
        Row("dde field in the header", "a.docx", Launch, "chương trình khác", Made.Docx(("word/header1.xml", Made.Text("<w:hdr xmlns:w=\"w\"><w:instrText>DDEAUTO x</w:instrText></w:hdr>")))),
        Row("embedded package in word", "a.docx", Attachment, "đính kèm bên trong", Made.Docx(("word/embeddings/oleObject1.bin", [1]))),
        Row("embedded package in excel", "a.xlsx", Attachment, "đính kèm bên trong", Made.Xlsx(("xl/embeddings/oleObject1.bin", [1]))),
        Row("embedded file with macros", "a.docx", Script, "mã lệnh", Made.Docx(("word/embeddings/a.xlsm", [1]))),
        Row("activex in word", "a.docx", Script, "mã lệnh", Made.Docx(("word/activeX/activeX1.xml", Made.Text("<a/>")))),
        Row("activex in excel", "a.xlsx", Script, "mã lệnh", Made.Xlsx(("xl/activeX/activeX1.bin", [1]))),
        Row("external entity in the body", "a.docx", Dtd, "DTD", Made.Word("&x;", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>")),
        Row("billion laughs", "a.docx", Dtd, "DTD", Made.Word("&b;", "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>")),
        Row("external entity in the relationships", "a.docx", Dtd, "DTD", Made.Docx(("word/_rels/document.xml.rels", Made.Text("<!DOCTYPE r SYSTEM 'http://x.example/r.dtd'><r/>")))),
        Row("external entity in shared strings", "a.xlsx", Dtd, "DTD", Made.Xlsx(("xl/sharedStrings.xml", Made.Text("<?xml version='1.0'?><!DOCTYPE s [<!ENTITY % p SYSTEM 'http://x.example/'>%p;]><s/>")))),
        Row("declaration in utf-16", "a.xlsx", Dtd, "DTD", Made.Xlsx(("xl/styles.xml", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("<!DOCTYPE s><s/>")]))),
    ];

    private static byte[] Circle()
    {
        var ole = Made.Ole("WordDocument");
        (ole[512 + 4], ole[512 + 5], ole[512 + 6], ole[512 + 7]) = (1, 0, 0, 0);
        return ole;
    }
}
