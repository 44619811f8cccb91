using Portal.Domain;
using Portal.Domain.People;

namespace Portal.Features.Units;

/// <summary>Which groups the rows of a sheet put their units into. Groups go by their names; one that is not there is made.</summary>
internal sealed class GroupPlanning(List<UnitGroup> groups)
{
    private readonly Dictionary<UnitGroup, HashSet<string>> members = groups.ToDictionary(g => g, g => g.Members.Select(m => m.UnitCode).ToHashSet());
    private readonly Dictionary<UnitGroup, (int Row, string Stood)> left = [];

    /// <summary>Groups that are made.</summary>
    public List<UnitGroup> Added { get; } = [];

    /// <summary>Groups whose members change, the new ones too; known at the end.</summary>
    public List<UnitGroup> Changed { get; } = [];

    /// <summary>The names of the groups to which a unit belongs.</summary>
    public IReadOnlyList<string> Of(string unitCode) => [.. members.Where(m => m.Value.Contains(unitCode)).Select(m => m.Key).OrderBy(g => g.Code, StringComparer.Ordinal).Select(g => g.Name)];

    /// <summary>Puts a unit into the groups that its row names, and out of all others.</summary>
    /// <param name="row">The row.</param>
    /// <param name="unitCode">The unit.</param>
    /// <param name="typed">Names of groups, as the cell holds them.</param>
    public Problem? Place(int row, string unitCode, string typed)
    {
        var wanted = new HashSet<UnitGroup>();
        foreach (var name in UnitColumns.Split(typed))
        {
            var code = UnitGroup.CodeOf(name);
            var group = members.Keys.FirstOrDefault(g => UnitGroup.CodeOf(g.Name) == code);
            if (group is null && members.Keys.FirstOrDefault(g => g.Code == code) is { } renamed)
            {
                return Problem.Invalid(nameof(Problems.UnitGroupTaken), renamed.Name);
            }

            if (group is null && (code.Length == 0 || name.Length > UnitFacts.MaxName))
            {
                return Problem.Invalid(nameof(Problems.UnitNameNeeded), UnitFacts.MaxName);
            }

            if (group is null)
            {
                Added.Add(group = new UnitGroup(code, name));
                members[group] = [];
            }

            wanted.Add(group);
        }

        foreach (var (group, inIt) in members)
        {
            if (wanted.Contains(group))
            {
                inIt.Add(unitCode);
            }
            else if (inIt.Remove(unitCode))
            {
                left[group] = (row, typed);
            }
        }

        return null;
    }

    /// <summary>Writes the members into the groups.</summary>
    /// <returns>Rows that leave a group without units.</returns>
    public IReadOnlyList<(int Row, string Stood, Problem Problem)> Finish()
    {
        var emptied = new List<(int, string, Problem)>();
        foreach (var (group, inIt) in members.Where(m => !m.Value.SetEquals(m.Key.Members.Select(x => x.UnitCode))))
        {
            Changed.Add(group);
            if (group.Describe(group.Name, group.Aliases, inIt) is not null && left.TryGetValue(group, out var last))
            {
                emptied.Add((last.Row, last.Stood, Problem.Invalid(nameof(Problems.UnitsGroupEmptied), group.Name)));
            }
        }

        return emptied;
    }
}
