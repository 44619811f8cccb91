using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Database;
using Portal.Domain.Progress;
using Portal.Domain.Submissions;
using Portal.Platform.Live;
using Portal.Tests.Support;

namespace Portal.Tests.Platform.Live;

/// <summary>The board over a real database: what it reads, when it moves, and that it ends at the truth of the tables.</summary>
[Trait("Engine", "both")]
public sealed class ProgressBoardTests
{
    [Fact]
    public async Task After_real_use_the_board_equals_a_fresh_count_and_the_tables()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var boards = Boards(portal);
        var board = await boards.OpenAsync(1);
        await portal.BringAsync("21046", ItemState.Accepted);
        await portal.BringAsync("21049", ItemState.Sent);
        await boards.RoundAsync();
        await portal.BringAsync("21052", ItemState.Returned);
        await portal.BringAsync("cah", ItemState.WithHead);
        await portal.BringAsync("21055", ItemState.Drafting);
        await portal.AttachAsync("21058", "XA-01");
        await boards.RoundAsync();

        using var others = Boards(portal);
        var fresh = (await others.OpenAsync(1)).Current;
        var seen = board.Current;
        Assert.Equal(fresh.Counts, seen.Counts);
        Assert.Equal(fresh.Groups, seen.Groups);
        Assert.Equal(fresh.Happenings, seen.Happenings);
        Assert.Equal(fresh.EventNumber, seen.EventNumber);
        Assert.Equal(fresh.BurnUp.Sent, seen.BurnUp.Sent);

