using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Portal.Platform.Documents;

/// <summary>
/// The beginning of a Word file as text, and what in Word and Excel files acts on opening (ECMA-376). The parts are read straight
/// from the zip, each once from front to back, and never as a whole: a library's model of a part would fill the memory first.
/// </summary>
internal static partial class OfficePages
{
    private const int FirstPage = 3_000;
    private const int Prolog = 16 * 1024;
    private const long MaxLetters = 100_000_000;

    /// <summary>Reads a .docx: traps, else about a first page of text, table cells one after the other with a blank line between.</summary>
    public static PageReading ReadWord(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        if (OfficeTraps.Find(zip) is { } trap)
        {
            return new(null, trap, 0);
        }
        var text = new StringBuilder();
        foreach (var part in zip.Entries.Where(e => IsStory(e.FullName)))
        {
            if (ReadStory(part, part.FullName.Equals("word/document.xml", StringComparison.OrdinalIgnoreCase) ? text : null))
            {
                return new(null, PageTrap.Launch, 0);
            }
        }
        return new(text.ToString(), null, 0);
    }

    /// <summary>Reads an .xlsx: traps only.</summary>
    public static PageReading ReadExcel(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return new(null, OfficeTraps.Find(zip), 0);
    }

    /// <summary>Whether a part begins with a document type declaration.</summary>
    public static bool HasDtd(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var buffer = new byte[Prolog];
        var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, Prolog, throwOnEndOfStream: false));
        return Encoding.Latin1.GetString(head).Replace("\0", "").Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A reader that follows nothing out of the part.</summary>
    public static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(part.Open(),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxLetters, CloseInput = true });

    private static bool IsStory(string name) => Story().IsMatch(name);

    /// <summary>Reads one part; true when it has a field that starts another program.</summary>
    private static bool ReadStory(ZipArchiveEntry part, StringBuilder? text)
    {
        var field = new StringBuilder();
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback" or "del" or "moveFrom" })
            {
                xml.Skip(); // the same again for old programs, or taken out
            }
            if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "t":
                        Append(text, Content(xml));
                        break;
                    case "instrText":
                        field.Append(Content(xml));
                        break;
                    case "fldSimple":
                        field.Append(xml.GetAttribute("instr", xml.NamespaceURI)).Append(' ');
                        break;
                    case "fldChar":
                        field.Append(xml.GetAttribute("fldCharType", xml.NamespaceURI) == "begin" ? " " : "");
                        break;
                    case "tab":
                        Append(text, text is { Length: > 0 } && text[^1] != '\n' ? "\t" : "");
                        break;
                    case "noBreakHyphen":
                        Append(text, "-");
                        break;
                    case "br" or "cr" or "txbxContent":
                        Append(text, "\n");
                        break;
                }
            }
            if (xml.LocalName is "p" or "tc" && (xml.NodeType == XmlNodeType.EndElement || xml is { NodeType: XmlNodeType.Element, IsEmptyElement: true }))
            {
                Append(text, "\n");
            }
            if (field.Length > 0 && Dde().IsMatch(field.ToString()))
            {
                return true;
            }
            if (field.Length > FirstPage)
            {
                field.Remove(0, field.Length - 100);
            }
        }
        return false;
    }

    private static void Append(StringBuilder? text, string piece)
    {
        if (text?.Length < FirstPage)
        {
            text.Append(piece);
        }
    }

    /// <summary>The text of an element, which is left at its closing tag.</summary>
    private static string Content(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }
        var content = new StringBuilder();
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && content.Length < FirstPage)
            {
                content.Append(xml.Value);
            }
        }
        return content.ToString();
    }

    [GeneratedRegex(@"^word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\d*\.xml$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Story();

    [GeneratedRegex(@"(^|[\s""\\])DDE(AUTO)?\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dde();
}
