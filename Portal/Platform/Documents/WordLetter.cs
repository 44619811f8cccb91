using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Portal.Platform.Documents;

/// <summary>
/// The whole text of a Word letter (ECMA-376): a paragraph a line with the number Word shows, a table's row a line whose cells are
/// parted by tabs; the first table, a letterhead, is laid out line beside line. Taken-out text, comments, headers and footers are
/// left out; footnotes follow at the end.
/// </summary>
public sealed class WordLetter
{
    private const int Deepest = 200;

    private readonly WordNumbering _numbering;
    private readonly StringBuilder _text = new();
    private bool _tableSeen;
    private int _room;

    private WordLetter(WordNumbering numbering, int room) => (_numbering, _room) = (numbering, room);

    /// <summary>Reads a package.</summary>
    /// <param name="zip">The opened .docx.</param>
    /// <param name="most">The longest text wanted, in UTF-16 units; reading ends there.</param>
    /// <exception cref="InvalidDataException">It has no body, or is nested deeper than any letter.</exception>
    public static string Read(ZipArchive zip, int most)
    {
        var body = Part(zip, "word/document.xml")?.Elements().FirstOrDefault(e => e.Name.LocalName == "body") ?? throw new InvalidDataException();
        var letter = new WordLetter(new(Part(zip, "word/numbering.xml"), Part(zip, "word/styles.xml")), most);
        letter.Blocks(body);
        foreach (var note in Part(zip, "word/footnotes.xml")?.Elements().Where(n => Value(n, "type") is null) ?? [])
        {
            letter.Blocks(note);
        }
        return letter._text.ToString();
    }

    private static XElement? Part(ZipArchive zip, string name)
    {
        if (zip.Entries.FirstOrDefault(e => e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } part)
        {
            return null;
        }
        using (var depth = OfficePages.Open(part))
        {
            while (depth.Read())
            {
                if (depth.Depth > Deepest)
                {
                    throw new InvalidDataException();
                }
            }
        }
        using var xml = OfficePages.Open(part);
        return XElement.Load(xml, LoadOptions.PreserveWhitespace);
    }

    private void Blocks(XElement of)
    {
        foreach (var block in of.Elements().TakeWhile(_ => _room > 0))
        {
            switch (block.Name.LocalName)
            {
                case "p":
                    Line(Paragraph(block));
                    break;
                case "tbl":
                    Table(block);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                    Blocks(block);
                    break;
            }
        }
    }

    private void Line(string line)
    {
        _text.Append(line).Append('\n');
        _room -= line.Length + 1;
    }

    /// <summary>Only the first table is a letterhead or not: later ones keep one row on one line.</summary>
    private void Table(XElement table)
    {
        var beside = !_tableSeen && _text.ToString().AsSpan().Trim().IsEmpty;
        _tableSeen = true;
        foreach (var row in Deep(table, "tr"))
        {
            var cells = Deep(row, "tc").Select(c => Cell(c)).ToList();
            if (beside && cells.Count == 2)
            {
                for (var i = 0; i < Math.Max(cells[0].Count, cells[1].Count); i++)
                {
                    Line((cells[0].ElementAtOrDefault(i) + "\t" + cells[1].ElementAtOrDefault(i)).TrimEnd('\t'));
                }
            }
            else
            {
                Line(string.Join('\t', cells.Select(c => string.Join(' ', c))).TrimEnd('\t'));
            }
        }
    }

    /// <summary>The lines of a cell that hold anything, inner tables' too.</summary>
    private List<string> Cell(XElement cell) => [.. Deep(cell, "p").SelectMany(p => Paragraph(p).Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static IEnumerable<XElement> Deep(XElement of, string name) => of.Elements().Where(e => !IsOut(e)).SelectMany(e =>
        e.Name.LocalName == name ? [e] : e.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "tbl" or "tr" or "tc" ? Deep(e, name) : []);

    private string Paragraph(XElement paragraph)
    {
        var text = new StringBuilder(_numbering.Next(paragraph.Elements().FirstOrDefault(e => e.Name.LocalName == "pPr")));
        Inline(paragraph, text);
        return text.ToString();
    }

    private static void Inline(XElement of, StringBuilder text)
    {
        foreach (var piece in of.Elements().Where(e => !IsOut(e)))
        {
            switch (piece.Name.LocalName)
            {
                case "t":
                    text.Append(piece.Value);
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "sym":
                    text.Append('-'); // a letter of a symbol font: in a letter's text a drawn bullet
                    break;
                case "txbxContent":
                    text.Append('\n');
                    break;
                case "p":
                    text.Append('\n');
                    break;
            }
            if (piece.Name.LocalName is not "t")
            {
                Inline(piece, text);
            }
        }
    }

    private static bool IsOut(XElement piece) => piece.Name.LocalName is "Fallback" or "del" or "moveFrom" or "pPr" or "rPr" or "instrText" or "delText";

    private static string? Value(XElement of, string name) => of.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;
}
