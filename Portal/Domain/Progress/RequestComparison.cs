namespace Portal.Domain.Progress;

/// <summary>How some units stand in one request.</summary>
/// <param name="Counts">Their numbers.</param>
/// <param name="Resolutions">How far what they sent is resolved.</param>
public sealed record ComparedSide(BoardCounts Counts, Resolutions Resolutions)
{
    /// <summary>Units that sent in time, by an extension too.</summary>
    public int InTime => Counts.OnTimeUnits + Counts.OnTimeByExtensionUnits;

    /// <summary>Their share of all units, 0 to 1.</summary>
    public double InTimeRate => Counts.Units == 0 ? 0 : (double)InTime / Counts.Units;

    /// <summary>Dứt điểm, 0 to 1, of what was sent and says it.</summary>
    public double DoneRate => Resolutions.Total == 0 ? 0 : (double)Resolutions.Done / Resolutions.Total;

    /// <summary>Counts these rows; null where there are none.</summary>
    internal static ComparedSide? Of(IReadOnlyList<UnitRow> rows) => rows.Count == 0 ? null
        : new(BoardCounts.Of(rows), rows.Select(r => Resolutions.Count(r.Report.Items)).Aggregate(default(Resolutions), (a, b) => a + b));
}

/// <summary>The units of one group, now and then.</summary>
/// <param name="Group">The group of the present request; null for units that only the earlier one asked.</param>
/// <param name="Now">In the present request; null where it does not ask them.</param>
/// <param name="Then">The same units in the earlier one, in whatever group they were; null where it asked none of them.</param>
public sealed record ComparedGroup(BoardGroup? Group, ComparedSide? Now, ComparedSide? Then);

/// <summary>One unit, now and then.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Group">The group of the present request; null where it does not ask the unit.</param>
/// <param name="Now">Its row in the present request.</param>
/// <param name="Then">Its row in the earlier one.</param>
public sealed record ComparedUnit(BoardUnit Unit, BoardGroup? Group, UnitRow? Now, UnitRow? Then);

/// <summary>
/// Two requests side by side. Groups are numbered anew in each letter, so what is compared is always the same units: those of a group
/// of the present request, and how these very units did in the earlier one.
/// </summary>
/// <param name="All">All units of each.</param>
/// <param name="Groups">In the order of the present letter; last, where there are any, the units that only the earlier one asked.</param>
/// <param name="Units">In official order; those that only the earlier one asked stand last.</param>
public sealed record RequestComparison(ComparedGroup All, IReadOnlyList<ComparedGroup> Groups, IReadOnlyList<ComparedUnit> Units)
{
    /// <summary>Compares two pictures.</summary>
    /// <param name="now">Of the present request.</param>
    /// <param name="then">Of the earlier one.</param>
    public static RequestComparison Of(BoardSnapshot now, BoardSnapshot then)
    {
        var earlier = then.Rows.ToDictionary(r => r.Unit.Code);
        var groups = now.Request.Groups.ToDictionary(g => g.Code);
        var left = then.Rows.Where(r => !now.Request.Units.ContainsKey(r.Unit.Code)).ToList();
        var rows = now.Rows.ToLookup(r => r.Report.GroupCode);
        return new(
            new(null, ComparedSide.Of(now.Rows), ComparedSide.Of(then.Rows)),
            [
                .. now.Request.Groups.Where(g => rows.Contains(g.Code))
                    .Select(g => new ComparedGroup(g, ComparedSide.Of([.. rows[g.Code]]), ComparedSide.Of([.. rows[g.Code].Select(r => earlier.GetValueOrDefault(r.Unit.Code)).OfType<UnitRow>()]))),
                .. left.Count == 0 ? Array.Empty<ComparedGroup>() : [new(null, null, ComparedSide.Of(left))],
            ],
            [.. now.Rows.Select(r => new ComparedUnit(r.Unit, groups[r.Report.GroupCode], r, earlier.GetValueOrDefault(r.Unit.Code))), .. left.Select(r => new ComparedUnit(r.Unit, null, null, r))]);
    }
}
