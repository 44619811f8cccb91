using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;

namespace Portal.Platform.Documents;

/// <summary>Words into runs: composed letters, no character that XML cannot carry or that turns the reading order around.</summary>
internal static class WordText
{
    /// <summary>A paragraph of one style.</summary>
    public static Paragraph Of(string style, params IEnumerable<LetterRun> runs) => new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. runs.Select(Run)]);

    /// <summary>The words as they are written.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var k = 0; k < text.Length; k++)
        {
            var c = text[k];
            if (char.IsHighSurrogate(c) && k + 1 < text.Length && char.IsLowSurrogate(text[k + 1]))
            {
                kept.Append(c).Append(text[++k]);
            }
            else if (c is '\n' or '\t' || (XmlConvert.IsXmlChar(c) && !char.IsControl(c) && !TurnsAround(c)))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static Run Run(LetterRun words)
    {
        var run = new Run();
        if (words.Bold)
        {
            run.Append(new RunProperties(new Bold(), new BoldComplexScript()));
        }

        var lines = Clean(words.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')).Split('\n');
        for (var k = 0; k < lines.Length; k++)
        {
            if (k > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[k].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    // Bidirectional marks, embeddings, overrides, isolates.
    private static bool TurnsAround(char c) => c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
