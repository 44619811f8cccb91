using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Platform.Options;

namespace Portal.Features.SignIn;

/// <summary>A sample person of the demonstration, as the sign-in page offers him.</summary>
public sealed record SamplePerson(string UserName, string Name, Role Role, string UnitName);

/// <summary>Who can be tried in the demonstration; nobody outside it. It also tells whether anybody can sign in at all.</summary>
public sealed class SamplePeople(IDbContextFactory<PortalDb> dbs, PortalOptions options)
{
    /// <summary>Reads them in official order.</summary>
    /// <returns>Whether any account exists, and the samples.</returns>
    public async Task<(bool AnyAccount, IReadOnlyList<SamplePerson> People)> RunAsync()
    {
        await using var db = dbs.CreateDbContext();
        var any = await db.Users.AnyAsync();
        if (!options.Demo.Enabled)
        {
            return (any, []);
        }

        var people = await (from a in db.Users
                            join p in db.People on a.PersonId equals p.Id
                            join u in db.Units on p.UnitCode equals u.Code
                            join r in db.RoleAssignments on p.Id equals r.PersonId
                            where r.To == null
                            orderby u.Order, a.UserName
                            select new SamplePerson(a.UserName!, p.Name, r.Role, u.Name)).ToListAsync();
        return (any, people);
    }
}
