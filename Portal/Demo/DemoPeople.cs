using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Domain.Requests;

namespace Portal.Demo;

/// <summary>The sample people: two in each of the 28 units, the coordinator, the leader, the observer, the administrator. Named by role, not by invented person.</summary>
public static class DemoPeople
{
    /// <summary>Their common password.</summary>
    public const string Password = "portal-demo-2024!";

    /// <summary>Makes them.</summary>
    /// <param name="db">Where to.</param>
    /// <param name="letter">The letter whose units they belong to.</param>
    /// <param name="from">Since when their roles hold.</param>
    public static async Task CreateAsync(PortalDb db, RequestDefinition letter, DateTimeOffset from)
    {
        var hash = new PasswordHasher<Account>().HashPassword(new Account(), Password);
        var coordinating = letter.CoordinatingUnitCode;
        var leaders = letter.OrganisationUnits[0].Code;
        var office = letter.OrganisationUnits[^1].Code;
        (string UserName, string Name, Role Role, string Unit)[] people =
        [
            .. letter.Units.Select(u => ($"{u.LoginCode}.canbo", DemoText.Officer, Role.Officer, u.Code)),
            .. letter.Units.Select(u => ($"{u.LoginCode}.thutruong", DemoText.Head, Role.Head, u.Code)),
            ($"{letter.Units.First(u => u.Code == coordinating).LoginCode}.dieuphoi", DemoText.Coordinator, Role.Coordinator, coordinating),
            ("lanhdao", DemoText.Leader, Role.Leader, leaders),
            ("quansat", DemoText.Observer, Role.Observer, office),
            ("quantri", DemoText.Administrator, Role.Administrator, office),
        ];
        var taken = await db.Users.Select(a => a.UserName!).ToHashSetAsync();
        foreach (var (userName, name, role, unit) in people.Where(p => !taken.Contains(p.UserName)))
        {
            var person = new Person(name, unit);
            person.Grant(role, unit, from);
            db.People.Add(person);
            await db.SaveChangesAsync();
            db.Users.Add(new Account { UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), PersonId = person.Id, PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = false });
        }

        await db.SaveChangesAsync();
    }
}
