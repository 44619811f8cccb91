using Microsoft.AspNetCore.Components;
using Portal.Domain.Submissions;

namespace Portal.Shared.Charts;

/// <summary>The bars "how far is each group".</summary>
public sealed partial class GroupBars
{
    private static readonly Bucket[] Buckets = Enum.GetValues<Bucket>();
    private BarConfig config = new();
    private List<string> head = [];
    private List<ChartRow> table = [];
    private ChartRow? foot;

    /// <summary>The groups, in the order of the letter.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<GroupBar> Rows { get; set; } = [];

    /// <summary>The finding in one sentence.</summary>
    [Parameter, EditorRequired] public string Summary { get; set; } = "";

    /// <summary>Height in pixels; by default 47 a row.</summary>
    [Parameter] public int? Height { get; set; }

    /// <summary>Large, for a projector: sizes follow the width of the screen.</summary>
    [Parameter] public bool Projected { get; set; }

    /// <summary>False leaves the table out (on a projector).</summary>
    [Parameter] public bool Table { get; set; } = true;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        config = Config(Rows, Projected);
        head = [SharedText.GroupBarsGroup, .. Buckets.Select(StateLook.Word), SharedText.GroupBarsTotal];
        table = [.. Rows.Select(row => ChartRow.Of(row.Name, [.. Buckets.Select(b => row[b]), row.Total]) with { Href = row.Href })];
        foot = ChartRow.Of(SharedText.GroupBarsTotal, [.. Buckets.Select(b => Rows.Sum(r => r[b])), Rows.Sum(r => r.Total)]);
    }

    /// <summary>The configuration for these rows.</summary>
    public static BarConfig Config(IReadOnlyList<GroupBar> rows, bool projected = false)
    {
        var config = new BarConfig(horizontal: true)
        {
            Options =
            {
                FontSize = projected ? ChartOptions.ProjectedSize : ChartOptions.ScreenSize,
                Projected = projected,
                Scales = new() { X = new() { Stacked = true, Max = 100, Display = false }, Y = new() { Stacked = true } },
                Segments = new([.. rows.Select(r => string.Format(SharedText.GroupBarsAccepted, ChartRow.Number(r[Bucket.Accepted]), ChartRow.Number(r.Total)))]),
            },
        };
        foreach (var row in rows) config.Data.Labels.Add(row.Label);
        foreach (var bucket in Buckets)
        {
            var fill = Fill(bucket);
            config.Data.Datasets.Add(new BarDataset
            {
                Label = StateLook.Word(bucket),
                Data = [.. rows.Select(r => r.Total == 0 ? 0 : 100d * r[bucket] / r.Total)],
                Counts = [.. rows.Select(r => r[bucket])],
                Links = rows.Any(r => r.Href is not null) ? [.. rows.Select(r => r.Href)] : null,
                BackgroundColor = fill,
                Ink = ChartColors.On(fill),
                BorderColor = bucket == Bucket.NotStarted ? ChartColors.NotStartedEdge : ChartColors.Surface,
                Edged = bucket == Bucket.NotStarted,
                Hatched = bucket == Bucket.Returned,
                BarPercentage = .78,
                CategoryPercentage = .9,
            });
        }
        return config;
    }

    private static string Fill(Bucket bucket) => bucket switch
    {
        Bucket.Accepted => ChartColors.Accepted,
        Bucket.Sent => ChartColors.Sent,
        Bucket.Returned => ChartColors.Returned,
        Bucket.Drafting => ChartColors.Drafting,
        _ => ChartColors.NotStarted,
    };
}
