using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.Units;

/// <summary>A unit as the administrator sees it: no states, no answers.</summary>
/// <param name="Code">The key.</param>
/// <param name="ParentCode">The unit it belongs to.</param>
/// <param name="Officers">Active people who can fill in.</param>
/// <param name="Heads">Active people who can sign off.</param>
/// <param name="People">Active people who belong to it.</param>
/// <param name="EndedAt">From when it is no more; null while nothing is decided.</param>
/// <param name="Successor">The name of who takes over.</param>
public sealed record UnitLine(string Code, string? ParentCode, int Order, string LoginCode, string Name, string FullName, int Officers, int Heads, int People, DateTimeOffset? EndedAt, string? Successor)
{
    /// <summary>How deep it stands, from 1.</summary>
    public int Level { get; init; } = 1;

    /// <summary>It stands here only because what was found belongs to it.</summary>
    public bool Around { get; init; }

    /// <summary>The groups it belongs to, by name.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>One page of the tree of units.</summary>
/// <param name="Rows">Each unit before those that belong to it; siblings in official order.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Total">How many units were found.</param>
public sealed record UnitTree(IReadOnlyList<UnitLine> Rows, int Page, int Pages, int Total);

/// <summary>The units as a tree, for the administrator.</summary>
public sealed class UnitList(Reader reader)
{
    /// <summary>Reads them.</summary>
    /// <param name="filter">Part of the name, with or without accents, of the code or of a group's name; null for all.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <returns>What was found, with the units to which it belongs.</returns>
    public Task<Outcome<UnitTree>> RunAsync(string? filter, int? page) => reader.RunAsync<UnitTree>(nameof(UnitList), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var lines = UnitBranches.Of(await ReadAsync(db));
        var wanted = Fold.Of(filter ?? "").Trim();
        var cut = Paging.Cut([.. lines.Where(l => Fold.Of($"{l.Name} {l.FullName} {l.LoginCode} {l.Code} {string.Join(' ', l.Groups)}").Contains(wanted, StringComparison.Ordinal))], page);
        return new UnitTree(UnitBranches.WithAround(lines, cut.Rows), cut.Page, cut.Pages, cut.Total);
    });

    private static async Task<IReadOnlyList<UnitLine>> ReadAsync(PortalDb db)
    {
        var active = db.People.Where(p => p.Active);
        var groups = (await db.UnitGroups.Include(g => g.Members).OrderBy(g => g.Code).ToListAsync()).SelectMany(g => g.Members.Select(m => (m.UnitCode, g.Name))).ToLookup(g => g.UnitCode, g => g.Name);
        var lines = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Code).Select(u => new UnitLine(u.Code, u.ParentCode, u.Order, u.LoginCode, u.Name, u.FullName,
            db.RoleAssignments.Count(r => r.UnitCode == u.Code && r.Role == Role.Officer && r.To == null && active.Any(p => p.Id == r.PersonId)),
            db.RoleAssignments.Count(r => r.UnitCode == u.Code && r.Role == Role.Head && r.To == null && active.Any(p => p.Id == r.PersonId)),
            active.Count(p => p.UnitCode == u.Code), u.EndedAt, db.Units.Where(x => x.Code == u.SuccessorCode).Select(x => x.Name).FirstOrDefault())).ToListAsync();
        return [.. lines.Select(l => l with { Groups = [.. groups[l.Code]] })];
    }
}
