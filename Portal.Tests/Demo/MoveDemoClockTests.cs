using Microsoft.Extensions.DependencyInjection;
using Portal.Demo;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Options;
using Portal.Tests.Support;

namespace Portal.Tests.Demo;

[Trait("Engine", "both")]
public sealed class MoveDemoClockTests
{
    private static readonly DateTimeOffset AfterDeadline = new(2024, 7, 3, 11, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task The_clock_moves_ticks_on_and_tells_who_waits_for_an_instant()
    {
        await using var portal = await TestPortal.CreateAsync();
        var told = 0;
        portal.Clock.Moved += () => told++;
        Assert.Null(await Use(portal).RunAsync(AfterDeadline, Guid.NewGuid()));
        Assert.InRange(portal.Clock.Now, AfterDeadline, AfterDeadline.AddMinutes(1));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task The_clock_ticks_on_over_a_restart()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await Use(portal).RunAsync(AfterDeadline, Guid.NewGuid()));
        await using var again = await portal.ForkAsync();
        again.Clock.Shift(TimeSpan.Zero);
        await again.Services.GetRequiredService<DemoClock>().RunOnAsync();
        Assert.InRange(again.Clock.Now, AfterDeadline, AfterDeadline.AddMinutes(1));
    }

    [Fact]
    public async Task Nothing_in_letter_or_reports_changes()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        var before = await portal.SnapshotAsync();
        Assert.Null(await Use(portal).RunAsync(AfterDeadline, Guid.NewGuid()));
        Assert.StartsWith("Settings", Assert.Single(before.Differences(await portal.SnapshotAsync())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2020)]
    [InlineData(2030)]
    public async Task A_time_far_away_is_refused(int year)
    {
        await using var portal = await TestPortal.CreateAsync();
        var problem = await Use(portal).RunAsync(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), Guid.NewGuid());
        Assert.Equal(nameof(Problems.DemoTimeOutside), problem?.Code);
        Assert.InRange(portal.Clock.Now, TestPortal.Start, TestPortal.Start.AddMinutes(1));
    }

    [Fact]
    public async Task Outside_a_demonstration_there_is_no_such_thing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var problem = await Use(portal, demonstration: false).RunAsync(AfterDeadline, Guid.NewGuid());
        Assert.Equal(ProblemKind.NotFound, problem?.Kind);
        Assert.InRange(portal.Clock.Now, TestPortal.Start, TestPortal.Start.AddMinutes(1));
    }

    private static MoveDemoClock Use(TestPortal portal, bool demonstration = true) => new(
        portal.As("21049.canbo").Get<Writer>(), portal.Clock, portal.Services.GetRequiredService<DemoClock>(), new PortalOptions(portal.Folder, new DemoOptions { Enabled = demonstration }));
}
