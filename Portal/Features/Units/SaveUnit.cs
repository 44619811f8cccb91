using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>What was typed for one unit.</summary>
/// <param name="Login">Which unit is changed, by its login code; null for a new one.</param>
/// <param name="Version">Which state of it was shown.</param>
/// <param name="Unit">What was typed; the codes count for a new unit only.</param>
public sealed record UnitInput(string? Login, int Version, NewUnit Unit);

/// <summary>Adds a unit or changes what describes one.</summary>
public sealed class SaveUnit(Writer writer)
{
    /// <summary>Saves it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>Its login code.</returns>
    public Task<Outcome<string>> RunAsync(UnitInput typed, Guid key) => writer.RunAsync<string>(nameof(SaveUnit), typed.Login, key, async work =>
    {
        var (db, act) = work;
        if (!act.Actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        Unit unit;
        if (typed.Login is null)
        {
            var made = await typed.Unit.AddAsync(db);
            if (made.Problem is { } wrong)
            {
                return wrong;
            }

            unit = made.Value!;
        }
        else if (await db.Units.SingleOrDefaultAsync(u => u.LoginCode == typed.Login) is not { } known)
        {
            return Problem.NotFound;
        }
        else if (known.Version != typed.Version)
        {
            return Problem.Stale(nameof(Problems.StalePage));
        }
        else if (known.Describe(typed.Unit.Facts, await NewUnit.ParentsAsync(db)) is { } wrong)
        {
            return wrong;
        }
        else
        {
            unit = known;
        }

        await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.UnitsChanged, act.Actor.PersonId, nameof(SaveUnit), $"{unit.LoginCode}: {unit.Name}", null));
        return unit.LoginCode;
    });
}
