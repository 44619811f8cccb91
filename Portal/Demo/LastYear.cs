using System.Text.Json.Nodes;
using Portal.Domain.Requests;

namespace Portal.Demo;

/// <summary>
/// The request of the year before, closed: the letter's own text and the samples with each year one less, and communes without a sample of their own
/// as one that has. It gives the comparison, the pale line and "fill in from the last report" something to show; like every sample it says that it is one.
/// </summary>
internal static class LastYear
{
    private const int MoreCommunes = 6;
    private const string Model = "21040";
    private static readonly TimeSpan Apart = TimeSpan.FromHours(9);

    /// <summary>When it was issued.</summary>
    public static DateTimeOffset Issued => DemoClock.Earliest.AddYears(-1);

    /// <summary>Its letter, of the present one's JSON. What the province wrote then is not known, so its number is not given.</summary>
    public static string Letter(string present)
    {
        var letter = JsonNode.Parse(Before(present))!;
        letter["request"]!["superiorReference"]!["number"] = DemoText.LastYearNumber;
        return letter.ToJsonString();
    }

    /// <summary>Its reports, brought to their end, of the present samples.</summary>
    /// <param name="samples">The text of <c>Demo/samples.json</c>.</param>
    /// <param name="letter">Whose units they are of.</param>
    public static IReadOnlyList<SampleReport> Reports(string samples, RequestDefinition letter)
    {
        var own = Samples.Parse(Before(samples)).Reports;
        var model = letter.Units.First(u => u.LoginCode == Model);
        var others = letter.Units.Where(u => u.GroupCode == model.GroupCode && own.All(r => r.Unit != u.LoginCode)).Take(MoreCommunes);
        return
        [
            .. own.Where(r => r.End >= SampleEnd.WithHead).Select(Ended),
            .. others.SelectMany((unit, k) => Samples.Parse(Before(samples).Replace(Model, unit.LoginCode, StringComparison.Ordinal).Replace(model.ShortName, unit.ShortName, StringComparison.Ordinal))
                .Reports.Where(r => r.Unit == unit.LoginCode).Select(r => Ended(Later(r, Apart * (k + 1))))),
        ];
    }

    private static string Before(string text) => text.Replace("2023", "2022", StringComparison.Ordinal).Replace("2024", "2023", StringComparison.Ordinal).Replace("2025", "2024", StringComparison.Ordinal);

    private static SampleReport Later(SampleReport r, TimeSpan by) => r with { Filled = r.Filled + by, SentUp = r.SentUp + by, SignedOff = r.SignedOff + by };

    // Only what the coordinator accepts at once this year was accepted last year.
    private static SampleReport Ended(SampleReport r)
    {
        var signed = r.SignedOff ?? r.SentUp!.Value.AddHours(3);
        return r with { End = r.End == SampleEnd.Accepted ? r.End : SampleEnd.Sent, SignedOff = signed, Reviewed = signed.AddHours(26), Return = null };
    }
}
