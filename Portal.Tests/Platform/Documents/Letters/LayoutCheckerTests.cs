namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>The letters are as the decree wants them, and the checker would notice if they were not.</summary>
public sealed class LayoutCheckerTests
{
    /// <summary>Each rule.</summary>
    public static TheoryData<string> Rules => [.. LayoutChecker.Rules];

    [Fact]
    public void A_report_has_no_deviation() => Assert.Equal([], LetterMutant.Check(MadeLetters.Report, null));

    [Fact]
    public void A_letter_has_no_deviation() => Assert.Equal([], LetterMutant.Check(MadeLetters.Letter, null));

    [Fact]
    public void A_plan_in_parts_has_no_deviation() => Assert.Equal([], LetterMutant.Check(MadeLetters.Parted, null));

    [Fact]
    public void Every_rule_has_a_letter_that_breaks_it() => Assert.Equal(LayoutChecker.Rules.Order(), LetterMutations.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_broken_rule_is_named(string rule)
    {
        var (letter, spoil) = LetterMutations.All[rule];
        Assert.Contains(LetterMutant.Check(letter, spoil), d => d.Rule == rule);
    }

    [Fact]
    public void A_style_that_is_changed_counts_as_much_as_a_paragraph()
    {
        var found = LetterMutant.Check(MadeLetters.Report, m => m.Document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Style>()
            .Single(s => s.StyleId == Portal.Platform.Documents.WordStyles.Body).StyleRunProperties!.FontSize!.Val = "22");
        Assert.All(found, d => Assert.Equal("Body.Size", d.Rule));
        Assert.NotEmpty(found);
    }
}
