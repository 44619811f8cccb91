using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>A letter that is made right and then made wrong in one thing.</summary>
internal sealed class LetterMutant(WordprocessingDocument document)
{
    public WordprocessingDocument Document { get; } = document;

    public Body Body => Document.MainDocumentPart!.Document!.Body!;

    public Header Header => Document.MainDocumentPart!.HeaderParts.Select(p => p.Header!).First(h => h.Descendants<SimpleField>().Any());

    /// <summary>Writes the letter, spoils it, and says what the checker finds.</summary>
    public static IReadOnlyList<Deviation> Check(OfficialLetter letter, Action<LetterMutant>? spoil)
    {
        using var docx = new MemoryStream();
        WordWriter.Write(letter, docx);
        if (spoil is not null)
        {
            docx.Position = 0;
            using var document = WordprocessingDocument.Open(docx, true);
            spoil(new(document));
        }

        docx.Position = 0;
        return LayoutChecker.Check(docx);
    }

    public Paragraph First(string style) => All(style).First();

    public IEnumerable<Paragraph> All(string style) => Body.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style);

    public SectionProperties Section(int k) => Body.Descendants<SectionProperties>().ElementAt(k);

    public void Put<T>(Paragraph paragraph, T property) where T : OpenXmlElement
    {
        paragraph.ParagraphProperties!.RemoveAllChildren<T>();
        paragraph.ParagraphProperties.AddChild(property);
    }

    public void Put<T>(OpenXmlElement root, Func<T> property) where T : OpenXmlElement
    {
        foreach (var run in root.Descendants<Run>())
        {
            run.RunProperties ??= new RunProperties();
            run.RunProperties.RemoveAllChildren<T>();
            run.RunProperties.AddChild(property());
        }
    }

    public void Write(Paragraph paragraph, Func<string, string> words)
    {
        var text = words(paragraph.InnerText);
        foreach (var run in paragraph.Elements<Run>().Skip(1).ToList())
        {
            run.Remove();
        }

        paragraph.Elements<Run>().First().RemoveAllChildren<Text>();
        paragraph.Elements<Run>().First().Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    public void Swap(Paragraph first, Paragraph second)
    {
        var mark = new Paragraph();
        first.InsertBeforeSelf(mark);
        first.Remove();
        second.InsertBeforeSelf(first);
        second.Remove();
        mark.InsertBeforeSelf(second);
        mark.Remove();
    }
}
