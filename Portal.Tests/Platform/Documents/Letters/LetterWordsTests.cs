using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>Whatever people typed, the file opens and says it: composed, without characters that XML cannot hold or that turn the reading around.</summary>
public sealed class LetterWordsTests
{
    /// <summary>What is typed, and what stands in the file.</summary>
    public static TheoryData<string, string> Typed => new()
    {
        { "a\0b\u0001c\u001Fd\u007Fe\u009Ff", "abcdef" },
        { "a]]>b", "a]]>b" },
        { "<w:p>&amp;\"'</w:p>", "<w:p>&amp;\"'</w:p>" },
        { "a\u202Eb\u202Cc\u200Ed\u2066e\u2069f\u061Cg", "abcdefg" },
        { "Bình Thạnh".Normalize(NormalizationForm.FormD), "Bình Thạnh" },
        { "e\u202E\u0301", "é" },
        { "a\uD83Db\uDE00c", "abc" },
        { "a\uFFFEb\uFFFFc", "abc" },
        { "\U0001F600 \U0001FFFE", "\U0001F600 \U0001FFFE" },
        { "_x0041_", "_x0041_" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void Every_place_of_a_letter_takes_what_was_typed(string typed, string written)
    {
        var letter = MadeLetters.Report with
        {
            IssuerParent = typed,
            Issuer = [$"Ủy ban {typed}"],
            IssuerName = typed,
            Subject = $"kết quả {typed}",
            Addressees = [typed, typed],
            Body = [new LetterBasis(typed, true), new LetterHeading(LetterLevel.Section, typed), new LetterHeading(LetterLevel.Clause, typed), new LetterParagraph(typed, new LetterRun(typed, Bold: true)),
                new LetterList(LetterListKind.Points, [typed]), new LetterTable(typed, [new(typed, 1), new(typed, 1, LetterColumnKind.Figure)], [[typed, typed]]) { CaptionShown = true }, new LetterChart(typed, [typed], [new(typed, [1])]) { Note = typed }],
            Annexes = [new(typed, [new LetterParagraph(typed)])],
            AuthorityLines = [typed],
            SignerTitle = typed,
            SignerName = typed,
            Recipients = [typed, "Lưu: VT"],
        };

        using var docx = new MemoryStream();
        WordWriter.Write(letter, docx);
        docx.Position = 0;
        using var document = WordprocessingDocument.Open(docx, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(e => e.Description));
        var text = document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(p => p.InnerText).ToList();
        Assert.Contains(written + written, text);
        Assert.Contains($"kết quả {written}", text);
        Assert.Contains($"- {written};", text);
        foreach (var style in new[] { WordStyles.TableHead, WordStyles.TableText, WordStyles.TableFigure, WordStyles.Caption, WordStyles.Signer })
        {
            Assert.All(document.MainDocumentPart.Document.Body.Descendants<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style), p => Assert.Equal(written, p.InnerText));
        }

        Assert.EndsWith($"kết quả {written}", document.PackageProperties.Title);
        Assert.All(text, t => Assert.True(t.IsNormalized(NormalizationForm.FormC)));
    }

    [Fact]
    public void Ends_of_lines_of_every_kind_break_the_line_and_tabs_are_spaces()
    {
        using var docx = new MemoryStream();
        WordWriter.Write(MadeLetters.Letter with { Body = [new LetterParagraph("một\r\nhai\rba\nbốn\tnăm")] }, docx);
        docx.Position = 0;
        using var document = WordprocessingDocument.Open(docx, false);
        var paragraph = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Single(p => p.InnerText.StartsWith("một", StringComparison.Ordinal));
        Assert.Equal(["một", "hai", "ba", "bốn năm./."], paragraph.Descendants<Text>().Select(t => t.Text));
        Assert.Equal(3, paragraph.Descendants<Break>().Count());
    }
}
