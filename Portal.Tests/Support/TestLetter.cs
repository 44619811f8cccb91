using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
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
        var letter = BinhSonLetter.Request;
        await using (var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync())
        {
            var units = letter.Units.Concat(letter.OrganisationUnits).ToList();
            db.Units.AddRange(units.Select(u => new Unit(u.Code, u.LoginCode, u.Name, u.FullName, u.ShortName, u.Order)));
            var request = new ReportingRequest(letter.Code, letter.Letter.Subject, letter.CoordinatingUnitCode, new Deadline(letter.Deadline.Instant, letter.Deadline.Inclusive), letter.SignedReport);
            db.FormVersions.Add(new FormVersion(request, 1, BinhSonLetter.Json));
            await db.SaveChangesAsync();
            await AddPeopleAsync(db, units);
        }

        await IssueAsync(services, letter);
    }

    private static async Task AddPeopleAsync(PortalDb db, List<RequestUnit> units)
    {
        var people = new List<(string UserName, Person Person)>();
        void Add(string userName, string name, string unit, Role role)
        {
            var person = new Person(name, unit);
            person.Grant(role, unit, Before);
            people.Add((userName, person));
        }

        foreach (var unit in units.Where(u => u.GroupCode is not null))
        {
            Add($"{unit.LoginCode}.canbo", $"Cán bộ {unit.Name}", unit.Code, Role.Officer);
            Add($"{unit.LoginCode}.thutruong", $"Thủ trưởng {unit.Name}", unit.Code, Role.Head);
        }

        var organisation = units.First(u => u.Code == "UBNDH").Code;
        Add("p-ldtbxh.dieuphoi", "Cán bộ đầu mối", Coordinating, Role.Coordinator);
        Add("lanhdao", "Lãnh đạo UBND huyện", organisation, Role.Leader);
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

    private static async Task IssueAsync(IServiceProvider services, RequestDefinition letter)
    {
        await using var scope = services.CreateAsyncScope();
        var dbs = scope.ServiceProvider.GetRequiredService<IDbContextFactory<PortalDb>>();
        await using (var db = await dbs.CreateDbContextAsync())
        {
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(await db.Users.Where(u => u.UserName == "p-ldtbxh.dieuphoi").Select(u => u.PersonId).SingleAsync());
        }

        var issued = await scope.ServiceProvider.GetRequiredService<Writer>().RunAsync<int>("Issue", letter.Code, Guid.NewGuid(), async work =>
        {
            var request = await work.Db.Requests.SingleAsync(r => r.Code == letter.Code);
            if (request.Issue(work.Act.At, pastDeadlineConfirmed: false) is { } problem)
            {
                return problem;
            }

            work.Db.Submissions.AddRange(letter.Units.Select(u =>
                new Submission(request.Id, u.Code, u.GroupCode!, u.Order, request.FormVersion, letter.ReportItemsOf(u.Code).Select(i => i.Code), work.Act.At)));
            work.Act.Record(EventVerb.Issued, request.Id);
            return request.Id;
        });
        Assert.Null(issued.Problem);
    }
}
