namespace Portal.Shared.Charts;

/// <summary>How a chart is drawn. What is null keeps Chart.js' own value; animation is always off.</summary>
public class ChartOptions
{
    /// <summary>Size of text on a screen, and on a projector 1920 pixels wide.</summary>
    public const int ScreenSize = 14, ProjectedSize = 22;

    /// <summary>Size of all text, in pixels; on phones 13.</summary>
    public int FontSize { get; set; } = ScreenSize;

    /// <summary>The size is meant for 1920 pixels and follows the width of the screen.</summary>
    public bool Projected { get; set; }
    public bool Legend { get; set; }
    public bool Tooltip { get; set; } = true;
}

/// <summary>Options of bars.</summary>
public sealed class BarOptions : ChartOptions
{
    /// <summary>"y" for lying bars.</summary>
    public string? IndexAxis { get; set; }
    public Axes Scales { get; set; } = new();

    /// <summary>Numbers inside the segments and words beside the bars.</summary>
    public SegmentLabels? Segments { get; set; }
}

/// <summary>Options of lines.</summary>
public sealed class LineOptions : ChartOptions
{
    public Axes Scales { get; set; } = new();

    /// <summary>An upright line with its words.</summary>
    public Deadline? Deadline { get; set; }
}

/// <summary>The two axes.</summary>
public sealed class Axes
{
    public Axis X { get; set; } = new();
    public Axis Y { get; set; } = new();
}

/// <summary>One axis.</summary>
public sealed class Axis
{
    /// <summary>"linear" or "category"; null is Chart.js' choice.</summary>
    public string? Type { get; set; }
    public double? Min { get; set; }
    public double? Max { get; set; }
    public bool? Stacked { get; set; }
    public bool? Display { get; set; }
    public bool Grid { get; set; }
    public bool Border { get; set; }
    public double? StepSize { get; set; }

    /// <summary>Words for 0, 1, 2 … on a linear axis, in place of the numbers.</summary>
    public IReadOnlyList<string>? Words { get; set; }

    /// <summary>Show only each n-th word; on phones at least each second.</summary>
    public int? Every { get; set; }
}

/// <summary>Numbers inside segments (under the bar where a segment is too narrow), words at the right; on phones label and words stand above the bar.</summary>
/// <param name="Right">Words at the right of each bar.</param>
public sealed record SegmentLabels(IReadOnlyList<string> Right);

/// <summary>An upright line at <paramref name="At"/> (units of the x axis) with <paramref name="Text"/> at its left.</summary>
public sealed record Deadline(double At, string Text);
