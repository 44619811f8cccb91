using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;

namespace Portal.Platform.Identity;

/// <summary>Who is signed in on this request or circuit. The cookie says only who; what he may do is read from the database each time.</summary>
public sealed class CurrentUser
{
    /// <summary>The claim that holds the person's key.</summary>
    public const string PersonClaim = "portal:person";

    /// <summary>The person, or null before sign-in.</summary>
    public int? PersonId { get; private set; }

    /// <summary>Takes the person from a principal: the middleware does so for a request, the circuit handler for a circuit.</summary>
    public void Take(ClaimsPrincipal principal) =>
        PersonId = int.TryParse(principal.FindFirstValue(PersonClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Acts as a person without a principal: commands on the server and the demonstration's seed.</summary>
    public void Become(int personId) => PersonId = personId;

    /// <summary>The actor with the rights that hold at that instant; null when nobody is signed in, or the person was disabled.</summary>
    public async Task<Actor?> ReadAsync(PortalDb db, DateTimeOffset at)
    {
        if (PersonId is not { } id)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().Where(p => p.Id == id && p.Active)
            .Select(p => new { p.Name, p.UnitCode, Roles = p.Roles.Where(r => r.From <= at && (r.To == null || r.To > at)).Select(r => new Holding(r.Role, r.UnitCode)).ToList() })
            .SingleOrDefaultAsync();
        if (person is null)
        {
            return null;
        }

        var delegated = await db.Delegations.AsNoTracking().InForce(db, at).Where(d => d.DelegateId == id)
            .Select(d => new Holding(Role.Head, d.UnitCode) { InPlaceOf = d.HeadId, Delegation = d.Id }).ToListAsync();
        return new Actor(id, person.Name, person.UnitCode, (await db.SuccessionAsync(at)).Carry([.. person.Roles, .. delegated]));
    }
}
