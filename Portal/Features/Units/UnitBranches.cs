namespace Portal.Features.Units;

/// <summary>Units in the order of their tree.</summary>
internal static class UnitBranches
{
    /// <summary>Each unit before those that belong to it, with its level. Whatever belongs to nobody known, or in a ring to itself, stands at the top.</summary>
    /// <param name="units">In the order of siblings.</param>
    public static IReadOnlyList<UnitLine> Of(IReadOnlyList<UnitLine> units)
    {
        var known = units.Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var below = units.Where(u => u.ParentCode is not null).ToLookup(u => u.ParentCode!);
        var (walked, lines) = (new HashSet<string>(StringComparer.Ordinal), new List<UnitLine>());
        foreach (var top in units.Where(u => u.ParentCode is null || !known.Contains(u.ParentCode)).Concat(units))
        {
            var waiting = new Stack<(UnitLine Unit, int Level)>([(top, 1)]);
            while (waiting.TryPop(out var next))
            {
                if (walked.Add(next.Unit.Code))
                {
                    lines.Add(next.Unit with { Level = next.Level });
                    foreach (var child in below[next.Unit.Code].Reverse())
                    {
                        waiting.Push((child, next.Level + 1));
                    }
                }
            }
        }

        return lines;
    }

    /// <summary>What was found, and the units to which it belongs.</summary>
    /// <param name="lines">The whole tree.</param>
    /// <param name="found">Some of its lines, in its order.</param>
    public static IReadOnlyList<UnitLine> WithAround(IReadOnlyList<UnitLine> lines, IReadOnlyList<UnitLine> found)
    {
        var byCode = lines.ToDictionary(l => l.Code);
        var wanted = found.Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
        var around = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in found)
        {
            for (var above = line; above.Level > 1 && byCode.TryGetValue(above.ParentCode!, out var next) && around.Add(next.Code); above = next)
            {
            }
        }

        return [.. lines.Where(l => wanted.Contains(l.Code) || around.Contains(l.Code)).Select(l => l with { Around = !wanted.Contains(l.Code) })];
    }
}
