namespace Portal.Platform;

/// <summary>The portal's own clock: what use cases get. The framework keeps the system's clock, or a demonstration in 2024 would make cookies expire in 2024.</summary>
public sealed class PortalClock(TimeProvider system)
{
    private readonly TimeProvider system = system;
    private long offset; // ticks that the portal's time is ahead of the system's

    /// <summary>Raised after the clock was moved, so that what waits for an instant counts again.</summary>
    public event Action? Moved;

    /// <summary>Now, in UTC, cut to the millisecond.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var ticks = system.GetUtcNow().UtcTicks + Interlocked.Read(ref offset);
            return new(ticks - ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
        }
    }

    /// <summary>The system's time, which the times of files are of; only for what ages on the disk.</summary>
    public DateTimeOffset DiskNow => system.GetUtcNow();

    /// <summary>How far the portal's time is ahead of the system's; zero outside a demonstration.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref offset));

    /// <summary>Calls once when it is that instant, or at once when it was; also when the clock is moved there. Disposed, it calls no more.</summary>
    public IDisposable RingAt(DateTimeOffset instant, Action ring) => new Alarm(this, instant, ring);

    /// <summary>Moves the clock so that it is that instant now, and ticks on. Only for demonstrations and tests.</summary>
    public void MoveTo(DateTimeOffset now) => Shift(now - system.GetUtcNow());

    /// <summary>Puts the clock that far ahead of the system's.</summary>
    public void Shift(TimeSpan ahead)
    {
        Interlocked.Exchange(ref offset, ahead.Ticks);
        Moved?.Invoke();
    }

    private sealed class Alarm : IDisposable
    {
        private static readonly TimeSpan Longest = TimeSpan.FromDays(1); // a timer cannot wait for months
        private readonly PortalClock clock;
        private readonly DateTimeOffset instant;
        private readonly ITimer timer;
        private Action? ring;

        public Alarm(PortalClock clock, DateTimeOffset instant, Action ring)
        {
            (this.clock, this.instant, this.ring) = (clock, instant, ring);
            timer = clock.system.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            clock.Moved += Look;
            Look();
        }

        public void Dispose()
        {
            clock.Moved -= Look;
            Interlocked.Exchange(ref ring, null);
            timer.Dispose();
        }

        private void Look()
        {
            var left = instant - clock.Now;
            if (left <= TimeSpan.Zero)
            {
                Interlocked.Exchange(ref ring, null)?.Invoke();
            }
            else if (ring is not null)
            {
                timer.Change(left < Longest ? left + TimeSpan.FromMilliseconds(1) : Longest, Timeout.InfiniteTimeSpan); // a timer may come a little early
            }
        }
    }
}
