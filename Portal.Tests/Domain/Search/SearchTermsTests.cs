using System.Text;
using CsCheck;
using Portal.Domain.Search;

namespace Portal.Tests.Domain.Search;

/// <summary>What is found, and what is marked.</summary>
public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("bình thạnh", "UBND xã Bình Thạnh", true, true)]
    [InlineData("bình thạnh", "UBND xã Bình Thanh", true, false)]
    [InlineData("binh thanh", "UBND xã Bình Thạnh", true, false)]
    [InlineData("dong", "Bình Đông", true, false)]
    [InlineData("đông", "Bình Đông", true, true)]
    [InlineData("quy da", "Quỹ đất ở Bình Thạnh", true, false)]
    [InlineData("quy da ", "Quỹ đất ở Bình Thạnh", false, false)] // the blank ends the word
    [InlineData("45/BC-UBND", "Báo cáo số 45/BC-UBND", true, true)]
    [InlineData("45/KH-UBND", "Báo cáo số 45/BC-UBND", false, false)]
    [InlineData("thạnh bình", "Bình Thạnh", true, true)]
    [InlineData("nh", "Bình", false, false)] // a word is found from its beginning
    public void Every_word_must_stand_there(string typed, string text, bool found, bool exactly)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var terms = SearchTerms.Parse(typed.Normalize(form))!;
            Assert.Equal((found, exactly), (terms.In(text), terms.ExactlyIn(text)));
            Assert.Equal((found, exactly), (terms.In(text.Normalize(NormalizationForm.FormD)), terms.ExactlyIn(text.Normalize(NormalizationForm.FormD))));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a")]
    [InlineData("\"*() -")]
    public void Too_little_is_no_search(string? typed) => Assert.Null(SearchTerms.Parse(typed));

    [Fact]
    public void Marked_is_what_was_found_around_the_first_of_it()
    {
        var text = $"{string.Join(' ', Enumerable.Repeat("trước", 60))} đã bố trí quỹ đất 1.200 m² cho trẻ em {string.Join(' ', Enumerable.Repeat("sau", 60))}";
        var parts = SearchTerms.Parse("quy dat")!.Mark(text, 90);
        Assert.Equal(["quỹ", "đất"], parts.Where(p => p.Found).Select(p => p.Text));
        Assert.InRange(string.Concat(parts.Select(p => p.Text)).Length, 40, 100);
        Assert.Equal(("…", "…"), (parts[0].Text, parts[^1].Text));
        Assert.Equal("Bình Đông", string.Concat(SearchTerms.Parse("gì đó")!.Mark("Bình Đông", 90).Select(p => p.Text)));
    }

    [Fact]
    public void Whatever_the_text_its_marked_parts_are_pieces_of_it_and_words_have_no_blank_ones() =>
        Gen.Select(Gen.String[0, 400], Gen.String[0, 30], Gen.Int[20, 200]).Sample((text, typed, length) =>
        {
            var composed = Portal.Domain.Fold.Nfc(text);
            Assert.DoesNotContain(SearchWords.Exact(text).Split(' ').Skip(1), w => w.Length == 0);
            if (SearchTerms.Parse(typed) is { } terms)
            {
                Assert.Contains(string.Concat(terms.Mark(text, length).Select(p => p.Text)).Trim('…'), composed, StringComparison.Ordinal);
            }
        }, iter: 2000);
}
