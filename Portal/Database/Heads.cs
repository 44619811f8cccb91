using Portal.Domain.People;

namespace Portal.Database;

/// <summary>Who heads a unit, and who acts in the head's place.</summary>
public static class Heads
{
    /// <summary>The delegations that hold at an instant: of their days, not revoked, both people still in the unit and active.</summary>
    public static IQueryable<Delegation> InForce(this IQueryable<Delegation> delegations, PortalDb db, DateTimeOffset at) => delegations.Where(d =>
        d.RevokedAt == null && d.From <= at && d.Until > at
        && db.People.Any(p => p.Id == d.DelegateId && p.Active && p.Roles.Any(r => r.UnitCode == d.UnitCode && r.From <= at && (r.To == null || r.To > at)))
        && (d.HeadId == null || db.People.Any(p => p.Id == d.HeadId && p.Active && p.Roles.Any(r => r.Role == Role.Head && r.UnitCode == d.UnitCode && r.From <= at && (r.To == null || r.To > at)))));

    /// <summary>The active heads of a unit at an instant, and those who act in their place then: whom to tell what waits for the head.</summary>
    public static IQueryable<Person> HeadsOf(this PortalDb db, string unitCode, DateTimeOffset at)
    {
        var delegates = db.Delegations.InForce(db, at).Where(d => d.UnitCode == unitCode).Select(d => d.DelegateId);
        return db.People.Where(p => p.Active && (delegates.Contains(p.Id) || p.Roles.Any(r => r.Role == Role.Head && r.UnitCode == unitCode && r.From <= at && (r.To == null || r.To > at))));
    }
}
