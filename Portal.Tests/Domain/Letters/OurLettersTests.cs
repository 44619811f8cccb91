using System.Text.Json.Nodes;
using Portal.CommandLine;
using Portal.Domain.Letters;

namespace Portal.Tests.Domain.Letters;

/// <summary>Letters that we wrote, in the manner of ministries, provinces, districts, schools, the Party and its unions, police and telegrams: whole, flattened,
/// broken by pages, with tables, glued, cut off, with and without a request; each with the reading of a person.</summary>
public sealed class OurLettersTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Domain", "Letters", "ours");

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_at_least_twenty_five() => Assert.True(Names.Count >= 25, $"{Names.Count}");

    [Fact]
    public void Nearly_everything_in_them_is_read_as_a_person_reads_it()
    {
        var score = new LetterScore();
        foreach (var name in Names.Select(n => n.Data))
        {
            Add(score, name);
        }

        Assert.True(score.All is { Precision: >= 0.99, Recall: >= 0.99 }, string.Join('\n', score.Misses));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Head_deadline_and_request_of_each_are_read_as_a_person_reads_them(string name)
    {
        var score = new LetterScore();

        Add(score, name);

        foreach (var field in new[] { "number", "symbol", "date", "subject", "is_reporting_request", "deadline.text", "deadline.date", "deadline.time", "deadline.qualifier", "signer.name", "addressees", "noi_nhan" })
        {
            Assert.True(score.Fields[field] is { Precision: 1, Recall: 1 }, field + "\n" + string.Join('\n', score.Misses));
        }
    }

    [Fact]
    public void A_score_counts_what_is_missing_and_what_is_too_much()
    {
        var score = new LetterScore();

        score.Add("x", JsonNode.Parse("""{"number":"12","place":"Bình Sơn","addressees":["Sở A","Sở B"]}""")!.AsObject(), JsonNode.Parse("""{"number":"13","date":"2024-07-03","addressees":["Sở B"]}""")!.AsObject());

        Assert.Equal(new(1, 1, 0), score.Fields["number"]);
        Assert.Equal(new(0, 1, 0), score.Fields["place"]);
        Assert.Equal(new(1, 0, 0), score.Fields["date"]);
        Assert.Equal(new(1, 2, 1), score.Fields["addressees"]);
    }

    private static void Add(LetterScore score, string name) =>
        score.Add(name, LetterReadingJson.Node(LetterReading.Read(File.ReadAllText(Path.Combine(Folder, name + ".txt")))), JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")))!.AsObject());
}
