namespace Portal.Domain.People;

/// <summary>What happened to units.</summary>
public enum UnitChangeKind
{
    /// <summary>One ended, another took over.</summary>
    Ended,
    /// <summary>Several became one.</summary>
    Merged,
    /// <summary>One became several.</summary>
    Split,
}

/// <summary>A merger, a split or an end as it was decided. Kept for ever: what reports and letters of before say is read with it.</summary>
public sealed class UnitChange
{
    private UnitChange() { }

    /// <summary>Tells of one.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="from">From when.</param>
    /// <param name="paper">The decision: number and date.</param>
    /// <param name="before">Units before, by code.</param>
    /// <param name="after">Units after, by code; the first takes over what is open.</param>
    /// <param name="recordedAt">When it was written down.</param>
    public UnitChange(UnitChangeKind kind, DateTimeOffset from, string paper, IReadOnlyList<string> before, IReadOnlyList<string> after, DateTimeOffset recordedAt) =>
        (Kind, From, Paper, Before, After, RecordedAt) = (kind, from, paper.Trim(), before, after, recordedAt);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>What happened.</summary>
    public UnitChangeKind Kind { get; private set; }

    /// <summary>From when.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>The decision.</summary>
    public string Paper { get; private set; } = "";

    /// <summary>Units before, by code.</summary>
    public IReadOnlyList<string> Before { get; private set; } = [];

    /// <summary>Units after, by code; the first takes over what is open.</summary>
    public IReadOnlyList<string> After { get; private set; } = [];

    /// <summary>When it was written down.</summary>
    public DateTimeOffset RecordedAt { get; private set; }
}
