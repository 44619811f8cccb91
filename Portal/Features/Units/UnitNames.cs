using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>All units by name.</summary>
/// <param name="Units">In official order, also those that ended.</param>
/// <param name="Kinds">Kinds that occur.</param>
public sealed record UnitNameList(IReadOnlyList<UnitName> Units, IReadOnlyList<string> Kinds)
{
    /// <summary>Those about whose end nothing is decided.</summary>
    public IReadOnlyList<UnitName> Standing => [.. Units.Where(u => u.Stands)];
}

/// <summary>All units by name, for the administrator to choose from.</summary>
public sealed class UnitNames(Reader reader)
{
    /// <summary>Reads them.</summary>
    public Task<Outcome<UnitNameList>> RunAsync() => reader.RunAsync<UnitNameList>(nameof(UnitNames), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var units = await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Code).Select(u => new UnitName(u.Code, u.LoginCode, u.Name, u.EndedAt == null)).ToListAsync();
        return new UnitNameList(units, await db.Units.Where(u => u.Kind != null).Select(u => u.Kind!).Distinct().OrderBy(k => k).ToListAsync());
    });
}
