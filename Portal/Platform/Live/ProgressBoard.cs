using System.Collections.Concurrent;
using Portal.Domain.Progress;

namespace Portal.Platform.Live;

/// <summary>The progress of one request, held once for all who look at it. <see cref="ProgressBoards"/> moves it; a viewer only reads what is in memory.</summary>
public sealed class ProgressBoard
{
    private static readonly TimeSpan Warm = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<object, Action<BoardSnapshot>> viewers = new();
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly BoardReader reader;
    private readonly PortalClock clock;
    private readonly int requestId;
    private BoardState state;
    private volatile BoardSnapshot current;
    private long nextInstant, head, told, openedAt;

    private ProgressBoard(int requestId, BoardReader reader, PortalClock clock, long head, BoardState state)
    {
        (this.requestId, this.reader, this.clock, this.head, this.state) = (requestId, reader, clock, head, state);
        var now = clock.Now;
        (current, nextInstant) = (state.Snapshot(now), Ticks(state.NextInstant(now)));
        Touch();
    }

    /// <summary>The newest picture.</summary>
    public BoardSnapshot Current => current;

    /// <summary>Somebody looks at it, or did within the last minute.</summary>
    public bool Watched => !viewers.IsEmpty || Environment.TickCount64 - Interlocked.Read(ref openedAt) < Warm.TotalMilliseconds;

    /// <summary>Calls the viewer with every new picture until disposed, from any thread; it must return at once.</summary>
    public IDisposable Subscribe(Action<BoardSnapshot> viewer)
    {
        var subscription = new Subscription(this);
        viewers[subscription] = viewer;
        return subscription;
    }

    internal static async Task<ProgressBoard> LoadAsync(int requestId, BoardReader reader, PortalClock clock)
    {
        var head = await reader.HeadAsync();
        return new(requestId, reader, clock, head, await reader.LoadAsync(requestId));
    }

    /// <summary>When the picture next changes though nothing happens; the end of time when it does not.</summary>
    internal DateTimeOffset NextInstant => new(Interlocked.Read(ref nextInstant), TimeSpan.Zero);

    /// <summary>An event was published that the board may not know yet.</summary>
    internal bool Behind => Interlocked.Read(ref told) > state.EventNumber;

    /// <summary>Takes note of a published event number; returns at once.</summary>
    internal void Tell(long number)
    {
        for (var seen = Interlocked.Read(ref told); number > seen && Interlocked.CompareExchange(ref told, number, seen) != seen; seen = Interlocked.Read(ref told))
        {
        }
    }

    /// <summary>Somebody opened it: keeps it moving for a while, also before he listens.</summary>
    internal void Touch() => Interlocked.Exchange(ref openedAt, Environment.TickCount64);

    /// <summary>Reads what is new up to the last event of all, looks at the clock, and tells the viewers if the picture changed.</summary>
    /// <param name="newest">The number of the last event of all requests.</param>
    /// <param name="recount">True when the clock was moved.</param>
    internal async Task CatchUpAsync(long newest, bool recount)
    {
        await turn.WaitAsync();
        try
        {
            if (newest > head || Behind)
            {
                state = await reader.AfterAsync(requestId, state.EventNumber) is { } update ? state.Apply(update) : await reader.LoadAsync(requestId);
                head = Math.Max(head, newest);
                recount = true;
            }

            var now = clock.Now;
            if (!recount && now < NextInstant)
            {
                current = current with { At = now };
                return;
            }

            var before = current;
            current = state.Snapshot(now, before);
            Interlocked.Exchange(ref nextInstant, Ticks(state.NextInstant(now)));
            if (Differs(before, current))
            {
                foreach (var viewer in viewers.Values)
                {
                    viewer(current);
                }
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private static long Ticks(DateTimeOffset? at) => (at ?? DateTimeOffset.MaxValue).UtcTicks;

    private static bool Differs(BoardSnapshot a, BoardSnapshot b) =>
        a.Request != b.Request || a.Happenings != b.Happenings || !a.Rows.SequenceEqual(b.Rows, ReferenceEqualityComparer.Instance) || a.Request.Deadline.Holds(a.At) != b.Request.Deadline.Holds(b.At);

    private sealed class Subscription(ProgressBoard board) : IDisposable
    {
        public void Dispose() => board.viewers.TryRemove(this, out _);
    }
}
