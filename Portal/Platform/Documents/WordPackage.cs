using System.Globalization;
using System.Security;
using Portal.Domain.Letters;

namespace Portal.Platform.Documents;

/// <summary>The parts of a .docx that say what the other parts are (ECMA-376, part 2), and the properties of the document.</summary>
internal static class WordPackage
{
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Name and text of those that stand before the document.</summary>
    public static IEnumerable<(string Name, string Text)> Head(OfficialLetter letter)
    {
        yield return ("_rels/.rels", $"""
            {Declaration}
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relation}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="{Package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """);
        yield return ("word/settings.xml", $"""
            {Declaration}
            <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>
            """);
        var made = letter.MadeAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var title = Escaped(letter.Kind is { } kind ? $"{kind} {letter.Subject}" : string.Format(LetterForm.About, letter.Subject));
        yield return ("docProps/core.xml", $"""
            {Declaration}
            <cp:coreProperties xmlns:cp="{Package}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{Escaped(letter.IssuerName)}</dc:creator><dc:language>vi-VN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified></cp:coreProperties>
            """);
    }

    /// <summary>Those that name all others: they follow once it is known how many charts there are.</summary>
    public static IEnumerable<(string Name, string Text)> Tail(int charts)
    {
        var numbers = Enumerable.Range(1, charts).ToList();
        yield return ("word/_rels/document.xml.rels", $"""
            {Declaration}
            <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relation}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Relation}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="{Relation}/header" Target="header1.xml"/><Relationship Id="rId4" Type="{Relation}/header" Target="header2.xml"/>{string.Concat(numbers.Select(n => $"""<Relationship Id="{WordCharts.Relation(n)}" Type="{Relation}/chart" Target="/{WordCharts.Name(n)}"/>"""))}</Relationships>
            """);
        yield return ("[Content_Types].xml", $"""
            {Declaration}
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Main}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Main}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="{Main}.settings+xml"/><Override PartName="/word/header1.xml" ContentType="{Main}.header+xml"/><Override PartName="/word/header2.xml" ContentType="{Main}.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/{WordCharts.Name(n)}" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>"""))}</Types>
            """);
    }

    private static string Escaped(string text) => SecurityElement.Escape(WordText.Clean(text));
}
