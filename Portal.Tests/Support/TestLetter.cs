using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Database;
using Portal.Domain.People;
using Portal.Features.Calendar;
using Portal.Features.Reasons;
using Portal.Features.Requests;
using Portal.Platform.Identity;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Support;

/// <summary>What every test's database starts with: the letter, issued, its units, and somebody for every role. People are named by role, never by an invented person.</summary>
internal static class TestLetter
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "portal-demo-2024!";

    /// <summary>The unit that coordinates the letter's request.</summary>
    public const string Coordinating = "P-LDTBXH";

    /// <summary>Somebody who had the officer's role in 21046 and was disabled.</summary>
    public const string Disabled = "21046.thoiviec";

    private static readonly DateTimeOffset Before = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Fills an empty, migrated database.</summary>
    public static async Task FillAsync(IServiceProvider services)
    {
        await services.GetRequiredService<LetterLoader>().RunAsync();
        await services.GetRequiredService<HolidayLoader>().RunAsync();
        await services.GetRequiredService<ReasonLoader>().RunAsync();
        await using var scope = services.CreateAsyncScope();
        await using (var db = scope.ServiceProvider.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext())
        {
            await AddPeopleAsync(db);
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(await db.Users.Where(u => u.UserName == TestPortal.Coordinator).Select(u => u.PersonId).SingleAsync());
        }

        Assert.Null(await scope.ServiceProvider.GetRequiredService<IssueRequest>().RunAsync(TestPortal.RequestCode, pastDeadlineConfirmed: false, Guid.NewGuid()));
    }

    private static async Task AddPeopleAsync(PortalDb db)
    {
        var people = new List<(string UserName, Person Person)>();
        void Add(string userName, string name, string unit, Role role)
        {
            var person = new Person(name, unit);
            person.Grant(role, unit, Before);
            people.Add((userName, person));
        }

        foreach (var unit in BinhSonLetter.Request.Units)
        {
            Add($"{unit.LoginCode}.canbo", $"Cán bộ {unit.Name}", unit.Code, Role.Officer);
            Add($"{unit.LoginCode}.thutruong", $"Thủ trưởng {unit.Name}", unit.Code, Role.Head);
        }

        const string organisation = "UBNDH";
        Add(TestPortal.Coordinator, "Cán bộ đầu mối", Coordinating, Role.Coordinator);
        Add("lanhdao", "Lãnh đạo UBND", organisation, Role.Leader);
        Add("quansat", "Người theo dõi", organisation, Role.Observer);
        Add("quantri", "Quản trị hệ thống", organisation, Role.Administrator);
        Add(Disabled, "Cán bộ đã thôi việc", "XA-21046", Role.Officer);
        people[^1].Person.Disable(Before.AddMonths(1));

        db.People.AddRange(people.Select(p => p.Person));
        await db.SaveChangesAsync();
        var hash = new PasswordHasher<Account>().HashPassword(new Account(), Password);
        db.Users.AddRange(people.Select(p => new Account
        {
            UserName = p.UserName,
            NormalizedUserName = p.UserName.ToUpperInvariant(),
            PasswordHash = hash,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            PersonId = p.Person.Id,
            LockoutEnabled = true,
        }));
        await db.SaveChangesAsync();
    }
}
