using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Platform;
using Portal.Platform.Options;

namespace Portal.Demo;

/// <summary>The demonstration's time: where it starts, and how far ahead of the system's it is, kept so that it ticks on over a restart.</summary>
public sealed class DemoClock(IDbContextFactory<PortalDb> dbs, PortalClock clock, PortalOptions options)
{
    /// <summary>The name under which the clock's lead is kept.</summary>
    public const string Setting = "demo.clock";

    private static readonly DateTimeOffset DefaultStart = new(2024, 7, 1, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>When the demonstration starts: <c>Demo:Now</c>, else 01/7/2024 08:00 (+07:00).</summary>
    public DateTimeOffset Start => options.Demo.Start ?? DefaultStart;

    /// <summary>The earliest time it may be set to: the coordinator has issued the request by then.</summary>
    public static DateTimeOffset Earliest { get; } = DefaultStart.AddDays(-6);

    /// <summary>The latest.</summary>
    public static DateTimeOffset Latest { get; } = DefaultStart.AddYears(1);

    /// <summary>Sets the clock when the portal starts: ticks on from where it was kept, unless <c>Demo:Now</c> says otherwise.</summary>
    public async Task RunOnAsync()
    {
        await using var db = dbs.CreateDbContext();
        var kept = await db.Settings.FindAsync(Setting);
        if (options.Demo.Start is null && kept is not null)
        {
            clock.Shift(TimeSpan.FromTicks(long.Parse(kept.Value, CultureInfo.InvariantCulture)));
            return;
        }

        var ahead = Ahead(Start);
        await KeepAsync(db, ahead);
        await db.SaveChangesAsync();
        clock.Shift(ahead);
    }

    /// <summary>How far ahead of the system's time the clock must be, so that it is that instant now.</summary>
    public TimeSpan Ahead(DateTimeOffset now) => now - (clock.Now - clock.Offset);

    /// <summary>Keeps the lead; the caller saves.</summary>
    public static async Task KeepAsync(PortalDb db, TimeSpan ahead)
    {
        var setting = await db.Settings.FindAsync(Setting) ?? db.Settings.Add(new Setting { Name = Setting }).Entity;
        setting.Value = ahead.Ticks.ToString(CultureInfo.InvariantCulture);
    }
}
