namespace Portal.Tests.Platform.Files;

/// <summary>PDF files that act, files that were cut, pictures, and names.</summary>
internal static partial class BadFiles
{
    private const string Js = "/S /JavaScript /JS (app.alert\\(1\\))";

    private static IEnumerable<(string Label, BadFile File)> Pdfs() =>
    [
        Row("pdf script on opening", "a.pdf", Script, "in lại thành PDF", MadePdf.With($"/OpenAction << {Js} >>")),
        Row("pdf script by reference", "a.pdf", Script, "mã lệnh", MadePdf.With("/OpenAction 5 0 R", $"<< {Js} >>")),
        Row("pdf script in a packed object", "a.pdf", Script, "mã lệnh", MadePdf.InObjectStream("/OpenAction 6 0 R", $"<< {Js} >>")),
        Row("pdf script with a spelled name", "a.pdf", Script, "mã lệnh", MadePdf.With("/OpenAction << /S /J#61vaScript /J#53 (x) >>")),
        Row("pdf script of the document", "a.pdf", Script, "mã lệnh", MadePdf.With("/Names << /JavaScript << /Names [(a) 5 0 R] >> >>", "<< /S /JavaScript /JS 6 0 R >>", "(x)")),
        Row("pdf script when the page opens", "a.pdf", Script, "mã lệnh", MadePdf.Page("", $"/AA << /O << {Js} >> >>")),
        Row("pdf script of a field", "a.pdf", Script, "mã lệnh", MadePdf.With("/AcroForm << /Fields [5 0 R] >>", $"<< /FT /Tx /T (a) /AA << /K << {Js} >> >> >>")),
        Row("pdf script of a bookmark", "a.pdf", Script, "mã lệnh", MadePdf.With("/Outlines << /First 5 0 R >>", $"<< /Title (a) /A << {Js} >> >>")),
        Row("pdf script after a harmless action", "a.pdf", Script, "mã lệnh", MadePdf.With("/OpenAction 5 0 R", $"<< /S /GoTo /D [3 0 R /Fit] /Next [<< {Js} >>] >>")),
        Row("pdf rendition with script", "a.pdf", Script, "mã lệnh", MadePdf.Page("", "/Annots [<< /Subtype /Screen /A << /S /Rendition /OP 0 /JS (x) >> >>]")),
        Row("pdf that starts a program", "a.pdf", Launch, "chương trình khác", MadePdf.With("/OpenAction << /S /Launch /F (cmd.exe) >>")),
        Row("pdf link that starts a program", "a.pdf", Launch, "chương trình khác", MadePdf.Page("", "/Annots [<< /Subtype /Link /A << /S /Launch /Win << /F (cmd.exe) >> >> >>]")),
        Row("pdf start of a program in a packed object", "a.pdf", Launch, "chương trình khác", MadePdf.InObjectStream("/OpenAction 6 0 R", "<< /S /Launch /F (x) >>")),
        Row("pdf with a file inside", "a.pdf", Attachment, "đính kèm bên trong", MadePdf.With("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>", "<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>", "<< /Type /EmbeddedFile /Length 1 >>\nstream\na\nendstream")),
        Row("pdf with a file on a note", "a.pdf", Attachment, "đính kèm bên trong", MadePdf.Page("", "/Annots [<< /Subtype /FileAttachment /FS << /Type /Filespec /F (a) /EF << /F 5 0 R >> >> >>]", "<< /Length 1 >>\nstream\na\nendstream")),
        Row("pdf that opens a file inside", "a.pdf", Attachment, "đính kèm bên trong", MadePdf.With("/OpenAction << /S /GoToE /T << /R /C /N (a) >> >>")),
        Row("pdf with rich media", "a.pdf", Attachment, "đính kèm bên trong", MadePdf.Page("", "/Annots [<< /Subtype /RichMedia >>]")),
        Row("pdf that goes to a share", "a.pdf", External, "ra nơi khác", MadePdf.With("/OpenAction << /S /GoToR /F (\\\\\\\\host\\\\a.pdf) /D [0 /Fit] >>")),
        Row("pdf that sends a form", "a.pdf", External, "ra nơi khác", MadePdf.With("/OpenAction << /S /SubmitForm /F (http://x.example/) >>")),
        Row("pdf that fetches data", "a.pdf", External, "ra nơi khác", MadePdf.With("/OpenAction << /S /ImportData /F (a.fdf) >>")),
        Row("pdf of xfa", "a.pdf", Form, "XFA", MadePdf.With("/AcroForm << /Fields [] /XFA 5 0 R >>", "<< /Length 0 >>\nstream\n\nendstream")),
        Row("pdf of xfa in pieces", "a.pdf", Form, "XFA", MadePdf.With("/AcroForm << /XFA [(preamble) 5 0 R] >>", "<< /Length 1 >>\nstream\na\nendstream")),
        Row("pdf with a password", "a.pdf", Encrypted, "mật khẩu", MadePdf.Encrypted("bi-mat")),
        Row("pdf that cannot be parsed, with script", "a.pdf", Script, "mã lệnh", Made.Text($"%PDF-1.4\n1 0 obj << /Type /Catalog /OpenAction << /S /J#61vaScript >> /Deep {new string('[', 5_000)} >> endobj\nxref\n0 1\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n")),
        Row("pdf too deep to parse, with a program", "a.pdf", Launch, "chương trình khác", MadePdf.With("/OpenAction << /S /Launch /F (x) >> /Deep " + new string('[', 100_000))),
    ];

