using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.People;

/// <summary>One role that somebody holds or held.</summary>
public sealed record RoleLine(Role Role, string UnitName, DateTimeOffset From, DateTimeOffset? To);

/// <summary>One person as the administrator sees him.</summary>
/// <param name="Own">It is the reader himself.</param>
public sealed record PersonLine(int Id, string UserName, string Name, string UnitCode, string UnitName, bool Active, bool Own, IReadOnlyList<RoleLine> Roles);

/// <summary>The people, for the administrator.</summary>
/// <param name="Lines">In official order of units, then by user name.</param>
/// <param name="Active">How many of all that were found may act.</param>
public sealed record PeopleModel(Paged<PersonLine> Lines, int Active);

/// <summary>Who works with the portal, with which roles, since when; also who no longer does.</summary>
public sealed class PersonList(Reader reader)
{
    /// <summary>Reads them.</summary>
    /// <param name="filter">Part of a name, user name, unit or unit code, with or without accents; null for all.</param>
    /// <param name="page">Which page, from 1.</param>
    public Task<Outcome<PeopleModel>> RunAsync(string? filter, int? page) => reader.RunAsync<PeopleModel>(nameof(PersonList), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var units = await db.Units.ToDictionaryAsync(u => u.Code);
        var names = await db.Users.ToDictionaryAsync(a => a.PersonId, a => a.UserName!);
        var people = await db.People.Include(p => p.Roles).ToListAsync();
        var wanted = Fold.Of(filter ?? "").Trim();
        var found = people
            .Select(p => new PersonLine(p.Id, names.GetValueOrDefault(p.Id, ""), p.Name, units[p.UnitCode].LoginCode, units[p.UnitCode].Name, p.Active, p.Id == actor.PersonId,
                [.. p.Roles.OrderBy(r => r.From).Select(r => new RoleLine(r.Role, units[r.UnitCode].Name, r.From, r.To))]))
            .Where(l => Fold.Of($"{l.Name} {l.UserName} {l.UnitName} {l.UnitCode}").Contains(wanted, StringComparison.Ordinal))
            .OrderBy(l => units.Values.First(u => u.LoginCode == l.UnitCode).Order).ThenBy(l => l.UserName, StringComparer.Ordinal)
            .ToList();
        return new PeopleModel(Paging.Cut(found, page), found.Count(l => l.Active));
    });
}
