using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Shared.Charts;

/// <summary>What <see cref="Chart"/> draws: a Chart.js configuration in plain C#. Build an heir, fill <see cref="Data"/>, set its options.</summary>
public abstract class ConfigBase
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private protected ConfigBase(string type) => Type = type;

    /// <summary>Chart.js' name of the kind of chart.</summary>
    public string Type { get; }

    /// <summary>Labels and series.</summary>
    public ChartData Data { get; } = new();

    /// <summary>The configuration as the JSON that <c>chart.js</c> of the portal reads.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, GetType(), Json);
}

/// <summary>A configuration with options of its kind.</summary>
public abstract class ConfigBase<TOptions> : ConfigBase where TOptions : ChartOptions, new()
{
    private protected ConfigBase(string type) : base(type) { }

    /// <summary>How it is drawn.</summary>
    public TOptions Options { get; set; } = new();
}

/// <summary>Bars, upright or lying.</summary>
public sealed class BarConfig : ConfigBase<BarOptions>
{
    /// <param name="horizontal">True for bars that grow to the right.</param>
    public BarConfig(bool horizontal = false) : base("bar") => Options.IndexAxis = horizontal ? "y" : null;
}

/// <summary>Lines, plain or stepped.</summary>
public sealed class LineConfig : ConfigBase<LineOptions>
{
    public LineConfig() : base("line") { }
}

/// <summary>A pie. The portal's own pages use none (see the design); it is here because reports from elsewhere do.</summary>
public sealed class PieConfig : ConfigBase<ChartOptions>
{
    public PieConfig() : base("pie") { }
}

/// <summary>Labels of the category axis and the series.</summary>
public sealed class ChartData
{
    /// <summary>One entry a category; several lines make a label of several lines.</summary>
    public IList<IReadOnlyList<string>> Labels { get; } = [];

    /// <summary>The series: <see cref="BarDataset"/>, <see cref="LineDataset"/> or <see cref="PieDataset"/>.</summary>
    public IList<object> Datasets { get; } = [];
}

/// <summary>A point of a line.</summary>
public readonly record struct ChartPoint(double X, double Y);
