using System.Globalization;
using Portal.Domain.Progress;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>One measure that two requests are compared by.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Part">What counts.</param>
/// <param name="Whole">Out of how many.</param>
public sealed record CompareMeasure(string Title, Func<ComparedSide, int> Part, Func<ComparedSide, int> Whole)
{
    /// <summary>The share, 0 to 1; null where there is nothing to count.</summary>
    public double? Rate(ComparedSide? side) => side is null || Whole(side) == 0 ? null : (double)Part(side) / Whole(side);
}

/// <summary>The sentences and figures of a comparison. Pure functions.</summary>
public static class CompareWords
{
    private const string Nothing = "-";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Units that sent in time.</summary>
    public static CompareMeasure InTime { get; } = new(ProgressText.CompareInTime, s => s.InTime, s => s.Counts.Units);

    /// <summary>Units that sent: what is compared where a letter names no day.</summary>
    public static CompareMeasure Sending { get; } = new(ProgressText.CompareSentUnits, s => s.Counts.SentUnits, s => s.Counts.Units);

    /// <summary>The measures of the table.</summary>
    /// <param name="first">The one by which the two are judged.</param>
    public static IReadOnlyList<CompareMeasure> Measures(CompareMeasure first) =>
    [
        first,
        new(ProgressText.CompareSentItems, s => s.Counts.SentItems, s => s.Counts.Items.Total),
        new(ProgressText.CompareAccepted, s => s.Counts.Items.Accepted, s => s.Counts.Items.Total),
        new(ProgressText.CompareDone, s => s.Resolutions.Done, s => s.Resolutions.Total),
    ];

    /// <summary>What the two are judged by: being in time where both letters name a day, else having sent.</summary>
    public static CompareMeasure Judged(BoardRequest now, BoardRequest then) => now.Deadline.At is null || then.Deadline.At is null ? Sending : InTime;

    /// <summary>The page's finding.</summary>
    public static string Headline(RequestComparison compared, CompareMeasure judged, BoardSnapshot board) => compared.All is { Now: { } now, Then: { } then }
        ? OverviewWords.Format(judged != InTime ? ProgressText.CompareHeadSent : board.Request.Deadline.Holds(board.At) ? ProgressText.CompareHeadSoFar : ProgressText.CompareHeadInTime,
            judged.Part(now), judged.Whole(now), judged.Part(then), judged.Whole(then))
        : ProgressText.CompareTitle;

    /// <summary>A request by its title and day: two may ask the same.</summary>
    public static string Name(string title, DateTimeOffset? issuedAt) => OverviewWords.Format(issuedAt is null ? "{0}" : ProgressText.CompareName, char.ToUpper(title[0], Vietnamese) + title[1..], issuedAt is { } at ? VietTime.Date(at) : "");

    /// <summary>In how many groups it is better, worse, the same.</summary>
    public static string Groups(RequestComparison compared, CompareMeasure judged)
    {
        var signs = compared.Groups.Where(g => judged.Rate(g.Now) is not null && judged.Rate(g.Then) is not null).Select(g => Math.Sign(judged.Rate(g.Now)!.Value - judged.Rate(g.Then)!.Value)).ToList();
        var said = new[] { (ProgressText.CompareBetter, 1), (ProgressText.CompareWorse, -1), (ProgressText.CompareSame, 0) }
            .Select(s => (Text: s.Item1, Count: signs.Count(sign => sign == s.Item2))).Where(s => s.Count > 0).Select(s => OverviewWords.Format(s.Text, s.Count)).ToList();
        return said.Count == 0 ? ProgressText.CompareGroupsNone : OverviewWords.Format(ProgressText.CompareGroups, string.Join(", ", said));
    }

    /// <summary>A share and what it is made of; a dash where there is none.</summary>
    public static (string Share, string Parts) Figure(CompareMeasure measure, ComparedSide? side) => measure.Rate(side) is { } rate
        ? (OverviewWords.Percent(rate), OverviewWords.Format(ProgressText.PartOf, measure.Part(side!), measure.Whole(side!))) : (Nothing, "");

    /// <summary>By how many points it grew; a dash where one side is missing.</summary>
    public static string Change(CompareMeasure measure, ComparedGroup group) => measure.Rate(group.Now) is { } now && measure.Rate(group.Then) is { } then
        ? ((now - then) * 100).ToString("+0.0;−0.0;0", Vietnamese) : Nothing;

    /// <summary>When a unit sent, seen from its deadline.</summary>
    public static string Sent(UnitRow? row, BoardRequest request) => row?.Report switch
    {
        null => Nothing,
        { FirstSentAt: null } => ProgressText.GridNotSent,
        { FirstSentAt: { } at } report => report.DeadlineIn(request).At is not { } due ? VietTime.DateTime(at)
            : at < due ? OverviewWords.Format(ProgressText.CompareBefore, CountdownText.Of(due - at, bare: true))
            : at == due ? ProgressText.CompareAt
            : OverviewWords.Format(ProgressText.CompareAfter, CountdownText.Of(at - due, bare: true)),
    };

    /// <summary>How many of a unit's items.</summary>
    public static string Part(UnitRow? row, Func<UnitRow, int> part) => row is null ? Nothing : OverviewWords.Format(ProgressText.PartOf, part(row), row.Report.Tally.Total);
}
