using System.Diagnostics;

namespace Portal.Tests.Domain.Submissions;

/// <summary>The deadline is an instant: whatever time zone the machine has, 09:59:59.999 at UTC+7 is in time and 10:00:00.000 is not.</summary>
public sealed class DeadlineZoneTests
{
    [Theory]
    [InlineData("UTC", 0)]
    [InlineData("Asia/Ho_Chi_Minh", 7)]
    [InlineData("America/New_York", -5)]
    public async Task The_deadline_tests_hold_in_every_zone(string zone, int hours)
    {
        var tests = new ProcessStartInfo("dotnet", [typeof(DeadlineZoneTests).Assembly.Location, "-noColor", "-class", typeof(DeadlineTests).FullName!, "-class", typeof(MachineZoneTests).FullName!])
        {
            RedirectStandardOutput = true,
            Environment = { ["TZ"] = zone, [MachineZoneTests.Expected] = $"{hours}" },
        };
        using var process = Process.Start(tests)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
        Assert.Matches("Total: [1-9][0-9]+, Errors: 0, Failed: 0, Skipped: 0", said);
    }
}

/// <summary>That the machine really has the zone it was given.</summary>
public sealed class MachineZoneTests
{
    /// <summary>Names the offset that is expected, in hours.</summary>
    public const string Expected = "PORTAL_TEST_ZONE";

    [Fact]
    public void The_machine_has_the_zone_it_was_given() =>
        Assert.Equal(Environment.GetEnvironmentVariable(Expected) ?? $"{TimeZoneInfo.Local.BaseUtcOffset.Hours}", $"{TimeZoneInfo.Local.BaseUtcOffset.Hours}");
}
