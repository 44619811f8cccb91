using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;

namespace Portal.Platform.Documents;

/// <summary>Writes an official letter as .docx (ECMA-376) in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I. It writes forward only and keeps no more than one block in memory, so that a long report costs no more than a short letter.</summary>
public static class WordWriter
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Twips: 210 × 297 mm; margins 20, 15, 20, 30 mm; the page number 10 mm from the edge, within the top margin.
    private const int PageWidth = 11906, PageHeight = 16838, Top = 1134, Right = 850, Bottom = 1134, Left = 1701, HeaderAt = 567;

    /// <summary>Writes it.</summary>
    /// <param name="letter">What it says.</param>
    /// <param name="output">Needs no seeking; left open.</param>
    public static void Write(OfficialLetter letter, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var charts = new List<LetterChart>();
        Texts(zip, letter, WordPackage.Head(letter));
        Part(zip, "word/styles.xml", letter, xml => WordStyles.All().WriteTo(xml));
        Part(zip, "word/header1.xml", letter, xml => PageNumber().WriteTo(xml));
        Part(zip, "word/header2.xml", letter, xml => new Header(WordText.Of(WordStyles.Header)).WriteTo(xml));
        Part(zip, "word/document.xml", letter, xml => Document(letter, xml, charts));
        for (var k = 0; k < charts.Count; k++)
        {
            Part(zip, WordCharts.Name(k + 1), letter, xml => WordCharts.Part(charts[k]).WriteTo(xml));
        }

        Texts(zip, letter, WordPackage.Tail(charts.Count));
    }

    private static void Texts(ZipArchive zip, OfficialLetter letter, IEnumerable<(string Name, string Text)> parts)
    {
        foreach (var (name, text) in parts)
        {
            using var part = new StreamWriter(Open(zip, name, letter), new UTF8Encoding(false));
            part.Write(text);
        }
    }

    private static void Document(OfficialLetter letter, XmlWriter xml, List<LetterChart> charts)
    {
        xml.WriteStartElement("w", "document", W);
        xml.WriteAttributeString("xmlns", "r", null, R);
        xml.WriteStartElement("w", "body", W);
        var width = PageWidth - Left - Right;
        WordHead.Top(letter, width).WriteTo(xml);
        WriteAll(WordHead.Title(letter, width).Concat(WordHead.Addressees(letter)), xml);
        new WordBody(xml, width, closing: true, charts).Write(letter.Body);
        var apart = WordText.Of(WordStyles.Separator);
        apart.ParagraphProperties!.Append(new KeepNext(), new SpacingBetweenLines { Before = "200" });
        apart.WriteTo(xml);
        WordHead.Bottom(letter, width).WriteTo(xml);
        var wide = false;
        for (var k = 0; k < letter.Annexes.Count; k++)
        {
            EndSection(wide, k > 0, xml);
            wide = letter.Annexes[k].Wide;
            var room = (wide ? PageHeight : PageWidth) - Left - Right;
            WriteAll(WordHead.Annex(letter, k + 1, room), xml);
            new WordBody(xml, room, closing: false, charts).Write(letter.Annexes[k].Body);
        }

        WordText.Of(WordStyles.Separator).WriteTo(xml);
        Section(wide, letter.Annexes.Count > 0).WriteTo(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void EndSection(bool wide, bool restart, XmlWriter xml)
    {
        var last = WordText.Of(WordStyles.Separator);
        last.ParagraphProperties!.Append(Section(wide, restart));
        last.WriteTo(xml);
    }

    private static SectionProperties Section(bool wide, bool restart)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId3" }, new HeaderReference { Type = HeaderFooterValues.First, Id = "rId4" },
            new SectionType { Val = SectionMarkValues.NextPage },
            wide ? new PageSize { Width = PageHeight, Height = PageWidth, Orient = PageOrientationValues.Landscape } : new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Top, Right = Right, Bottom = Bottom, Left = Left, Header = HeaderAt, Footer = HeaderAt, Gutter = 0 });
        if (restart)
        {
            section.Append(new PageNumberType { Start = 1 });
        }

        section.Append(new TitlePage());
        return section;
    }

    private static Header PageNumber()
    {
        var number = WordText.Of(WordStyles.Header);
        number.Append(new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " });
        return new Header(number);
    }

    private static void WriteAll(IEnumerable<OpenXmlElement> elements, XmlWriter xml)
    {
        foreach (var element in elements)
        {
            element.WriteTo(xml);
        }
    }

    private static void Part(ZipArchive zip, string name, OfficialLetter letter, Action<XmlWriter> write)
    {
        using var part = Open(zip, name, letter);
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static Stream Open(ZipArchive zip, string name, OfficialLetter letter)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = letter.MadeAt.ToOffset(TimeSpan.FromHours(7));
        return entry.Open();
    }
}
