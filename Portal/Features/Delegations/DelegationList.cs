using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.Delegations;

/// <summary>Where a delegation stands.</summary>
public enum DelegationState
{
    /// <summary>Its first day has not come.</summary>
    Ahead,
    /// <summary>It holds.</summary>
    Holds,
    /// <summary>Its last day has passed.</summary>
    Over,
    /// <summary>It was ended before its last day.</summary>
    Ended,
    /// <summary>One of the two has left the unit or was disabled.</summary>
    Void,
}

/// <summary>One delegation.</summary>
/// <param name="InPlaceOf">In whose place; null where the unit had no head.</param>
/// <param name="Paper">Number and date of the paper.</param>
/// <param name="EndedAt">When it was ended before its day.</param>
public sealed record DelegationLine(int Id, string Name, string? InPlaceOf, DateOnly First, DateOnly Last, string? Paper, DelegationState State, DateTimeOffset? EndedAt);

/// <summary>Somebody who can be named, or a unit that can be chosen.</summary>
public sealed record DelegationChoice(string Key, string Name);

/// <summary>The delegations of one unit.</summary>
/// <param name="UnitLogin">Which unit; null while the administrator has chosen none.</param>
/// <param name="ByPaper">The reader names by paper: he is not the head.</param>
/// <param name="Headed">The unit has a head, who names for himself.</param>
/// <param name="Units">For the administrator: the units without a head.</param>
/// <param name="People">Who can be named.</param>
/// <param name="Lines">All of them, the latest first.</param>
public sealed record DelegationModel(string? UnitLogin, string UnitName, bool ByPaper, bool Headed, DateOnly Today,
    IReadOnlyList<DelegationChoice> Units, IReadOnlyList<DelegationChoice> People, IReadOnlyList<DelegationLine> Lines);

/// <summary>Who acts in the head's place, now, before and after.</summary>
public sealed class DelegationList(Reader reader, PortalClock clock)
{
    /// <summary>Reads them.</summary>
    /// <param name="unitLogin">Of which unit; null for the one that the reader heads.</param>
    public Task<Outcome<DelegationModel>> RunAsync(string? unitLogin) => reader.RunAsync<DelegationModel>(nameof(DelegationList), unitLogin, async (db, actor) =>
    {
        var at = clock.Now;
        var today = DateOnly.FromDateTime(VietTime.Local(at).DateTime);
        IReadOnlyList<DelegationChoice> units = actor.Is(Role.Administrator)
            ? await db.Units.Where(u => db.Submissions.Any(s => s.UnitCode == u.Code)
                    && !db.People.Any(p => p.Active && p.Roles.Any(r => r.Role == Role.Head && r.UnitCode == u.Code && r.From <= at && (r.To == null || r.To > at))))
                .OrderBy(u => u.Order).Select(u => new DelegationChoice(u.LoginCode, u.Name)).ToListAsync()
            : [];
        if (unitLogin is null && actor.Is(Role.Administrator) && !actor.Holdings.Any(h => h.Role == Role.Head && h.Delegation is null))
        {
            return new DelegationModel(null, "", true, false, today, units, [], []);
        }

        var opened = await DelegationGate.OpenAsync(db, actor, unitLogin);
        if (opened.Problem is { } refusal)
        {
            return refusal;
        }

        var unit = opened.Value!;
        var delegations = await db.Delegations.Where(d => d.UnitCode == unit.Code).OrderByDescending(d => d.From).ThenByDescending(d => d.Id).ToListAsync();
        var holding = await db.Delegations.InForce(db, at).Where(d => d.UnitCode == unit.Code).Select(d => d.Id).ToListAsync();
        var named = delegations.Select(d => d.DelegateId).Concat(delegations.Select(d => d.HeadId).OfType<int>()).Distinct().ToList();
        var names = await db.People.Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var people = (await db.People.Include(p => p.Roles).Where(p => p.Active && p.Roles.Any(r => r.UnitCode == unit.Code)).OrderBy(p => p.Id).ToListAsync())
            .Where(p => p.WorksIn(unit.Code, at) && !p.Heads(unit.Code, at));
        return new DelegationModel(unit.LoginCode, unit.Name, !actor.Heads(unit.Code), await DelegationGate.HeadedAsync(db, unit.Code, at), today, units,
            [.. people.Select(p => new DelegationChoice($"{p.Id}", p.Name))],
            [.. delegations.Select(d => new DelegationLine(d.Id, names[d.DelegateId], d.HeadId is { } head ? names[head] : null, d.FirstDay, d.LastDay, d.Paper, State(d, holding.Contains(d.Id), at), d.RevokedAt))]);
    });

    private static DelegationState State(Delegation d, bool holds, DateTimeOffset at) =>
        d.RevokedAt is not null ? DelegationState.Ended
        : d.Until <= at ? DelegationState.Over
        : d.From > at ? DelegationState.Ahead
        : holds ? DelegationState.Holds : DelegationState.Void;
}
