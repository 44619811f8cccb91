using System.Globalization;

namespace Portal.Shared.Charts;

/// <summary>A row of <see cref="ChartTable"/>.</summary>
public sealed record ChartRow(string Name, IReadOnlyList<ChartCell> Cells)
{
    /// <summary>Where its name leads; null for nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>A row of whole numbers, written for Vietnam.</summary>
    public static ChartRow Of(string name, params IEnumerable<int> numbers) => new(name, [.. numbers.Select(n => new ChartCell(Number(n)))]);

    /// <summary>A whole number as it is written in Vietnam: 1.234.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
}

/// <summary>A cell of a <see cref="ChartRow"/>.</summary>
public readonly record struct ChartCell(string Text);
