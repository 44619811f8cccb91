using Microsoft.AspNetCore.Components;

namespace Portal.Shared.Charts;

/// <summary>The stepped lines "shall we make it".</summary>
public sealed partial class BurnUp
{
    private LineConfig config = new();
    private List<ChartRow> table = [];

    /// <summary>How many were sent, from each instant on; in order of time.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<BurnPoint> Sent { get; set; } = [];

    /// <summary>How many were accepted, likewise.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<BurnPoint> Accepted { get; set; } = [];

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
        config.Data.Datasets.Add(new LineDataset { Label = SharedText.BurnUpSent, Data = Line(Sent), BorderColor = ChartColors.Sent, BorderWidth = 3, Stepped = true, EndLabel = ChartRow.Number(Last(Sent)) });
        config.Data.Datasets.Add(new LineDataset { Label = SharedText.BurnUpAccepted, Data = Line(Accepted), BorderColor = ChartColors.Accepted, BorderWidth = 3, Stepped = true, BorderDash = [7, 4], EndLabel = ChartRow.Number(Last(Accepted)) });
        table = [.. Days.Select((day, i) => (day, end: Start.AddDays(i + 1))).Where(d => d.end.AddDays(-1) <= Now).Select(d => ChartRow.Of(d.day, Upto(Sent, d.end), Upto(Accepted, d.end)))];
    }

    private List<ChartPoint> Line(IReadOnlyList<BurnPoint> points) =>
        [new(0, Upto(points, Start)), .. points.Where(p => p.At >= Start).Select(p => new ChartPoint(Day(p.At), p.Count)), new(Math.Max(0, Day(Now)), Last(points))];

    private double Day(DateTimeOffset at) => Math.Round((at - Start).TotalDays, 4);

    private static int Upto(IReadOnlyList<BurnPoint> points, DateTimeOffset end) => points.LastOrDefault(p => p.At < end).Count;

    private static int Last(IReadOnlyList<BurnPoint> points) => points.Count == 0 ? 0 : points[^1].Count;
}