    private static IEnumerable<(string Label, BadFile File)> Cut() =>
    [
        Row("docx cut in the middle", "a.docx", Broken, "thiếu một phần", Made.Docx()[..200]),
        Row("docx cut at the end", "a.docx", Broken, "hỏng", Made.Docx()[..^1]),
        Row("docx cut in its directory", "a.docx", Broken, "hỏng", Made.Docx()[..^60]),
        Row("docx signature only", "a.docx", Broken, "hỏng", Made.Docx()[..4]),
        Row("docx without its beginning", "a.docx", Mismatch, "dữ liệu không nhận ra", Made.Docx()[100..]),
        Row("xlsx cut in the middle", "a.xlsx", Broken, "hỏng", Made.Xlsx()[..300]),
        Row("doc cut", "a.doc", Broken, "hỏng", Made.Ole("WordDocument")[..^600]),
        Row("doc header only", "a.doc", Broken, "hỏng", Made.Ole("WordDocument")[..40]),
        Row("doc without directory", "a.doc", Broken, "hỏng", Made.Ole("WordDocument")[..1100]),
        Row("xls cut", "a.xls", Broken, "hỏng", Made.Ole("Workbook")[..^600]),
        Row("pdf cut after its head", "a.pdf", Broken, "hỏng", Made.Pdf()[..20]),
        Row("pdf cut before its table", "a.pdf", Broken, "hỏng", MadePdf.With("")[..300]),
        Row("pdf head only", "a.pdf", Broken, "hỏng", "%PDF-1.7"),
        Row("png cut", "a.png", Broken, "hỏng", Made.Png()[..^9]),
        Row("png cut in its pixels", "a.png", Broken, "hỏng", Made.Png()[..45]),
        Row("png signature only", "a.png", Broken, "hỏng", Made.Png()[..8]),
        Row("jpeg cut", "a.jpg", Broken, "hỏng", Made.Jpeg()[..^2]),
        Row("jpeg cut in its frame", "a.jpg", Broken, "hỏng", Made.Jpeg()[..14]),
        Row("jpeg start only", "a.jpg", Broken, "hỏng", [0xFF, 0xD8, 0xFF]),
    ];

