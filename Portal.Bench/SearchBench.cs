using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Database;
using Portal.Domain.Search;
using Portal.Features.Search;

namespace Portal.Bench;

/// <summary>The search among many answers against the raw full-text query over the same words. The answers of one seeded request are copied within the file: the database is for nothing else.</summary>
internal sealed class SearchBench(int answers, string folder)
{
    private const int Runs = 15;

    // A number that few answers hold, one that none holds, words of all answers, the same without accents.
    private static readonly string[] Asked = ["m\u1eabu 517", "m\u1eabu 100000", "k\u1ebf ho\u1ea1ch h\u1eb1ng th\u00e1ng", "ke hoach hang thang"];

    /// <summary>Runs and prints.</summary>
    public async Task<int> RunAsync()
    {
        await Seed.RunAsync(new SeedSize(28, 1, 1), "Sqlite", null, folder);
        await using var services = Seed.Compose("Sqlite", null, folder);
        var dbs = services.GetRequiredService<IDbContextFactory<PortalDb>>();
        await using var db = dbs.CreateDbContext();
        await CopyAsync(db);
        Console.WriteLine($"{await db.SearchEntries.CountAsync(e => e.Kind == SearchKind.Answer)} answers can be found");
        await using var scope = await Seed.AsAsync(services, BenchPeople.Leader);
        var search = scope.ServiceProvider.GetRequiredService<SearchEverything>();
        foreach (var typed in Asked)
        {
            var terms = SearchTerms.Parse(typed)!;
            var raw = await MedianAsync(() => db.Matches(terms).OrderByDescending(m => m.Exactly).ThenBy(m => m.Rank).Take(6).ToListAsync());
            var ours = await MedianAsync(() => search.RunAsync(typed, SearchKind.Answer));
            var all = await MedianAsync(() => search.RunAsync(typed, null));
            var matches = await db.Matches(terms).CountAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\"{typed}\": {matches} matches; raw query {raw:0.0} ms; answers {ours:0.0} ms, {ours / raw:0.0} x; everything {all:0.0} ms, {all / raw:0.0} x"));
        }

        return 0;
    }

#pragma warning disable EF1002 // names of this database's own tables and columns
    private async Task CopyAsync(PortalDb db)
    {
        var own = await db.SearchEntries.CountAsync(e => e.Kind == SearchKind.Answer);
        var copies = Math.Max(0, (answers / own) - 1);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        foreach (var index in await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'index' AND tbl_name = 'Submissions' AND sql LIKE 'CREATE UNIQUE%'").ToListAsync())
        {
            await db.Database.ExecuteSqlRawAsync($"DROP INDEX \"{index}\"");
        }

        await using var all = await db.Database.BeginTransactionAsync();
        (string Table, string[] Keys)[] tables = [("Submissions", ["Id"]), ("Answers", ["Id", "SubmissionId"]), ("Versions", ["Id", "ItemAnswerId"]), ("SearchEntries", ["Id", "VersionId"])];
        foreach (var (table, keys) in tables)
        {
            var columns = await db.Database.SqlQueryRaw<string>($"SELECT name AS Value FROM pragma_table_info('{table}')").ToListAsync();
            var copied = string.Join(", ", columns.Select(c => keys.Contains(c) ? $"t.\"{c}\" + n.k * 100000" : $"t.\"{c}\""));
            var which = table == "SearchEntries" ? "WHERE t.\"VersionId\" IS NOT NULL AND t.\"DocumentId\" IS NULL" : "";
            await db.Database.ExecuteSqlRawAsync($"WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {copies}) INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {copied} FROM \"{table}\" t CROSS JOIN n {which}");
        }

        await all.CommitAsync();
    }
#pragma warning restore EF1002

    private static async Task<double> MedianAsync<T>(Func<Task<T>> run)
    {
        var took = new List<double>();
        for (var k = 0; k < Runs; k++)
        {
            var watch = Stopwatch.StartNew();
            _ = await run();
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Seed.Median(took);
    }
}
