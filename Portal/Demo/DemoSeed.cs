using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Requests;
using Portal.Features.Requests;
using Portal.Platform.Options;

namespace Portal.Demo;

/// <summary>Fills an empty portal with the demonstration, once, and sets its clock at every start.</summary>
public sealed partial class DemoSeed(IDbContextFactory<PortalDb> dbs, FormCatalog forms, SamplePlay play, LetterLoader letters, DemoClock clock, PortalOptions options, ILogger<DemoSeed> log)
{
    private const string DoneSetting = "demo.filled";

    /// <summary>Fills and sets the clock.</summary>
    /// <exception cref="StartRefusedException">A sample step was refused, or an earlier filling did not come to its end.</exception>
    public async Task RunAsync()
    {
        await using var db = dbs.CreateDbContext();
        if (!await db.Users.AnyAsync())
        {
            await FillAsync(db);
        }
        else if (await db.Settings.FindAsync(DoneSetting) is null)
        {
            throw new StartRefusedException("The data folder holds accounts, but not a whole demonstration. Run 'Portal demo reset', or name another Data:Folder.");
        }

        await clock.RunOnAsync();
    }

    private async Task FillAsync(PortalDb db)
    {
        var watch = Stopwatch.StartNew();
        var request = await db.Requests.OrderBy(r => r.Id).FirstAsync();
        var letter = await forms.OfAsync(request.Id, request.FormVersion);
        await DemoPeople.CreateAsync(db, letter, LastYear.Issued.AddMonths(-6));
        var coordinator = $"{letter.Units.First(u => u.Code == letter.CoordinatingUnitCode).LoginCode}.dieuphoi";
        var text = await Samples.TextAsync();
        if (options.Demo.LastYear)
        {
            await PlayLastYearAsync(db, letter, coordinator, text);
        }

        await play.IssueAsync(request.Code, coordinator, DemoClock.Earliest);
        var samples = Samples.Parse(text);
        await play.RunAsync(request.Code, coordinator, samples.Reports);
        db.Settings.Add(new Setting { Name = DoneSetting, Value = "1" });
        await db.SaveChangesAsync();
        LogFilled(await db.Users.CountAsync(), samples.Reports.Count, watch.Elapsed.TotalSeconds);
    }

    private async Task PlayLastYearAsync(PortalDb db, RequestDefinition letter, string coordinator, string samples)
    {
        var earlier = await letters.LoadAsync(LastYear.Letter(await db.FormVersions.Select(f => f.Definition).SingleAsync()));
        await play.IssueAsync(earlier, coordinator, LastYear.Issued);
        await play.RunAsync(earlier, coordinator, LastYear.Reports(samples, letter));
        await play.CloseAsync(earlier, "lanhdao", DemoText.LastYearClosed);
        await db.Notices.ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, n => n.At)); // read long ago
    }

    [LoggerMessage(LogLevel.Information, "Demonstration filled: {People} people, {Reports} reports, in {Seconds:0.0} s")]
    private partial void LogFilled(int people, int reports, double seconds);
}
