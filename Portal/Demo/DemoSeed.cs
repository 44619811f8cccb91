using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain.People;
using Portal.Features.Requests;
using Portal.Platform;
using Portal.Platform.Identity;
using Portal.Platform.Options;

namespace Portal.Demo;

/// <summary>Fills an empty portal with the demonstration, and sets its clock. The answers are made by running the real use cases at sample times.</summary>
public sealed class DemoSeed(IDbContextFactory<PortalDb> dbs, FormCatalog forms, PortalClock clock, PortalOptions options, IServiceScopeFactory scopes)
{
    /// <summary>The name under which the clock's lead is kept, so that the demonstration's time ticks on over a restart.</summary>
    public const string ClockSetting = "demo.clock";

    private static readonly DateTimeOffset DefaultStart = new(2024, 7, 1, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Seeds once; later starts only set the clock.</summary>
    public async Task RunAsync()
    {
        await using var db = dbs.CreateDbContext();
        if (!await db.Users.AnyAsync())
        {
            var request = await db.Requests.OrderBy(r => r.Id).FirstAsync();
            var letter = await forms.OfAsync(request.Id, request.FormVersion);
            await DemoPeople.CreateAsync(db, letter, DefaultStart.AddMonths(-6));
            clock.MoveTo(DefaultStart.AddDays(-6));
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(await db.RoleAssignments.Where(r => r.Role == Role.Coordinator).Select(r => r.PersonId).FirstAsync());
            if (await scope.ServiceProvider.GetRequiredService<IssueRequest>().RunAsync(request.Code, false, Guid.NewGuid()) is { } problem)
            {
                throw new InvalidOperationException(problem.Text);
            }
        }

        await StartClockAsync(db);
    }

    private async Task StartClockAsync(PortalDb db)
    {
        var kept = await db.Settings.FindAsync(ClockSetting);
        if (options.Demo.Start is null && kept is not null)
        {
            clock.Shift(TimeSpan.FromTicks(long.Parse(kept.Value, CultureInfo.InvariantCulture)));
            return;
        }

        clock.MoveTo(options.Demo.Start ?? DefaultStart);
        await KeepClockAsync(db, clock);
    }

    /// <summary>Keeps the clock's lead.</summary>
    public static async Task KeepClockAsync(PortalDb db, PortalClock clock)
    {
        var setting = await db.Settings.FindAsync(ClockSetting) ?? db.Settings.Add(new Setting { Name = ClockSetting }).Entity;
        setting.Value = clock.Offset.Ticks.ToString(CultureInfo.InvariantCulture);
        await db.SaveChangesAsync();
    }
}
