using System.Xml.Linq;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents;

public sealed class WordNumberingTests
{
    private const string Parts = """
        <numbering>
          <abstractNum abstractNumId="7">
            <lvl ilvl="0"><start val="1"/><numFmt val="upperRoman"/><lvlText val="%1."/></lvl>
            <lvl ilvl="1"><start val="1"/><numFmt val="lowerLetter"/><lvlText val="%2)"/></lvl>
            <lvl ilvl="2"><start val="1"/><numFmt val="decimal"/><lvlText val="%1.%3."/></lvl>
          </abstractNum>
          <abstractNum abstractNumId="8"><lvl ilvl="0"><numFmt val="bullet"/><lvlText val="&#xF0B7;"/></lvl></abstractNum>
          <num numId="1"><abstractNumId val="7"/></num>
          <num numId="2"><abstractNumId val="7"/><lvlOverride ilvl="0"><startOverride val="5"/></lvlOverride></num>
          <num numId="3"><abstractNumId val="8"/></num>
        </numbering>
        """;

    private static WordNumbering Numbering() => new(XElement.Parse(Parts), XElement.Parse(
        """<styles><style styleId="base"><pPr><numPr><numId val="1"/></numPr></pPr></style><style styleId="heir"><basedOn val="base"/></style></styles>"""));

    private static XElement Item(int number, int level) => XElement.Parse($"""<pPr><numPr><ilvl val="{level}"/><numId val="{number}"/></numPr></pPr>""");

    [Fact]
    public void Levels_count_on_and_start_again_below_a_higher_one()
    {
        var numbering = Numbering();
        Assert.Equal(["I. ", "a) ", "b) ", "I.1. ", "II. ", "a) "],
            new[] { Item(1, 0), Item(1, 1), Item(1, 1), Item(1, 2), Item(1, 0), Item(1, 1) }.Select(numbering.Next));
    }

    [Fact]
    public void A_start_override_holds_once_and_then_the_list_counts_on()
    {
        var numbering = Numbering();
        Assert.Equal(["I. ", "V. ", "VI. "], new[] { Item(1, 0), Item(2, 0), Item(2, 0) }.Select(numbering.Next));
    }

    [Fact]
    public void A_bullet_is_a_dash_and_a_style_numbers_what_is_based_on_it()
    {
        var numbering = Numbering();
        Assert.Equal(["- ", "I. ", "", ""], new[] { Item(3, 0), XElement.Parse("""<pPr><pStyle val="heir"/></pPr>"""),
            XElement.Parse("""<pPr><pStyle val="heir"/><numPr><numId val="0"/></numPr></pPr>"""), new XElement("pPr") }.Select(numbering.Next));
    }
}
