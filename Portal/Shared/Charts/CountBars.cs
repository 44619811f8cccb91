namespace Portal.Shared.Charts;

/// <summary>Plain lying bars in one ink, each with its count at the right.</summary>
public static class CountBars
{
    /// <summary>The configuration.</summary>
    /// <param name="bars">What each bar is called, and its count.</param>
    public static BarConfig Config(IReadOnlyList<(string Label, int Count)> bars)
    {
        var config = new BarConfig(horizontal: true)
        {
            Options =
            {
                Scales = new() { X = new() { Max = Math.Max(1, bars.Max(b => b.Count)), Display = false } },
                Segments = new([.. bars.Select(b => ChartRow.Number(b.Count))]),
            },
        };
        foreach (var (label, _) in bars)
        {
            config.Data.Labels.Add([label]);
        }

        config.Data.Datasets.Add(new BarDataset { Data = [.. bars.Select(b => (double)b.Count)], BackgroundColor = ChartColors.Ink, BarPercentage = .5, CategoryPercentage = .9 });
        return config;
    }
}
