using Portal.Domain.Submissions;

namespace Portal.Shared.Charts;

/// <summary>One bar of <see cref="GroupBars"/>: a group of units and how many of its items stand in each <see cref="Bucket"/>.</summary>
/// <param name="Label">Its name, one entry a line.</param>
/// <param name="Counts">Five counts in the order of <see cref="Bucket"/>.</param>
/// <param name="Href">Where the group leads; null for nowhere.</param>
public sealed record GroupBar(IReadOnlyList<string> Label, IReadOnlyList<int> Counts, string? Href = null)
{
    /// <summary>The five counts together.</summary>
    public int Total => Counts.Sum();

    /// <summary>The count of one bucket.</summary>
    public int this[Bucket bucket] => Counts[(int)bucket];

    /// <summary>The name on one line.</summary>
    public string Name => string.Join(' ', Label);
}

/// <summary>A point of <see cref="BurnUp"/>: from <paramref name="At"/> on it is <paramref name="Count"/>.</summary>
public readonly record struct BurnPoint(DateTimeOffset At, int Count);
