using Microsoft.AspNetCore.Components;

namespace Portal.Shared.Charts;

/// <summary>The stepped lines "shall we make it".</summary>
public sealed partial class BurnUp
{
    private LineConfig config = new();
    private List<string> head = [];
    private List<ChartRow> table = [];

    /// <summary>How many were sent, from each instant on; in order of time.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<BurnPoint> Sent { get; set; } = [];

    /// <summary>How many were accepted, likewise.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<BurnPoint> Accepted { get; set; } = [];

    /// <summary>How an earlier request grew, laid over this one; empty for none.</summary>
    [Parameter] public IReadOnlyList<BurnPoint> Earlier { get; set; } = [];

    /// <summary>How many there are to send: the top of the axis.</summary>
    [Parameter, EditorRequired] public int Total { get; set; }

    /// <summary>Midnight, local, of the first of <see cref="Days"/>.</summary>
    [Parameter, EditorRequired] public DateTimeOffset Start { get; set; }

    /// <summary>The days' labels, first to last.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Days { get; set; } = [];

    /// <summary>Until when the lines run; after that nothing is known.</summary>
    [Parameter, EditorRequired] public DateTimeOffset Now { get; set; }

    /// <summary>The deadline, if the request names one.</summary>
    [Parameter] public DateTimeOffset? Deadline { get; set; }

    /// <summary>The deadline in words.</summary>
    [Parameter] public string DeadlineText { get; set; } = "";

    /// <summary>The finding in one sentence.</summary>
    [Parameter, EditorRequired] public string Summary { get; set; } = "";

    /// <summary>Height in pixels.</summary>
    [Parameter] public int Height { get; set; } = 270;

    /// <summary>Large, for a projector: sizes follow the width of the screen.</summary>
    [Parameter] public bool Projected { get; set; }

    /// <summary>False leaves the table out (on a projector).</summary>
    [Parameter] public bool Table { get; set; } = true;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        config = new LineConfig
        {
            Options =
            {
                FontSize = Projected ? ChartOptions.ProjectedSize : ChartOptions.ScreenSize,
                Projected = Projected,
                Scales = new()
                {
                    X = new() { Type = "linear", Min = 0, Max = Math.Max(.5, Days.Count - .5), Border = true, StepSize = 1, Words = Days, Every = Math.Max(1, (Days.Count + 9) / 10) },
                    Y = new() { Min = 0, Max = Total, Grid = true, StepSize = Math.Max(1, Math.Ceiling(Total / 4d)) },
                },
                Deadline = Deadline is { } due ? new(Day(due), DeadlineText) : null,
            },
        };
        config.Data.Datasets.Add(new LineDataset { Label = SharedText.BurnUpSent, Data = Line(Sent, Now), BorderColor = ChartColors.Sent, BorderWidth = 3, Stepped = true, EndLabel = ChartRow.Number(Last(Sent)) });
        config.Data.Datasets.Add(new LineDataset { Label = SharedText.BurnUpAccepted, Data = Line(Accepted, Now), BorderColor = ChartColors.Accepted, BorderWidth = 3, Stepped = true, BorderDash = [7, 4], EndLabel = ChartRow.Number(Last(Accepted)) });
        var compared = Earlier.Count > 0;
        if (compared)
        {
            config.Data.Datasets.Add(new LineDataset { Label = SharedText.BurnUpEarlier, Data = Line(Earlier, Start.AddDays(Days.Count)), BorderColor = ChartColors.Earlier, BorderWidth = 2, Stepped = true });
        }

        head = [SharedText.BurnUpDay, SharedText.BurnUpSent, SharedText.BurnUpAccepted, .. compared ? [SharedText.BurnUpEarlier] : Array.Empty<string>()];
        table = [.. Days.Select((day, i) => (day, end: Start.AddDays(i + 1))).Where(d => compared || d.end.AddDays(-1) <= Now).Select(d => Row(d.day, d.end, compared))];
    }

    // What is not yet known of this request is left open; of the earlier one all is known.
    private ChartRow Row(string day, DateTimeOffset end, bool compared)
    {
        var known = end.AddDays(-1) <= Now;
        ChartCell Cell(IReadOnlyList<BurnPoint> points) => new(known ? ChartRow.Number(Upto(points, end)) : "-");
        return new(day, [Cell(Sent), Cell(Accepted), .. compared ? [new ChartCell(ChartRow.Number(Upto(Earlier, end)))] : Array.Empty<ChartCell>()]);
    }

    private List<ChartPoint> Line(IReadOnlyList<BurnPoint> points, DateTimeOffset end) =>
        [new(0, Upto(points, Start)), .. points.Where(p => p.At >= Start && p.At < end).Select(p => new ChartPoint(Day(p.At), p.Count)), new(Math.Max(0, Day(end)), Upto(points, end.AddTicks(1)))];

    private double Day(DateTimeOffset at) => Math.Round((at - Start).TotalDays, 4);

    private static int Upto(IReadOnlyList<BurnPoint> points, DateTimeOffset end) => points.LastOrDefault(p => p.At < end).Count;

    private static int Last(IReadOnlyList<BurnPoint> points) => points.Count == 0 ? 0 : points[^1].Count;
}