    private static IEnumerable<(string Label, BadFile File)> Images() =>
    [
        Row("png without width", "a.png", Broken, "hỏng", Made.Png(0, 5)),
        Row("png without height", "a.png", Broken, "hỏng", Made.Png(5, 0)),
        Row("jpeg without height", "a.jpg", Broken, "hỏng", Made.Jpeg(5, 0)),
        Row("png pixel flood", "a.png", Pixels, "30.000 × 30.000 điểm ảnh", Made.Png(30_000, 30_000)),
        Row("png pixel flood by one row", "a.png", Pixels, "10.000 × 10.001", Made.Png(10_000, 10_001)),
        Row("png pixel flood, long strip", "a.png", Pixels, "100 triệu", Made.Png(2, 60_000_000)),
        Row("png pixel flood, largest", "a.png", Pixels, "100 triệu", Made.Png(uint.MaxValue, uint.MaxValue)),
        Row("jpeg pixel flood", "a.jpg", Pixels, "65.535", Made.Jpeg(65_535, 65_535)),
        Row("jpeg pixel flood, wide", "a.jpg", Pixels, "60.000 × 2.000", Made.Jpeg(60_000, 2_000)),
        Row("png whose first piece lies about its length", "a.png", Broken, "hỏng", [.. Made.Png()[..8], 0xFF, 0xFF, 0xFF, 0xFF, .. Made.Png()[12..]]),
    ];

    /// <summary>Names are no reason to refuse; they are cleaned.</summary>
    private static IEnumerable<(string Label, BadFile File)> Names() =>
        new (string Label, string Raw, string Clean)[]
        {
            ("bidi override", "hop-dong\u202Egnp.exe.png", "hop-donggnp.exe.png"),
            ("bidi isolate", "a\u2066b\u2069.png", "ab.png"),
            ("nul", "a\0.png", "a.png"),
            ("line ends", "a\r\nSet-Cookie: x.png", "aSet-Cookie_ x.png"),
            ("escape sequence", "a\u001b[31m.png", "a[31m.png"),
            ("zero width", "b\u200Báo\uFEFF.png", "báo.png"),
            ("windows device", "CON.png", "_CON.png"),
            ("windows device with more", "aux.bao-cao.png", "_aux.bao-cao.png"),
            ("windows device with a superscript", "COM¹.png", "_COM¹.png"),
            ("trailing dots", "a.png...", "a.png"),
            ("trailing spaces", "a.png   ", "a.png"),
            ("leading dots", "...a.png", "a.png"),
            ("only an extension", ".png", "tep.png"),
            ("path upwards", "../../../etc/a.png", "a.png"),
            ("windows path", "C:\\Users\\x\\a b.png", "a b.png"),
            ("share path", "\\\\host\\share\\a.png", "a.png"),
            ("stream of a file", "a.txt:b.png", "a.txt_b.png"),
            ("quotes and angles", "\"><img src=x>.png", "___img src=x_.png"),
            ("wild cards", "*?.png", "__.png"),
            ("pipe", "a|b.png", "a_b.png"),
            ("emoji", "ảnh 🏫.png", "ảnh 🏫.png"),
            ("decomposed", "Quye\u0302\u0301t đi\u0323nh.png", "Quyết định.png"),
            ("half a surrogate pair", "a\uD83D.png", "a.png"),
            ("private use", "a\uE000.png", "a.png"),
            ("two extensions", "bao-cao.pdf.png", "bao-cao.pdf.png"),
            ("upper case extension", "A.PNG", "A.PNG"),
            ("formula", "=cmd|' /C calc'!A0.png", "C calc'!A0.png"),
            ("300 letters", new string('ế', 300) + ".png", new string('ế', 146) + ".png"),
            ("non-breaking spaces", "a\u00A0\u00A0b.png", "a b.png"),
            ("percent codes", "%2e%2e%2fa.png", "%2e%2e%2fa.png"),
        }.Select(n => Row($"name: {n.Label}", n.Raw, null, n.Clean.Normalize(), Made.Png()));
}
