using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Progress;
using Portal.Domain.Submissions;
using Portal.Features.Progress;
using Portal.Features.Requests;
using Portal.Platform.Documents;
using Portal.Shared;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Features.Races;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Progress;

/// <summary>Whatever was pressed: what the chart draws, the list says, the grid shows and the workbook holds is what the tables of the database hold.</summary>
[Trait("Engine", "both")]
public sealed class BoardTruthTests(ITestOutputHelper output) : BunitContext
{
    private const int States = 50, Presses = 12;
    private static readonly ItemState[] Ends = [ItemState.Drafting, ItemState.WithHead, ItemState.Sent, ItemState.Returned, ItemState.Accepted];
    private static readonly string[] Units = ["21046", "21049", "21052", "21055", "21058"];

    [Fact]
    public async Task Chart_list_grid_workbook_and_SQL_agree_at_fifty_random_states()
    {
        JSInterop.SetupModule("./lib/js/chart.js").Mode = JSRuntimeMode.Loose;
        await using var portal = await TestPortal.CreateAsync();
        var leader = portal.As("lanhdao");
        foreach (var unit in Units)
        {
            await portal.FillAsync(unit);
        }

        var random = new Random(28);
        var drawn = Press.All.SelectMany(p => Enumerable.Repeat(p, p.Often)).Where(p => p.Name is not ("Lock" or "HoursPass")).ToList();
        var fresh = new Queue<string>(BinhSonLetter.Request.Units.Select(u => u.LoginCode).Except([.. Units, "p-ldtbxh"]));
        var seen = new HashSet<string>();
        for (var k = 0; k < States; k++)
        {
            for (var n = 0; n < Presses; n++)
            {
                await drawn[random.Next(drawn.Count)].RunAsync(portal, Units[random.Next(Units.Length)]);
            }

            await AmendAsync(portal, k);
            if (fresh.TryDequeue(out var next))
            {
                await portal.BringAsync(next, Ends[random.Next(Ends.Length)]);
            }

            var board = (await leader.Get<OpenBoard>().RunAsync(null)).Value!.Board!.Current;
            var truth = await SqlAsync(portal);
            seen.Add(string.Join(' ', truth.Buckets));
            Assert.Equal(truth.Buckets, Chart(board));
            Assert.Equal(truth.Words(s => StateLook.Of(s).Short), Grid(board));
            Assert.Equal(truth.Words(s => StateLook.Of(s).Word), await WorkbookAsync(leader, portal));
            Assert.Equal((truth.SentItems, truth.Accepted), List(board));
            Assert.Equal(truth.Resolutions, board.Resolutions);
            Assert.Equal((truth.SentUnits, truth.OnTime, truth.ByExtension, truth.Late, truth.Overdue),
                (board.Counts.SentUnits, board.Counts.OnTimeUnits, board.Counts.OnTimeByExtensionUnits, board.Counts.LateUnits, board.Counts.OverdueUnits));
        }

        foreach (var unit in Units)
        {
            Assert.Equal([], await Legal.WrongAsync(portal, unit));
        }

        output.WriteLine($"{seen.Count} different states");
        Assert.InRange(seen.Count, States / 2, States);
    }

