using System.Xml;
using Portal.Domain;

namespace Portal.Platform.Files;

/// <summary>Tells Word and Excel files (ECMA-376, Open Packaging Conventions) from other zip files, by directory and content types.</summary>
internal static class OfficeZip
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int MaxContentTypes = 512 * 1024;
    private const string Prefix = "application/vnd.openxmlformats-officedocument.";
    private const string Word = Prefix + "wordprocessingml.document.main+xml";
    private const string Excel = Prefix + "spreadsheetml.sheet.main+xml";

    public static Finding Look(Stream file)
    {
        try
        {
            return ZipDirectory.Read(file) is { } directory ? Look(directory) : Finding.Refused(nameof(Problems.FileBomb));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return Finding.Broken(FilesText.Zip);
        }
    }

    private static Finding Look(ZipDirectory directory)
    {
        if (directory.IsBomb)
        {
            return Finding.Refused(nameof(Problems.FileBomb));
        }
        var types = directory.Lines.FirstOrDefault(l => l.Name == ContentTypes);
        if (types is null)
        {
            return Finding.Other(directory.Lines.Any(l => l.Name == "META-INF/manifest.xml") && directory.Lines[0].Name == "mimetype" ? FilesText.OpenDocument : FilesText.Zip);
        }
        if (directory.Lines.Any(l => l.Encrypted))
        {
            return Finding.Refused(nameof(Problems.FileEncrypted));
        }
        var parts = Parts(directory.Unpack(types, MaxContentTypes));
        if (parts.Any(p => Has(p.Type, "macroEnabled") || Has(p.Type, "vbaProject") || Has(p.Type, "macrosheet"))
            || directory.Lines.Any(l => l.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || Has(l.Name, "/macrosheets/")))
        {
            return Finding.Refused(nameof(Problems.FileMacro));
        }
        if (parts.Any(p => Has(p.Type, "presentationml")) && !parts.Any(p => p.Type is Word or Excel))
        {
            return Finding.Other(FilesText.Presentation);
        }
        var mains = parts.Where(p => p.Type is Word or Excel).ToList();
        return mains switch
        {
            [] => Finding.Other(parts.Any(p => p.Type.EndsWith("main+xml", StringComparison.Ordinal)) ? FilesText.OfficeTemplate : FilesText.Zip),
            [var main] when directory.Lines.Any(l => l.Unpacked > 0 && IsPart(l.Name, main.Name)) => Finding.Of(main.Type == Word ? FileKind.Docx : FileKind.Xlsx),
            [var main] => Finding.Broken((main.Type == Word ? FileKind.Docx : FileKind.Xlsx).Words),
            _ => Finding.Broken(FilesText.Zip),
        };
    }

    /// <summary>Part names do not distinguish case; Microsoft's own library gives the main type to a whole extension instead of one part.</summary>
    private static bool IsPart(string entry, string part) => part.StartsWith('/')
        ? part.Equals("/" + entry, StringComparison.OrdinalIgnoreCase)
        : entry.EndsWith("." + part, StringComparison.OrdinalIgnoreCase) && entry.Contains('/') && entry[0] is not ('_' or '[');

    /// <summary>What is typed: a part by its name (/word/document.xml) or all with an extension (xml).</summary>
    private static List<(string Name, string Type)> Parts(byte[] xml)
    {
        var parts = new List<(string, string)>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxContentTypes };
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.GetAttribute("ContentType") is { } type)
            {
                parts.Add((reader.GetAttribute("PartName") ?? reader.GetAttribute("Extension") ?? "", type));
            }
        }
        return parts;
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
