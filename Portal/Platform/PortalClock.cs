namespace Portal.Platform;

/// <summary>The portal's own clock: what use cases get. The framework keeps the system's clock, or a demonstration in 2024 would make cookies expire in 2024.</summary>
public sealed class PortalClock(TimeProvider system)
{
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

    /// <summary>Moves the clock so that it is that instant now, and ticks on. Only for demonstrations and tests.</summary>
    public void MoveTo(DateTimeOffset now) => Shift(now - system.GetUtcNow());

    /// <summary>Puts the clock that far ahead of the system's.</summary>
    public void Shift(TimeSpan ahead)
    {
        Interlocked.Exchange(ref offset, ahead.Ticks);
        Moved?.Invoke();
    }
}
