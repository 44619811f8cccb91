using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Database;
using Portal.Demo;
using Portal.Domain.Requests;
using Portal.Platform;
using Portal.Platform.Files;
using Portal.Platform.Identity;
using Portal.Platform.Options;

namespace Portal.Bench;

/// <summary>How much to fill in.</summary>
/// <param name="Units">Units of each request.</param>
/// <param name="Requests">Requests.</param>
/// <param name="Number">Decides every value that is not given by the letter.</param>
internal sealed record SeedSize(int Units, int Requests, int Number);

/// <summary>Fills an empty database. Time stands still but for what the seed sets, keys and texts come from the seed's number: same seed, same rows.
/// The first request of up to 28 units is played by the use cases; the volume beyond it runs the domain's verbs and is saved in batches.</summary>
internal static class Seed
{
    /// <summary>When a seeded portal begins.</summary>
    internal static readonly DateTimeOffset Start = new(2024, 6, 25, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Fills and prints.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(SeedSize size, string provider, string? connection, string folder)
    {
        var watch = Stopwatch.StartNew();
        await using var services = Compose(provider, connection, folder);
        var dbs = services.GetRequiredService<IDbContextFactory<PortalDb>>();
        Directory.CreateDirectory(folder);
        await DatabaseSetup.MigrateAsync(dbs);
        await using (var db = dbs.CreateDbContext())
        {
            if (await db.Units.AnyAsync())
            {
                await Console.Error.WriteLineAsync("The database is not empty. Name another --data folder or database.");
                return 1;
            }
        }

        var letters = BenchLetters.Make(await OriginalAsync(), size);
        var clock = services.GetRequiredService<PortalClock>();
        clock.MoveTo(Start);
        await LoadAsync(dbs, letters, size);
        var random = new Random(size.Number);
        foreach (var (k, (letter, _)) in letters.Index())
        {
            var play = new SamplePlay(services.GetRequiredService<IServiceScopeFactory>(), dbs, clock, services.GetRequiredService<EvidenceStore>()) { NewKey = () => NextGuid(random) };
            await play.IssueAsync(letter.Code, BenchPeople.Coordinator, Start.AddMinutes(k));
            if (k == 0 && size.Units <= 28)
            {
                await play.RunAsync(letter.Code, BenchPeople.Coordinator, [.. BenchAnswers.Reports(letter, Start.AddHours(1), random)]);
            }
            else
            {
                await new BulkReports(dbs, services.GetRequiredService<EvidenceStore>(), random).RunAsync(letter, Start.AddHours(1));
            }
        }

        await using var filled = dbs.CreateDbContext();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var (rows, hash) = await Checksum.OfAsync(filled);
        Console.WriteLine(string.Join(Environment.NewLine, rows.Select(r => $"{r.Table,-24}{r.Rows,10}")));
        Console.WriteLine($"cpu {cpu.TotalSeconds:0.0} s, elapsed {watch.Elapsed.TotalSeconds:0.0} s");
        Console.WriteLine($"checksum {hash}");
        return 0;
    }

    /// <summary>The letter's request.json.</summary>
    internal static Task<string> OriginalAsync() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Letters", "bs-2024-treem-hdnd", "request.json"));

    /// <summary>The middle of many figures; not a number where there are none.</summary>
    internal static double Median(IReadOnlyCollection<double> values) => values.Count == 0 ? double.NaN : values.Order().ElementAt(values.Count / 2);

    /// <summary>Somebody, with what he has before him.</summary>
    internal static async Task<AsyncServiceScope> AsAsync(IServiceProvider services, string userName)
    {
        var scope = services.CreateAsyncScope();
        await using var db = services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(await db.Users.Where(u => u.UserName == userName).Select(u => u.PersonId).SingleAsync());
        return scope;
    }

    /// <summary>The next key of a seed.</summary>
    internal static Guid NextGuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    /// <summary>The portal without its web server, its clock standing still.</summary>
    internal static ServiceProvider Compose(string provider, string? connection, string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = folder,
            ["Database:Provider"] = provider,
            ["ConnectionStrings:Portal"] = connection,
        }).Build();
        var options = new PortalOptions(folder, new DemoOptions());
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(options)
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddConsole())
            .AddSingleton<IHttpContextAccessor, HttpContextAccessor>()
            .AddPortalCore(configuration, options)
            .AddSingleton<TimeProvider>(new StillTime())
            .BuildServiceProvider();
    }

    /// <summary>Units, drafts of the requests, people.</summary>
    internal static async Task LoadAsync(IDbContextFactory<PortalDb> dbs, IReadOnlyList<(RequestDefinition Letter, string Json)> letters, SeedSize size)
    {
        await using var db = dbs.CreateDbContext();
        var first = letters[0].Letter;
        db.Units.AddRange(first.Units.Concat(first.OrganisationUnits).Select(u => new Domain.People.Unit(u.Code, u.LoginCode, u.Name, u.FullName, u.ShortName, u.Order)));
        foreach (var (letter, json) in letters)
        {
            var request = new ReportingRequest(letter.Code, letter.Letter.Subject, letter.CoordinatingUnitCode, new Deadline(letter.Deadline.Instant, letter.Deadline.Inclusive), letter.SignedReport);
            db.FormVersions.Add(new FormVersion(request, 1, json));
        }

        await db.SaveChangesAsync();
        await BenchPeople.CreateAsync(db, first, Start.AddMonths(-6), size.Number);
    }

    private sealed class StillTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Start;
    }
}
