using Portal.Platform;

namespace Portal.Tests.Platform;

/// <summary>What waits for an instant of the portal's clock.</summary>
public sealed class AlarmTests
{
    private readonly PortalClock clock = new(TimeProvider.System);
    private int rung;

    [Fact]
    public async Task Rings_at_the_instant_and_not_before()
    {
        var (at, heard) = (clock.Now.AddMilliseconds(80), new TaskCompletionSource<DateTimeOffset>());
        using var alarm = clock.RingAt(at, () => heard.SetResult(clock.Now));
        Assert.True(await heard.Task >= at);
    }

    [Fact]
    public void Rings_once_when_the_clock_is_moved_past_it()
    {
        var noon = clock.Now.AddDays(100); // further than a timer counts
        using var alarm = clock.RingAt(noon, Ring);
        clock.MoveTo(noon.AddMinutes(-5));
        Assert.Equal(0, rung);
        clock.MoveTo(noon.AddMinutes(1));
        clock.MoveTo(noon.AddMinutes(-1));
        clock.MoveTo(noon.AddMinutes(2));
        Assert.Equal(1, rung);
    }

    [Fact]
    public void Rings_at_once_when_the_instant_is_over()
    {
        using var alarm = clock.RingAt(clock.Now.AddDays(-1), Ring);
        Assert.Equal(1, rung);
    }

    [Fact]
    public void Is_silent_once_disposed()
    {
        clock.RingAt(clock.Now.AddDays(1), Ring).Dispose();
        clock.MoveTo(clock.Now.AddDays(2));
        Assert.Equal(0, rung);
    }

    private void Ring() => rung++;
}
