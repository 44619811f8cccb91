namespace Portal.Domain.People;

/// <summary>Units that merged, were split or ended: from the day of the change the successor's people act for the old unit, and its own lose their rights in it (workflow §7).
/// Reports keep their unit, its name and its place in all counts.</summary>
/// <param name="Ended">Units that have ended at the instant asked about, each with who took over; null where nobody did.</param>
public sealed record Succession(IReadOnlyDictionary<string, string?> Ended)
{
    /// <summary>Who acts for a unit: the last in the line of its successors, or itself while it stands; null when it ended and nobody took over.</summary>
    public string? ActingFor(string unitCode)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var unit = unitCode;
        while (unit is not null && seen.Add(unit) && Ended.TryGetValue(unit, out var next))
        {
            unit = next;
        }

        return unit;
    }

    /// <summary>The unit and all in the line of its successors.</summary>
    public IReadOnlyList<string> LineOf(string unitCode)
    {
        var line = new List<string> { unitCode };
        while (Ended.GetValueOrDefault(line[^1]) is { } next && !line.Contains(next))
        {
            line.Add(next);
        }

        return line;
    }

    /// <summary>What somebody holds, with the units his unit took over, and without what ended. Leaders, observers and administrators hold everywhere.</summary>
    public IReadOnlyList<Holding> Carry(IReadOnlyCollection<Holding> held) => Ended.Count == 0 ? [.. held] :
    [
        .. held.Where(h => !OfUnit(h.Role) || !Ended.ContainsKey(h.UnitCode)),
        .. held.Where(h => OfUnit(h.Role)).SelectMany(h => Ended.Keys.Where(old => ActingFor(old) == h.UnitCode).Select(old => h with { UnitCode = old })),
    ];

    private static bool OfUnit(Role role) => role is Role.Officer or Role.Head or Role.Coordinator;
}
