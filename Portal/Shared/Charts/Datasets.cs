namespace Portal.Shared.Charts;

/// <summary>A series. Colours are names of css tokens (<see cref="ChartColors"/>) or css colours; names are looked up in the browser, so they follow the theme.</summary>
public abstract class Dataset
{
    /// <summary>Its name, for tooltip and table.</summary>
    public string Label { get; init; } = "";
    public string? BorderColor { get; init; }
    public int? BorderWidth { get; init; }
}

/// <summary>A series of bars.</summary>
public sealed class BarDataset : Dataset
{
    /// <summary>Length of each bar, in units of the axis.</summary>
    public IReadOnlyList<double> Data { get; init; } = [];

    /// <summary>What is written in each bar, where that is not its length: counts in a 100 % bar.</summary>
    public IReadOnlyList<int>? Counts { get; init; }

    /// <summary>Where a click on each bar leads; null for none.</summary>
    public IReadOnlyList<string?>? Links { get; init; }
    public string? BackgroundColor { get; init; }

    /// <summary>Colour of what is written in the bar.</summary>
    public string? Ink { get; init; }

    /// <summary>True draws the edge all round; false leaves a gap to the next segment.</summary>
    public bool Edged { get; init; }

    /// <summary>True draws slanting lines over the fill: told apart without colour, and on grey paper.</summary>
    public bool Hatched { get; init; }
    public double? BarPercentage { get; init; }
    public double? CategoryPercentage { get; init; }
}

/// <summary>A line.</summary>
public sealed class LineDataset : Dataset
{
    public IReadOnlyList<ChartPoint> Data { get; init; } = [];

    /// <summary>True keeps the value until the next point.</summary>
    public bool Stepped { get; init; }

    /// <summary>Lengths of dash and gap, in pixels.</summary>
    public IReadOnlyList<int>? BorderDash { get; init; }
    public int PointRadius { get; init; }

    /// <summary>What is written at the last point, beside a dot.</summary>
    public string? EndLabel { get; init; }
}

/// <summary>The sectors of a pie.</summary>
public sealed class PieDataset : Dataset
{
    public IReadOnlyList<double> Data { get; init; } = [];
    public IReadOnlyList<string>? BackgroundColor { get; init; }
}

/// <summary>Names of the css tokens charts are coloured with.</summary>
public static class ChartColors
{
    public const string Accepted = "--c-accepted";
    public const string Sent = "--c-sent";
    public const string Returned = "--c-returned";
    public const string Drafting = "--c-draft";
    public const string NotStarted = "--c-none";
    public const string NotStartedEdge = "--c-none-edge";
    public const string Earlier = "--c-earlier";
    public const string Surface = "--surface";
    public const string Ink = "--ink";

    /// <summary>The ink that reads on a fill: <c>--on-</c> and the fill's name.</summary>
    public static string On(string fill) => "--on-" + fill[2..];
}