    // The form is amended where the walk has come to: a field more, what was sent asked for again; then an item more; then an item less.
    private static async Task AmendAsync(TestPortal portal, int at)
    {
        var letter = AmendedLetter.New.AddField("XA-01", "XA01.06");
        letter = at switch { States - 16 => letter, States - 8 => letter.AddItem("XA-07", "G7", "XA-03"), States - 4 => letter.AddItem("XA-07", "G7", "XA-03").RemoveItem("XA-06"), _ => null };
        if (letter is null)
        {
            return;
        }

        var request = (await portal.ReadAsync(Units[0])).Request;
        var due = new[] { request.DeadlineAt!.Value, portal.Clock.Now }.Max().AddDays(1);
        var done = await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, letter.Json, new("Công văn 99/UBND-VX", due, true, due), request.Version, Guid.NewGuid());
        Assert.True(done.Ok, done.Problem?.Text);
    }

    [Theory]
    [InlineData("lanhdao")]
    [InlineData("quansat")]
    [InlineData(TestPortal.Coordinator)]
    public async Task Who_sees_the_whole_request_sees_the_sums_of_the_tables(string person)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Accepted);
        await portal.BringAsync("cah", ItemState.Sent);
        await portal.BringAsync("p-vhtt", ItemState.Returned);
        var board = (await portal.As(person).Get<OpenBoard>().RunAsync(TestPortal.RequestCode)).Value!.Board!.Current;
        var truth = await SqlAsync(portal);
        Assert.Equal([6, 2, 1, 0, 131], truth.Buckets);
        Assert.Equal(truth.Buckets, Buckets(board.Counts.Items));
        Assert.Equal((truth.SentItems, truth.SentUnits), (board.Counts.SentItems, board.Counts.SentUnits));
    }

    // Written by hand, not by the model: what stands in the tables and nothing else.
    private static async Task<Truth> SqlAsync(TestPortal portal)
    {
        await using var db = portal.Open();
#pragma warning disable EF1002 // written here, nothing of it comes from outside
        async Task<int> CountAsync(string sql) => await db.Database.SqlQueryRaw<int>($"""SELECT CAST(COUNT(*) AS INTEGER) AS "Value" FROM {sql}""").SingleAsync();
#pragma warning restore EF1002
        Task<int> ItemsAsync(string where) => CountAsync($"""
            "Answers" WHERE "ItemCode" <> 'COVER' AND "State" <> 'Cancelled' AND {where}
            """);
        Task<int> InAsync(string more, params ItemState[] states) => ItemsAsync($"""
            "State" IN ({string.Join(", ", states.Select(s => $"'{s}'"))}) {more}
            """);
        Task<int> ReportsAsync(string where) => CountAsync($"""
            "Submissions" WHERE {where}
            """);
        var due = (await db.Submissions.Select(s => new { DeadlineAt = s.DueAt > s.Request.DeadlineAt ? s.DueAt : s.Request.DeadlineAt, s.ExtendedTo, s.FirstSentAt }).ToListAsync())
            .Count(s => s.FirstSentAt is null && portal.Clock.Now >= (s.ExtendedTo > s.DeadlineAt ? s.ExtendedTo : s.DeadlineAt));
        const string sent = "AND \"SentBefore\"", never = "AND NOT \"SentBefore\"";
        ItemState[] preparing = [ItemState.Drafting, ItemState.WithHead, ItemState.SentBack, ItemState.Approved];
        var states = new SortedDictionary<ItemState, int>();
        foreach (var state in Enum.GetValues<ItemState>())
        {
            states[state] = await InAsync("", state);
        }

        return new(states,
            [
                await InAsync("", ItemState.Accepted, ItemState.Included), await InAsync("", ItemState.Sent, ItemState.Resent),
                await InAsync("", ItemState.Returned) + await InAsync(sent, [ItemState.NotStarted, .. preparing]), await InAsync(never, preparing), await InAsync(never, ItemState.NotStarted),
            ],
            await ItemsAsync("\"SentBefore\""), await InAsync("", ItemState.Accepted, ItemState.Included),
            await ReportsAsync("\"FirstSentAt\" IS NOT NULL"), await InTimeAsync(Timeliness.OnTime), await InTimeAsync(Timeliness.OnTimeByExtension), await InTimeAsync(Timeliness.Late), due, await ResolvedAsync(db));

        Task<int> InTimeAsync(Timeliness t) => ReportsAsync($"""
            "Timeliness" = '{t}'
            """);
    }

    // The last version of each item that was not withdrawn, read one by one.
    private static async Task<Resolutions> ResolvedAsync(Portal.Database.PortalDb db)
    {
        var versions = (await db.Versions.AsNoTracking().Where(v => v.WithdrawnAt == null).Select(v => new { v.ItemAnswerId, v.Number, v.Body }).ToListAsync()).GroupBy(v => v.ItemAnswerId).ToDictionary(g => g.Key, g => AnswerContent.FromJson(g.MaxBy(v => v.Number)!.Body));
        var said = (await db.Answers.AsNoTracking().Where(a => a.ItemCode != ItemAnswer.Cover && a.State != ItemState.Cancelled && a.SentBefore).Select(a => a.Id).ToListAsync()).Select(id => versions[id].Values.GetValueOrDefault("trangThaiGiaiQuyet")).ToList();
        return new(said.Count(s => s == Resolution.Done), said.Count(s => s == Resolution.Doing), said.Count(s => s == Resolution.Not), said.Count(s => s == Resolution.Nothing));
    }

    private List<int> Chart(BoardSnapshot board)
    {
        var charts = Render<OverviewCharts>(p => p.Add(x => x.Board, board));
        var drawn = JsonDocument.Parse((string)JSInterop.Invocations["create"].First(i => ((string)i.Arguments[1]!).Contains("\"indexAxis\"", StringComparison.Ordinal) && !used.Contains(i)).Arguments[1]!).RootElement;
        foreach (var call in JSInterop.Invocations["create"])
        {
            used.Add(call);
        }

        var sums = drawn.GetProperty("data").GetProperty("datasets").EnumerateArray().Select(d => d.GetProperty("counts").EnumerateArray().Sum(c => c.GetInt32())).ToList();
        Assert.Equal(sums, charts.FindAll("figure")[0].QuerySelectorAll(".legend b").Select(Whole));
        Assert.Equal([.. sums, sums.Sum()], charts.FindAll("figure")[0].QuerySelectorAll("tfoot td").Select(Whole));
        return sums;
    }

    private readonly HashSet<JSRuntimeInvocation> used = [];

    private (int Sent, int Accepted) List(BoardSnapshot board)
    {
        var list = Render<UnitList>(p => p.Add(x => x.Board, board).Add(x => x.Filter, UnitFilter.All[0]).Add(x => x.Order, UnitOrder.BySent).Add(x => x.Evidence, true).Add(x => x.Link, (_, _, _) => "/"));
        int Sum(string column) => list.FindAll($"td[data-label='{column}']").Sum(c => int.Parse(c.TextContent.Split('/')[0], CultureInfo.InvariantCulture));
        Assert.Equal(28, list.FindAll("tbody tr").Count);
        return (Sum(ProgressText.ColumnSent), Sum(ProgressText.ColumnAccepted));
    }

    private SortedDictionary<string, int> Grid(BoardSnapshot board)
    {
        var words = ProgressGrid.Of(board, _ => true, 0, 100).Blocks.SelectMany(b =>
            Render<GridTable>(p => p.Add(x => x.Board, board).Add(x => x.Block, b).Add(x => x.Evidence, true).Add(x => x.CellAddress, c => c))
                .FindAll("a[data-cell] > span").Select(cell => cell.ChildNodes.OfType<IText>().Last(t => t.Text.Trim().Length > 0).Text.Trim())).ToList();
        return Counted(words, s => StateLook.Of(s).Short);
    }

    private static async Task<SortedDictionary<string, int>> WorkbookAsync(TestScope leader, TestPortal portal)
    {
        var file = (await leader.Get<ProgressWorkbook>().RunAsync(TestPortal.RequestCode)).Value!;
        using var bytes = new MemoryStream(file.Bytes);
        var words = XlsxReader.Read(bytes, file.FileName).Value![0].Cells.Where(c => c.Key.Row > 4 && c.Key.Column > 2).Select(c => c.Value.Text).ToList();
        return Counted(words, s => StateLook.Of(s).Word);
    }

    // How often each word of a state is said; other words are of duties.
    private static SortedDictionary<string, int> Counted(List<string> words, Func<ItemState, string> word) =>
        new(Enum.GetValues<ItemState>().Select(word).Distinct().ToDictionary(text => text, text => words.Count(w => w == text)), StringComparer.Ordinal);

    private static List<int> Buckets(Tally t) => [t.Accepted, t.Sent, t.Returned, t.Drafting, t.NotStarted];

    private static int Whole(IElement cell) => int.Parse(cell.TextContent, CultureInfo.InvariantCulture);

    private sealed record Truth(SortedDictionary<ItemState, int> States, List<int> Buckets, int SentItems, int Accepted, int SentUnits, int OnTime, int ByExtension, int Late, int Overdue, Resolutions Resolutions)
    {
        /// <summary>How often each word has to be said.</summary>
        public SortedDictionary<string, int> Words(Func<ItemState, string> word) => new(States.GroupBy(s => word(s.Key)).ToDictionary(g => g.Key, g => g.Sum(s => s.Value)), StringComparer.Ordinal);
    }
}
