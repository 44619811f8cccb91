using System.Xml;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;

namespace Portal.Platform.Documents;

/// <summary>Writes the blocks of a body one after the other, numbers the headings, and ends the letter with <c>./.</c></summary>
/// <param name="xml">Where to.</param>
/// <param name="width">How much room there is, in twips.</param>
/// <param name="closing">The letter ends with this body, not an annex.</param>
/// <param name="charts">The letter's charts so far; each is a part of the file, which is written when the document is.</param>
internal sealed class WordBody(XmlWriter xml, int width, bool closing, List<LetterChart> charts)
{
    private const string End = "./.";

    private int part, section, clause;
    private Paragraph? held; // the last paragraph, until it is known whether it ends the letter

    /// <summary>Writes them.</summary>
    public void Write(IEnumerable<LetterBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }

        if (closing)
        {
            held ??= WordText.Of(WordStyles.Body, "");
            Close(held);
            held.ParagraphProperties!.InsertAfter(new KeepNext(), held.ParagraphProperties.ParagraphStyleId); // the signature never stands alone on a page
        }

        Pass(null);
    }

    private void Write(LetterBlock block)
    {
        switch (block)
        {
            case LetterParagraph p:
                Pass(WordText.Of(WordStyles.Body, p.Runs));
                break;
            case LetterBasis b:
                Pass(WordText.Of(WordStyles.Basis, b.Text.TrimEnd('.', ';', ' ') + (b.Last ? "." : ";")));
                break;
            case LetterHeading h:
                Heading(h);
                break;
            case LetterList l:
                for (var k = 0; k < l.Items.Count; k++)
                {
                    Pass(l.Kind == LetterListKind.Dashes ? WordText.Of(WordStyles.Dash, $"- {l.Items[k]}") : WordText.Of(WordStyles.Point, $"{LetterNumerals.Point(k + 1)}) {l.Items[k]}"));
                }

                break;
            case LetterTable t:
                Table(t);
                break;
            case LetterChart c:
                Chart(c);
                break;
            default:
                throw new NotSupportedException($"No place in a letter for {block.GetType().Name}.");
        }
    }

    private void Heading(LetterHeading heading)
    {
        switch (heading.Level)
        {
            case LetterLevel.Part:
                (part, section, clause) = (part + 1, 0, 0);
                Pass(WordText.Of(WordStyles.Part, string.Format(LetterForm.Part, LetterNumerals.Roman(part))));
                Pass(WordText.Of(WordStyles.PartTitle, WordHead.Upper(heading.Title)));
                break;
            case LetterLevel.Section:
                (section, clause) = (section + 1, 0);
                Pass(Below(WordText.Of(WordStyles.Section, $"{LetterNumerals.Roman(section)}. {WordHead.Upper(heading.Title)}"), 0));
                break;
            default:
                clause++;
                Pass(Below(WordText.Of(WordStyles.Clause, $"{clause}. {heading.Title}"), 1));
                break;
        }
    }

    // In parts every heading stands one level deeper than its style says.
    private Paragraph Below(Paragraph heading, int level)
    {
        if (part > 0)
        {
            heading.ParagraphProperties!.Append(new OutlineLevel { Val = level + 1 });
        }

        return heading;
    }

    private void Table(LetterTable table)
    {
        if (table.CaptionShown)
        {
            Pass(WordText.Of(WordStyles.Caption, table.Caption));
        }

        Pass(null);
        var (frame, widths) = WordTables.Head(table, width);
        xml.WriteStartElement("w", "tbl", frame.NamespaceUri);
        foreach (var element in frame.ChildElements)
        {
            element.WriteTo(xml);
        }

        foreach (var row in table.Rows)
        {
            WordTables.Row(table, widths, row).WriteTo(xml);
        }

        xml.WriteEndElement();
        WordText.Of(WordStyles.Separator).WriteTo(xml); // two tables in a row would become one
    }

    private void Chart(LetterChart chart)
    {
        charts.Add(chart);
        Pass(WordText.Of(WordStyles.Caption, chart.Caption));
        Pass(WordCharts.Place(chart, charts.Count, width));
        if (chart.Note is { } note)
        {
            Pass(WordText.Of(WordStyles.Body, note));
        }
    }

    private void Pass(Paragraph? next)
    {
        held?.WriteTo(xml);
        held = next;
    }

    private static void Close(Paragraph last)
    {
        if (last.Descendants<Text>().LastOrDefault() is { } words)
        {
            words.Text = words.Text.TrimEnd('.', ';', ' ') + End;
        }
    }
}
