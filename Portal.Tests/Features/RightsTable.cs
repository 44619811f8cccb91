namespace Portal.Tests.Features;

/// <summary>What workflow §10 says, as a table: one row for each surface, one column for each kind of person before his own or another's report.</summary>
/// <param name="Surface">A use case (<c>Fill.SendUp</c>), a page (<c>GET /tong-quan</c>) or an endpoint.</param>
/// <param name="State">The state in which it is tried, so that nothing but the right decides.</param>
/// <param name="Cells">Column → <c>ok</c>, <c>refused</c>, <c>notfound</c>, <c>signin</c>, or <c>-</c> where the column says nothing.</param>
internal sealed record RightsRow(string Surface, string State, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Who tries what on whose report; the second report lies in the unit that coordinates.</summary>
    public static IReadOnlyDictionary<string, (string? User, string Unit)> Columns { get; } = new Dictionary<string, (string?, string)>
    {
        ["officer"] = ("21046.canbo", "21046"),
        ["officer other"] = ("21046.canbo", "p-ldtbxh"),
        ["head"] = ("21046.thutruong", "21046"),
        ["head other"] = ("21046.thutruong", "p-ldtbxh"),
        ["coordinator"] = ("p-ldtbxh.dieuphoi", "21046"),
        ["coordinator own"] = ("p-ldtbxh.dieuphoi", "p-ldtbxh"),
        ["leader"] = ("lanhdao", "21046"),
        ["leader coordinating"] = ("lanhdao", "p-ldtbxh"),
        ["observer"] = ("quansat", "21046"),
        ["administrator"] = ("quantri", "21046"),
        ["anonymous"] = (null, "21046"),
        ["disabled"] = ("21046.thoiviec", "21046"),
    };

    /// <summary>Reads rights.csv.</summary>
    public static IReadOnlyList<RightsRow> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Features", "rights.csv")).Select(l => l.Split(',')).ToList();
        Assert.Equal(["surface", "state", .. Columns.Keys], lines[0]);
        return [.. lines.Skip(1).Select(l => new RightsRow(l[0], l[1], lines[0].Zip(l).Skip(2).ToDictionary(c => c.First, c => c.Second)))];
    }

    /// <summary>What the table lacks and what it has too much.</summary>
    public static IReadOnlyList<string> Mismatches(IEnumerable<RightsRow> rows, IReadOnlyCollection<string> surfaces)
    {
        var named = rows.Select(r => r.Surface).ToList();
        return [.. surfaces.Except(named).Select(s => $"no row for {s}"), .. named.Except(surfaces).Select(s => $"no surface {s}"), .. named.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => $"two rows for {g.Key}")];
    }
}