        await using var db = portal.Open();
        var items = db.Answers.Where(a => a.ItemCode != ItemAnswer.Cover);
        Assert.Equal(new Tally(await items.CountAsync(a => a.State == ItemState.Accepted), await items.CountAsync(a => a.State == ItemState.Sent), await items.CountAsync(a => a.State == ItemState.Returned),
            await items.CountAsync(a => a.State == ItemState.Drafting || a.State == ItemState.WithHead), await items.CountAsync(a => a.State == ItemState.NotStarted)), seen.Counts.Items);
        Assert.Equal(await items.CountAsync(a => a.SentBefore), seen.Counts.SentItems);
        Assert.Equal(await db.Submissions.CountAsync(s => s.FirstSentAt != null), seen.Counts.SentUnits);
        Assert.Equal(await db.Submissions.CountAsync(s => s.Timeliness == Timeliness.OnTime), seen.Counts.OnTimeUnits);
        Assert.Equal(18, seen.BurnUp.Sent[^1].Count);
        Assert.Equal(6, seen.BurnUp.Accepted[^1].Count);
        Assert.Equal(140, seen.Counts.Items.Total);
    }

    [Fact]
    public async Task A_second_viewer_reads_nothing_from_the_database()
    {
        await using var portal = await TestPortal.CreateAsync();
        var counted = new CountingFactory(portal);
        using var boards = Boards(portal, counted);
        var first = await boards.OpenAsync(1);
        Assert.NotEqual(0, counted.Commands);
        counted.Commands = 0;
        var second = await boards.OpenAsync(1);
        using var _ = second.Subscribe(_ => { });
        Assert.Same(first.Current, second.Current);
        Assert.Equal(0, counted.Commands);
    }

    [Fact]
    public async Task A_change_is_read_once_for_all_viewers()
    {
        await using var portal = await TestPortal.CreateAsync();
        var counted = new CountingFactory(portal);
        using var boards = Boards(portal, counted);
        var board = await boards.OpenAsync(1);
        var told = new List<BoardSnapshot>();
        for (var k = 0; k < 200; k++)
        {
            board.Subscribe(told.Add);
        }

        await portal.BringAsync("21046", ItemState.WithHead);
        counted.Commands = 0;
        await boards.RoundAsync();
        Assert.Equal(3, counted.Commands);
        Assert.Equal(200, told.Count);
        Assert.Single(told.Distinct());

        counted.Commands = 0;
        await boards.RoundAsync();
        Assert.Equal(1, counted.Commands);
        Assert.Equal(200, told.Count);
    }

    [Fact]
    public async Task A_viewer_who_left_is_told_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var boards = Boards(portal);
        var board = await boards.OpenAsync(1);
        board.Subscribe(_ => Assert.Fail("He has left.")).Dispose();
        await portal.BringAsync("21046", ItemState.Drafting);
        await boards.RoundAsync();
        Assert.Equal(6, board.Current.Counts.Items.Drafting);
    }

    [Fact]
    public async Task What_another_process_wrote_arrives_with_the_poll()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var boards = Boards(portal, feed: new ChangeFeed()); // hears nothing of what the portal publishes, as a second process would
        var board = await boards.OpenAsync(1);
        var arrived = new TaskCompletionSource<BoardSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var viewer = board.Subscribe(s => { if (s.Counts.SentUnits == 1) { arrived.TrySetResult(s); } });
        await boards.StartAsync(TestContext.Current.CancellationToken);
        await portal.BringAsync("21046", ItemState.Sent);
        Assert.Equal(6, (await arrived.Task.WaitAsync(TestContext.Current.CancellationToken)).Counts.SentItems);
        await boards.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task At_the_deadline_the_board_moves_without_an_event()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var boards = Boards(portal);
        var board = await boards.OpenAsync(1);
        var overdue = new TaskCompletionSource<BoardSnapshot>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var viewer = board.Subscribe(s => { if (s.Counts.OverdueUnits > 0) { overdue.TrySetResult(s); } });
        await boards.StartAsync(TestContext.Current.CancellationToken);
        portal.Clock.MoveTo(board.Current.Request.Deadline.At!.Value.AddMilliseconds(-300)); // ticks on
        var seen = await overdue.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(28, seen.Counts.OverdueUnits);
        Assert.True(seen.At >= board.Current.Request.Deadline.At);
        await boards.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Setting_the_clock_recounts()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var boards = Boards(portal);
        var board = await boards.OpenAsync(1);
        var deadline = board.Current.Request.Deadline.At!.Value;
        portal.Clock.MoveTo(deadline.AddHours(1));
        await boards.RoundAsync();
        Assert.Equal(28, board.Current.Counts.OverdueUnits);
        portal.Clock.MoveTo(deadline.AddHours(-1));
        await boards.RoundAsync();
        Assert.All(board.Current.Rows, r => Assert.Equal(DueState.DueSoon, r.Due));
    }

    [Fact]
    public async Task Who_opens_it_right_after_a_change_sees_the_change()
    {
        await using var portal = await TestPortal.CreateAsync();
        using var boards = Boards(portal);
        await boards.OpenAsync(1);
        await portal.BringAsync("21046", ItemState.Sent);
        Assert.Equal(1, (await boards.OpenAsync(1)).Current.Counts.SentUnits);
    }

    private static ProgressBoards Boards(TestPortal portal, IDbContextFactory<PortalDb>? dbs = null, ChangeFeed? feed = null) =>
        new(new BoardReader(dbs ?? portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>(), portal.Services.GetRequiredService<FormCatalog>()),
            portal.Clock, feed ?? portal.Feed, NullLogger<ProgressBoards>.Instance);

    /// <summary>Opens contexts on the portal's database that count their commands.</summary>
    private sealed class CountingFactory(TestPortal portal) : DbCommandInterceptor, IDbContextFactory<PortalDb>
    {
        public int Commands;

        public PortalDb CreateDbContext()
        {
            if (TestDatabase.OnPostgres)
            {
                var postgres = new DbContextOptionsBuilder<PostgresPortalDb>();
                PostgresPortalDb.Configure(postgres, portal.ConnectionString);
                return new PostgresPortalDb(((DbContextOptionsBuilder<PostgresPortalDb>)postgres.AddInterceptors(this)).Options);
            }

            var sqlite = new DbContextOptionsBuilder<SqlitePortalDb>();
            SqlitePortalDb.Configure(sqlite, portal.ConnectionString);
            return new SqlitePortalDb(((DbContextOptionsBuilder<SqlitePortalDb>)sqlite.AddInterceptors(this)).Options);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Commands++;
            return ValueTask.FromResult(result);
        }
    }
}
