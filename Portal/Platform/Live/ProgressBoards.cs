using System.Collections.Concurrent;

namespace Portal.Platform.Live;

/// <summary>The boards of all requests, and the one loop that moves those somebody looks at: on a published change, every 2 s (so that a lost message heals,
/// and what another process wrote arrives), and at the next due instant. With nobody looking it sleeps.</summary>
public sealed class ProgressBoards : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(60);
    private const int Breaths = 9; // a burst becomes a picture about each half second, a lone change is shown at once

    private readonly ConcurrentDictionary<int, Lazy<Task<ProgressBoard>>> boards = new();
    private readonly SemaphoreSlim wake = new(0);
    private readonly BoardReader reader;
    private readonly PortalClock clock;
    private readonly ILogger<ProgressBoards> log;
    private readonly IDisposable changes;
    private int moved;

    /// <summary>Listens from now on; the host starts the loop.</summary>
    public ProgressBoards(BoardReader reader, PortalClock clock, ChangeFeed feed, ILogger<ProgressBoards> log)
    {
        (this.reader, this.clock, this.log) = (reader, clock, log);
        changes = feed.Subscribe(OnChange);
        clock.Moved += OnMoved;
    }

    /// <summary>The board of a request, loaded once. Who may see it is decided before this is called. A board that is being watched is handed out without reading anything.</summary>
    public async Task<ProgressBoard> OpenAsync(int requestId)
    {
        var lazy = boards.GetOrAdd(requestId, id => new(() => LoadAsync(id)));
        ProgressBoard board;
        try
        {
            board = await lazy.Value;
        }
        catch
        {
            boards.TryRemove(KeyValuePair.Create(requestId, lazy)); // the next one tries again
            throw;
        }

        var watched = board.Watched;
        board.Touch();
        if (!watched)
        {
            await board.CatchUpAsync(await reader.HeadAsync(), recount: true);
            Wake(); // the loop may be asleep
        }
        else if (board.Behind || board.NextInstant <= clock.Now)
        {
            await board.CatchUpAsync(0, recount: false);
        }

        return board;
    }

    /// <summary>One round of the loop: one small query, two more for each board that has something to read, none for each viewer.</summary>
    public async Task RoundAsync()
    {
        var recount = Interlocked.Exchange(ref moved, 0) == 1;
        var watched = Watched();
        if (watched.Count == 0)
        {
            return;
        }

        var newest = await reader.HeadAsync();
        foreach (var board in watched)
        {
            await board.CatchUpAsync(newest, recount);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WaitAsync(stoppingToken);
                await RoundAsync();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The boards could not be moved; they try again");
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        changes.Dispose();
        clock.Moved -= OnMoved;
        base.Dispose();
    }

    private async Task<ProgressBoard> LoadAsync(int requestId)
    {
        var board = await ProgressBoard.LoadAsync(requestId, reader, clock);
        Wake();
        return board;
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        if (!await wake.WaitAsync(UntilNext(), stopping))
        {
            return;
        }

        for (var k = 0; k < Breaths; k++)
        {
            await Task.Delay(Breath, stopping);
            if (!wake.Wait(0, CancellationToken.None))
            {
                return;
            }
        }
    }

    private TimeSpan UntilNext()
    {
        var watched = Watched();
        if (watched.Count == 0)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var left = watched.Min(b => b.NextInstant) - clock.Now;
        return left < Poll ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(left.TotalMilliseconds))) : Poll;
    }

    private List<ProgressBoard> Watched() => [.. boards.Values.Where(b => b.IsValueCreated && b.Value.IsCompletedSuccessfully).Select(b => b.Value.Result).Where(b => b.Watched)];

    private void OnChange(Change change)
    {
        if (change.EventNumber > 0 && boards.TryGetValue(change.RequestId, out var board) && board.IsValueCreated && board.Value.IsCompletedSuccessfully)
        {
            board.Value.Result.Tell(change.EventNumber);
            Wake();
        }
    }

    private void OnMoved()
    {
        Interlocked.Exchange(ref moved, 1);
        Wake();
    }

    private void Wake()
    {
        if (wake.CurrentCount == 0)
        {
            wake.Release();
        }
    }
}
