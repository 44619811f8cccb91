using System.Text;
using Portal.CommandLine;
using Portal.Domain.Letters;

namespace Portal.Tests.Domain.Letters;

public sealed class LetterReadingTests
{
    [Fact]
    public void The_districts_letter_is_read_as_its_request_says()
    {
        var score = new LetterScore();
        var read = LetterReading.Read(LetterSamples.Seed);

        score.Add("24", LetterReadingJson.Node(read), LetterSamples.Expected("24"));

        Assert.Empty(score.Misses);
        Assert.Equal(1, score.All.Recall);
        Assert.Equal(7, read.Groups.Count);
        Assert.Equal(14, read.Groups.Sum(g => g.Items.Count(i => i.Kind == ReadKind.Report)));
        Assert.Equal(["ỦY BAN NHÂN DÂN", "HUYỆN BÌNH SƠN"], read.LetterheadLines.Select(l => l.Value));
        Assert.StartsWith("Chủ tịch UBND huyện yêu cầu các cơ quan", read.OpeningText!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_item_of_the_districts_letter_stands_word_for_word_where_it_says_and_with_its_paragraph()
    {
        var expected = LetterSamples.Expected("24")["groups"]!.AsArray().SelectMany(g => g!["items"]!.AsArray()).Select(i => (Text: (string)i!["text"]!, Paragraph: (string)i["paragraph"]!)).ToList();
        var items = LetterReading.Read(LetterSamples.Seed).Groups.SelectMany(g => g.Items).ToList();

        Assert.Equal(expected.Select(e => e.Text), items.Select(i => i.Text.Value));
        Assert.Equal(expected.Select(e => e.Paragraph), items.Select(i => i.Paragraph.Value));
        Assert.All(items, i => Assert.Equal(i.Text.Value, At(LetterSamples.Seed, i.Text), ignoreCase: true));
    }

    [Fact]
    public void What_the_districts_letter_leaves_open_is_asked_of_a_person()
    {
        var codes = LetterReading.Read(LetterSamples.Seed).Doubts.Select(d => d.Code).ToHashSet();

        Assert.Equal(
            [LetterDoubtCode.NumberOrDateBlank, LetterDoubtCode.ReferenceLooksMistyped, LetterDoubtCode.NoDataPeriod, LetterDoubtCode.RecommendationsNotListed, LetterDoubtCode.UpwardDayNotStated],
            codes.Order());
        Assert.All(LetterReading.Read(LetterSamples.Seed).Doubts, d => Assert.DoesNotContain("{0}", d.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("01", 1.0, 1.0)]
    [InlineData("04", 0.87, 0.87)]
    [InlineData("06", 0.92, 0.92)]
    [InlineData("09", 0.75, 0.70)]
    [InlineData("12", 0.86, 0.77)]
    [InlineData("13", 1.0, 0.96)]
    [InlineData("18", 1.0, 1.0)]
    public void A_real_letter_is_read_no_worse_than_it_was(string letter, double precision, double recall)
    {
        var score = new LetterScore();

        score.Add(letter, LetterReadingJson.Node(LetterReading.Read(LetterSamples.Text(letter))), LetterSamples.Expected(letter));

        Assert.True(score.All.Precision >= precision && score.All.Recall >= recall, $"{score.All.Precision:F3} {score.All.Recall:F3}\n{string.Join('\n', score.Misses)}");
    }

    [Fact]
    public void A_decomposed_letter_reads_the_same_with_places_in_its_own_text()
    {
        foreach (var letter in LetterSamples.All)
        {
            var composed = LetterSamples.Text(letter).Normalize(NormalizationForm.FormC);
            var decomposed = composed.Normalize(NormalizationForm.FormD);
            var (one, other) = (LetterReading.Read(composed), LetterReading.Read(decomposed));

            Assert.Equal(Values(one), Values(other));
            Assert.All(other.Groups.SelectMany(g => g.Items).Zip(one.Groups.SelectMany(g => g.Items)), p => Assert.Equal(At(composed, p.Second.Text), At(decomposed, p.First.Text).Normalize(NormalizationForm.FormC)));
        }
    }

    [Fact]
    public void A_letter_without_a_request_is_recognised_and_has_no_deadline()
    {
        var read = LetterReading.Read(LetterSamples.Text("12"));

        Assert.False(read.IsReportingRequest.Value);
        Assert.Null(read.Deadline);
        Assert.Null(read.ReceivingUnit);
    }

    private static string Values(LetterReading reading)
    {
        var node = LetterReadingJson.Node(reading);
        node.Remove("evidence");
        node.Remove("doubts");
        return node.ToJsonString();
    }

    private static string At<T>(string text, Found<T> found) => string.Join(' ', text.Substring(found.Start, found.Length).Replace("**", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
