using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;

namespace Portal.Features.Delegations;

/// <summary>Who may see and change the delegations of a unit: its head in his own right, and the administrator.</summary>
internal static class DelegationGate
{
    /// <summary>The unit, when the actor may.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="unitLogin">Which unit; null for the one he heads.</param>
    public static async Task<Outcome<Unit>> OpenAsync(PortalDb db, Actor actor, string? unitLogin)
    {
        var own = actor.Holdings.Where(h => h.Role == Role.Head && h.Delegation is null).Select(h => h.UnitCode).ToList();
        var unit = await db.Units.Where(u => unitLogin == null ? own.Contains(u.Code) : u.LoginCode == unitLogin).OrderBy(u => u.Order).FirstOrDefaultAsync();
        if (unit is not null && (actor.Is(Role.Administrator) || actor.Heads(unit.Code)))
        {
            return unit;
        }

        var sees = unitLogin is null || actor.SeesAllUnits || actor.Is(Role.Coordinator) || (unit is not null && actor.WorksIn(unit.Code));
        return sees ? Problem.Refused(nameof(Problems.OnlyTheHeadDelegates)) : Problem.NotFound;
    }

    /// <summary>The unit has an active head of its own.</summary>
    public static Task<bool> HeadedAsync(PortalDb db, string unitCode, DateTimeOffset at) =>
        db.People.AnyAsync(p => p.Active && p.Roles.Any(r => r.Role == Role.Head && r.UnitCode == unitCode && r.From <= at && (r.To == null || r.To > at)));
}
