using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>A unit to be named or chosen.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Login">Its login code.</param>
/// <param name="Name">As letters call it.</param>
/// <param name="Stands">Whether nothing is decided about its end.</param>
public sealed record UnitName(string Code, string Login, string Name, bool Stands)
{
    /// <summary>Whether words, with or without accents, stand in its name or its codes.</summary>
    public bool Fits(string? words) => string.IsNullOrWhiteSpace(words) || Fold.Of($"{Name} {Login} {Code}").Contains(Fold.Of(words).Trim(), StringComparison.Ordinal);
}

/// <summary>One change of units, with the units by name.</summary>
public sealed record ChangeLine(UnitChangeKind Kind, DateTimeOffset From, string Paper, IReadOnlyList<UnitName> Before, IReadOnlyList<UnitName> After);

/// <summary>A group a unit belongs to.</summary>
public sealed record GroupLine(string Code, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> UnitCodes);

/// <summary>One unit with all that describes it.</summary>
/// <param name="Below">What belongs to it.</param>
/// <param name="Others">All other units in official order, to choose from.</param>
/// <param name="Kinds">Kinds that occur.</param>
public sealed record UnitDetails(string Code, string Login, string? OfficialCode, UnitFacts Facts, int Version, DateTimeOffset? EndedAt, UnitName? Successor, UnitName? Parent,
    IReadOnlyList<UnitName> Below, IReadOnlyList<ChangeLine> History, IReadOnlyList<GroupLine> Groups, IReadOnlyList<UnitName> Others, IReadOnlyList<string> Kinds);

/// <summary>One unit, for the administrator.</summary>
public sealed class UnitView(Reader reader)
{
    /// <summary>Reads it.</summary>
    /// <param name="unitLogin">Which, by its login code.</param>
    public Task<Outcome<UnitDetails>> RunAsync(string unitLogin) => reader.RunAsync<UnitDetails>(nameof(UnitView), unitLogin, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var units = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync();
        if (units.Find(u => u.LoginCode == unitLogin) is not { } unit)
        {
            return Problem.NotFound;
        }

        UnitName? Named(string? code) => units.Find(u => u.Code == code) is { } u ? Name(u) : null;
        IReadOnlyList<UnitName> All(IReadOnlyList<string> codes) => [.. codes.Select(Named).OfType<UnitName>()];
        var changes = (await db.UnitChanges.OrderBy(c => c.From).ThenBy(c => c.Id).ToListAsync()).Where(c => c.Before.Contains(unit.Code) || c.After.Contains(unit.Code));
        var groups = await db.UnitGroups.Include(g => g.Members).Where(g => g.Members.Any(m => m.UnitCode == unit.Code)).OrderBy(g => g.Code).ToListAsync();
        return new UnitDetails(unit.Code, unit.LoginCode, unit.OfficialCode, unit.Facts(), unit.Version, unit.EndedAt, Named(unit.SuccessorCode), Named(unit.ParentCode),
            [.. units.Where(u => u.ParentCode == unit.Code).Select(Name)],
            [.. changes.Select(c => new ChangeLine(c.Kind, c.From, c.Paper, All(c.Before), All(c.After)))],
            [.. groups.Select(g => new GroupLine(g.Code, g.Name, g.Aliases, [.. g.Members.Select(m => m.UnitCode)]))],
            [.. units.Where(u => u != unit).Select(Name)], [.. units.Select(u => u.Kind).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    });

    private static UnitName Name(Unit u) => new(u.Code, u.LoginCode, u.Name, u.EndedAt is null);
}
