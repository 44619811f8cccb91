using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>A group with its units by name.</summary>
public sealed record GroupMembers(string Code, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<UnitName> Units);

/// <summary>The groups of units, and the units to choose from.</summary>
/// <param name="Groups">By name.</param>
/// <param name="Units">All units in official order, also those that ended.</param>
public sealed record GroupListModel(IReadOnlyList<GroupMembers> Groups, IReadOnlyList<UnitName> Units);

/// <summary>The groups of units, for the administrator.</summary>
public sealed class GroupList(Reader reader)
{
    /// <summary>Reads them.</summary>
    public Task<Outcome<GroupListModel>> RunAsync() => reader.RunAsync<GroupListModel>(nameof(GroupList), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var units = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Code).Select(u => new UnitName(u.Code, u.LoginCode, u.Name, u.EndedAt == null)).ToListAsync();
        var groups = await db.UnitGroups.Include(g => g.Members).OrderBy(g => g.Code).ToListAsync();
        return new GroupListModel([.. groups.Select(g => (Group: g, Members: g.Members.Select(m => m.UnitCode).ToHashSet())).Select(g => new GroupMembers(g.Group.Code, g.Group.Name, g.Group.Aliases, [.. units.Where(u => g.Members.Contains(u.Code))]))], units);
    });
}

/// <summary>A group as it was typed.</summary>
/// <param name="Code">Which group; null for a new one.</param>
/// <param name="Name">As letters call them.</param>
/// <param name="Aliases">Other spellings.</param>
/// <param name="UnitLogins">Who belongs to it, by login code.</param>
public sealed record GroupInput(string? Code, string? Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> UnitLogins);
