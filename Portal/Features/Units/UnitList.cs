using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.Units;

/// <summary>A unit as the administrator sees it: no states, no answers.</summary>
/// <param name="Officers">Active people who can fill in.</param>
/// <param name="Heads">Active people who can sign off.</param>
/// <param name="People">Active people who belong to it.</param>
/// <param name="EndedAt">From when it is no more; null while nothing is decided.</param>
/// <param name="Successor">The name of who takes over.</param>
public sealed record UnitLine(int Order, string LoginCode, string Name, string FullName, int Officers, int Heads, int People, DateTimeOffset? EndedAt, string? Successor);

/// <summary>The units, for the administrator.</summary>
public sealed class UnitList(Reader reader)
{
    /// <summary>Reads them in official order.</summary>
    /// <param name="filter">Part of the name, with or without accents, or of the code; null for all.</param>
    /// <param name="page">Which page, from 1.</param>
    public Task<Outcome<Paged<UnitLine>>> RunAsync(string? filter, int? page) => reader.RunAsync<Paged<UnitLine>>(nameof(UnitList), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var active = db.People.Where(p => p.Active);
        var lines = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Code).Select(u => new UnitLine(u.Order, u.LoginCode, u.Name, u.FullName,
            db.RoleAssignments.Count(r => r.UnitCode == u.Code && r.Role == Role.Officer && r.To == null && active.Any(p => p.Id == r.PersonId)),
            db.RoleAssignments.Count(r => r.UnitCode == u.Code && r.Role == Role.Head && r.To == null && active.Any(p => p.Id == r.PersonId)),
            active.Count(p => p.UnitCode == u.Code), u.EndedAt, db.Units.Where(x => x.Code == u.SuccessorCode).Select(x => x.Name).FirstOrDefault())).ToListAsync();
        var wanted = Fold.Of(filter ?? "").Trim();
        return Paging.Cut([.. lines.Where(l => Fold.Of($"{l.Name} {l.FullName} {l.LoginCode}").Contains(wanted, StringComparison.Ordinal))], page);
    });
}
