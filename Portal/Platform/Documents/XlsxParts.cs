using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Portal.Platform.Documents;

/// <summary>The parts of an opened workbook, each read once from front to back (ECMA-376 part 1, 18.2–18.8).</summary>
internal sealed class XlsxParts(SpreadsheetDocument document)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const int MaxStyles = 65_536;
    private const double Since1904 = 1462; // days between the two ways of counting

    private readonly List<string> shared = [];
    private readonly List<XlsxKind> looks = [];
    private bool since1904;
    private int cells;

    /// <summary>All sheets in order, or null when there are more cells or sheets than the limits allow.</summary>
    /// <exception cref="XmlException">A part is broken.</exception>
    public IReadOnlyList<XlsxSheet>? Sheets()
    {
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("No workbook.");
        var named = ReadNames(workbook);
        ReadShared(workbook);
        ReadLooks(workbook);
        var sheets = new List<XlsxSheet>();
        foreach (var (name, id) in named)
        {
            if (workbook.GetPartById(id) is not WorksheetPart part)
            {
                continue; // a chart's own sheet has no cells
            }

            var found = new Dictionary<(int, int), XlsxCell>();
            if (sheets.Count == XlsxReader.MaxSheets || !ReadCells(part, found))
            {
                return null;
            }

            sheets.Add(new(name, found));
        }

        return sheets;
    }

    private List<(string Name, string Id)> ReadNames(WorkbookPart workbook)
    {
        var named = new List<(string, string)>();
        using var xml = Open(workbook);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                since1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
            {
                named.Add((xml.GetAttribute("name") ?? "", xml.GetAttribute("id", Relations) ?? xml.GetAttribute("id", StrictRelations) ?? ""));
            }
        }

        return named;
    }

    private void ReadShared(WorkbookPart workbook)
    {
        if (workbook.SharedStringTablePart is not { } part)
        {
            return;
        }

        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                shared.Add(Words(xml));
            }
        }
    }

    /// <summary>What kind of number each style shows.</summary>
    private void ReadLooks(WorkbookPart workbook)
    {
        if (workbook.WorkbookStylesPart is not { } part)
        {
            return;
        }

        var formats = new Dictionary<string, string>();
        var inCells = false;
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && formats.Count < MaxStyles)
            {
                formats[xml.GetAttribute("numFmtId") ?? ""] = xml.GetAttribute("formatCode") ?? "";
            }
            else if (inCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" } && looks.Count < MaxStyles)
            {
                looks.Add(NumberLook.Of(xml.GetAttribute("numFmtId") ?? "0", formats));
            }
        }
    }

    private bool ReadCells(WorksheetPart part, Dictionary<(int, int), XlsxCell> found)
    {
        var (row, column) = (0, 0);
        using var xml = Open(part);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                (row, column) = (xml.GetAttribute("r") is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : row + 1, 0);
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                (row, column) = xml.GetAttribute("r") is { } at ? CellAddress.Parse(at) ?? throw new InvalidDataException("No such cell.") : (row, column + 1);
                if (Read(xml) is not { } cell)
                {
                    continue;
                }

                if (++cells > XlsxReader.MaxCells)
                {
                    return false;
                }

                found[(row, column)] = cell;
            }
        }

        return true;
    }

    /// <summary>One cell, from its opening tag to its closing one; null when it is blank.</summary>
    private XlsxCell? Read(XmlReader xml)
    {
        var (type, style) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"));
        string? formula = null, value = null;
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.Depth != depth + 1)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "f":
                        formula = "=" + Text(xml);
                        break;
                    case "v":
                        value = Text(xml);
                        break;
                    case "is":
                        value = Words(xml);
                        break;
                }
            }
        }

        if (formula is not null)
        {
            return new(XlsxKind.Formula, formula);
        }

        return value is null ? null : type switch
        {
            "s" => Text(shared[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)]),
            "inlineStr" => Text(value),
            "str" or "d" => Text(XlsxText.Unescape(value)),
            "b" => new(XlsxKind.Truth, value is "1" or "true" ? "TRUE" : "FALSE"),
            "e" => new(XlsxKind.Error, value),
            _ => Number(value, style),
        };
    }

    private static XlsxCell? Text(string text) => string.IsNullOrWhiteSpace(text) ? null : new(XlsxKind.Text, text);

    private XlsxCell? Number(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return Text(value);
        }

        var kind = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s < looks.Count ? looks[s] : XlsxKind.Number;
        return new(kind, kind is XlsxKind.Date && since1904 ? (number + Since1904).ToString("R", CultureInfo.InvariantCulture) : value);
    }

    /// <summary>The text inside an element, which is left at its closing tag.</summary>
    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }
        }

        return text.ToString();
    }

    /// <summary>The words of a string with its differently set pieces; how they are pronounced is left out.</summary>
    private static string Words(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var words = new StringBuilder();
        var (depth, spoken) = (xml.Depth, 0);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh")
            {
                spoken = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false } ? xml.Depth : 0;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" } && spoken == 0)
            {
                words.Append(Text(xml));
            }
        }

        return XlsxText.Unescape(words.ToString());
    }

    private static XmlReader Open(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = XlsxReader.MaxUnpacked, CloseInput = true });
}
