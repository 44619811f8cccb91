using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.App;
using Portal.Database;
using Portal.Demo;
using Portal.Domain.Submissions;
using Portal.Features.Fill;
using Portal.Features.Progress;
using Portal.Platform;
using Portal.Platform.Files;
using Portal.Platform.Live;
using Portal.Shared.Fields;

namespace Portal.Bench;

/// <summary>What a leader's page costs with 28 and with 10,598 units, and what a change costs before one viewer and before 200.</summary>
internal sealed class BoardBench(string program, string folder)
{
    private const int Pages = 60, Changes = 60;
    private static readonly int[] Sizes = [28, 10_598];
    private static readonly int[] Viewers = [1, 200];

    /// <summary>Runs and prints.</summary>
    public async Task<int> RunAsync()
    {
        var (opened, pages, bytes) = (new List<double>(), new List<double>(), new List<long>());
        foreach (var units in Sizes)
        {
            var data = Path.Combine(folder, $"{units}");
            await using (var services = await FillAsync(data, units))
            {
                opened.Add(await OpenAsync(services));
                if (units == Sizes[0])
                {
                    await ChangeAsync(services);
                }
            }

            var (cpu, length) = await PageAsync(data);
            pages.Add(cpu);
            bytes.Add(length);
        }

        Print($"opening a board that is held, 28 and 10,598 units: {opened[0]:0.00} ms, {opened[1]:0.00} ms, {opened[1] / opened[0]:0.00} x");
        Print($"leader's page, CPU per request, 28 and 10,598 units: {pages[0]:0.0} ms, {pages[1]:0.0} ms, {pages[1] / pages[0]:0.00} x; {bytes[0] / 1024} KB, {bytes[1] / 1024} KB");
        return 0;
    }

    private static async Task<ServiceProvider> FillAsync(string data, int units)
    {
        Directory.CreateDirectory(data);
        var services = Seed.Compose("Sqlite", null, data);
        var dbs = services.GetRequiredService<IDbContextFactory<PortalDb>>();
        await DatabaseSetup.MigrateAsync(dbs);
        services.GetRequiredService<PortalClock>().MoveTo(Seed.Start);
        var size = new SeedSize(units, 1, 1);
        var letters = BenchLetters.Make(await Seed.OriginalAsync(), size);
        await Seed.LoadAsync(dbs, letters, size);
        await new SamplePlay(services.GetRequiredService<IServiceScopeFactory>(), dbs, services.GetRequiredService<PortalClock>(), services.GetRequiredService<EvidenceStore>()).IssueAsync(letters[0].Letter.Code, BenchPeople.Coordinator, Seed.Start);
        // As far from the deadline by the machine's clock as when it was issued: no reminders are written beside what is measured.
        await using var db = dbs.CreateDbContext();
        await db.Requests.ExecuteUpdateAsync(set => set.SetProperty(r => r.IssuedAt, DateTimeOffset.UtcNow.AddDays(-1)).SetProperty(r => r.DeadlineAt, DateTimeOffset.UtcNow.AddDays(30)));
        return services;
    }

    // The first opening loads it; what is measured is what everybody after that waits for. Median of many, in milliseconds.
    private static async Task<double> OpenAsync(ServiceProvider services)
    {
        await using var scope = await Seed.AsAsync(services, BenchPeople.Leader);
        var open = scope.ServiceProvider.GetRequiredService<OpenBoard>();
        var took = new List<double>();
        for (var k = 0; k < 20 + Pages; k++)
        {
            var watch = Stopwatch.StartNew();
            _ = await open.RunAsync(null);
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Seed.Median([.. took.Skip(20)]);
    }

    private static async Task ChangeAsync(ServiceProvider services)
    {
        var boards = services.GetRequiredService<ProgressBoards>();
        await using var scope = await Seed.AsAsync(services, BenchPeople.Leader);
        var board = (await scope.ServiceProvider.GetRequiredService<OpenBoard>().RunAsync(null)).Value!.Board!;
        var saves = new Queue<(ReportKey Report, string Item)>(board.Current.Rows.SelectMany(r => r.Report.Items.Where(i => i.Counted).Select(i => (new ReportKey(board.Current.Request.Code, r.Unit.Login), i.ItemCode))));
        var medians = new List<double>();
        foreach (var count in Viewers)
        {
            var told = 0;
            var viewers = Enumerable.Range(0, count).Select(_ => board.Subscribe(_ => told++)).ToList();
            var took = new List<double>();
            for (var k = 0; k < Changes; k++)
            {
                var (report, item) = saves.Dequeue();
                await using var officer = await Seed.AsAsync(services, $"{report.UnitLogin}.canbo");
                _ = await officer.ServiceProvider.GetRequiredService<SaveFields>().RunAsync(report, item, [new FieldPatch("giaiPhap", "x", 0, Guid.NewGuid())]);
                var watch = Stopwatch.StartNew();
                await boards.RoundAsync();
                took.Add(watch.Elapsed.TotalMilliseconds);
            }

            viewers.ForEach(v => v.Dispose());
            medians.Add(Seed.Median([.. took.Skip(5)]));
            Print($"{count} viewers: {Changes} changes, told {told} times");
        }

        Print($"one change of the board before 1 and 200 viewers, without their drawing: {medians[0]:0.00} ms, {medians[1]:0.00} ms, {medians[1] / medians[0]:0.00} x");
    }

    private async Task<(double Cpu, long Bytes)> PageAsync(string data)
    {
        await using var portal = new BenchPortal(program, data, demo: false);
        await portal.AnswersAsync();
        using var leader = await portal.SignInAsync(BenchPeople.Leader);
        var length = 0L;
        for (var k = 0; k < 30; k++)
        {
            length = (await leader.GetByteArrayAsync(Urls.Overview)).Length;
        }

        var before = portal.Cpu;
        for (var k = 0; k < Pages; k++)
        {
            _ = await leader.GetByteArrayAsync(Urls.Overview);
        }

        return ((portal.Cpu - before).TotalMilliseconds / Pages, length);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
