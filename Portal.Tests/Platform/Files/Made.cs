using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Portal.Tests.Platform.Files;

/// <summary>Files made by code, good and bad, as small as they can be.</summary>
internal static class Made
{
    public const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string ExcelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Pdf(int padding = 0) =>
        Text($"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n{new string(' ', padding)}xref\n0 1\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }
        return memory.ToArray();
    }

    public static byte[] Types(string part, string type, string before = "") =>
        Text($"<?xml version=\"1.0\"?>{before}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"{part}\" ContentType=\"{type}\"/></Types>");

    public static byte[] TypesByExtension(string extension, string type) =>
        Text($"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"{extension}\" ContentType=\"{type}\"/></Types>");

    public static byte[] Docx(params (string Name, byte[] Bytes)[] more) => Office("word/document.xml", WordMain, more);

    public static byte[] Xlsx(params (string Name, byte[] Bytes)[] more) => Office("xl/workbook.xml", ExcelMain, more);

    public static byte[] Office(string part, string type, params (string Name, byte[] Bytes)[] more) =>
        Zip([("[Content_Types].xml", Types("/" + part, type)), ("_rels/.rels", Text("<Relationships/>")), (part, Text("<document/>")), .. more]);

    /// <summary>Changes the directory line of one entry; the offsets are those of the line, not of the file.</summary>
    public static byte[] Patched(byte[] zip, string entry, int at, uint value)
    {
        var copy = zip.ToArray();
        var name = Text(entry);
        for (var i = 0; i < copy.Length - 46; i++)
        {
            if (copy.AsSpan(i).StartsWith("PK\x01\x02"u8) && copy.AsSpan(i + 46).StartsWith(name))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(i + at), value);
                return copy;
            }
        }
        throw new ArgumentException("No such entry.");
    }

    /// <summary>Changes two bytes of the end record.</summary>
    public static byte[] EndPatched(byte[] zip, int at, ushort value)
    {
        var copy = zip.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(copy.AsSpan().LastIndexOf("PK\x05\x06"u8) + at), value);
        return copy;
    }

    /// <summary>A text chunk, to stand between a picture's others.</summary>
    public static byte[] PngText(string text) => Chunk("tEXt", Text("Comment\0" + text));

    public static byte[] Png(uint width = 1, uint height = 1)
    {
        var size = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(size, width);
        BinaryPrimitives.WriteUInt32BigEndian(size.AsSpan(4), height);
        size[8] = 8;
        return Join([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Chunk("IHDR", size), Chunk("IDAT", [1, 2, 3]), Chunk("IEND", []));
    }

    public static byte[] Jpeg(ushort width = 1, ushort height = 1) => Join(
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0],
        [0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0],
        [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xFF, 0xD9]);

    /// <summary>A compound file of version 3: sector 0 is the table, sectors from 1 the directory, then one stream of 4,096 bytes.</summary>
    public static byte[] Ole(params string[] topLevelNames)
    {
        var names = new[] { "Root Entry" }.Concat(topLevelNames).ToArray();
        var directorySectors = (names.Length + 3) / 4;
        var streamStart = 1 + directorySectors;
        var file = new byte[512 * (1 + streamStart + 8)];
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file, 0);
        (file[24], file[26], file[28], file[29], file[30], file[32]) = (0x3E, 3, 0xFE, 0xFF, 9, 6);
        Put(44, 1);
        Put(48, 1);
        Put(56, 4096);
        Put(60, 0xFFFFFFFE);
        Put(68, 0xFFFFFFFE);
        for (var i = 0; i < 109; i++)
        {
            Put(76 + (4 * i), i == 0 ? 0 : 0xFFFFFFFF);
        }
        for (var i = 0; i < 128; i++)
        {
            Put(512 + (4 * i), i switch
            {
                0 => 0xFFFFFFFD,
                _ when i == directorySectors || i == streamStart + 7 => 0xFFFFFFFE,
                _ when i < streamStart + 7 => (uint)(i + 1),
                _ => 0xFFFFFFFF,
            });
        }
        for (var i = 0; i < names.Length; i++)
        {
            var at = 1024 + (128 * i);
            Encoding.Unicode.GetBytes(names[i]).CopyTo(file, at);
            file[at + 64] = (byte)(2 * (names[i].Length + 1));
            file[at + 66] = (byte)(i == 0 ? 5 : 2);
            Put(at + 68, 0xFFFFFFFF);
            Put(at + 72, i > 0 && i < names.Length - 1 ? (uint)(i + 1) : 0xFFFFFFFF);
            Put(at + 76, i == 0 && names.Length > 1 ? 1 : 0xFFFFFFFF);
            Put(at + 116, i == 0 ? 0xFFFFFFFE : (uint)streamStart);
            Put(at + 120, i == 0 ? 0u : 4096);
        }
        return file;

        void Put(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
    }

    /// <summary>A compound file whose first named stream begins with these bytes.</summary>
    public static byte[] OleWith(byte[] beginning, params string[] topLevelNames)
    {
        var file = Ole(topLevelNames);
        beginning.CopyTo(file, 512 * (2 + ((topLevelNames.Length + 4) / 4)));
        return file;
    }

    /// <summary>A package whose main part points at something by a relationship.</summary>
    public static byte[] Linked(bool word, string kind, string target, bool external = true)
    {
        var (part, type) = word ? ("word/document.xml", WordMain) : ("xl/workbook.xml", ExcelMain);
        var rels = Text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
            + $"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"{(external ? " TargetMode=\"External\"" : "")}/></Relationships>");
        return Office(part, type, (word ? "word/_rels/document.xml.rels" : "xl/_rels/workbook.xml.rels", rels));
    }

    /// <summary>A Word file with this body.</summary>
    public static byte[] Word(string body, string before = "", params (string Name, byte[] Bytes)[] more) => Zip([("[Content_Types].xml", Types("/word/document.xml", WordMain)), ("_rels/.rels", Text("<Relationships/>")),
        ("word/document.xml", Text($"<?xml version=\"1.0\"?>{before}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>")), .. more]);

    private static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)data.Length);
        return Join(length, Text(type), data, [0, 0, 0, 0]);
    }
}
