using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Options;
using Portal.Shared;

namespace Portal.Demo;

/// <summary>The portal's time, and the instants worth going to.</summary>
/// <param name="Now">The time it is in the portal.</param>
/// <param name="Start">Where the demonstration starts.</param>
/// <param name="Deadline">The letter's deadline.</param>
public sealed record DemoTimes(DateTimeOffset Now, DateTimeOffset Start, DateTimeOffset? Deadline);

/// <summary>What the page «Đặt giờ» shows; outside a demonstration it does not exist.</summary>
public sealed class DemoTime(Reader reader, PortalClock clock, DemoClock demo, PortalOptions options)
{
    /// <summary>Reads it.</summary>
    public Task<Outcome<DemoTimes>> RunAsync() => reader.RunAsync<DemoTimes>(nameof(DemoTime), null, async (db, _) =>
    {
        if (!options.Demo.Enabled)
        {
            return Problem.NotFound;
        }

        var deadline = await db.Requests.Where(r => r.State == RequestState.Open).OrderBy(r => r.Id).Select(r => r.Deadline).FirstOrDefaultAsync(); // the letter's, which every sample person has
        return new DemoTimes(clock.Now, demo.Start, deadline.At);
    });
}

/// <summary>Đặt giờ: moves the demonstration's clock. Nothing in the letter or in a report is changed; what depends on the time counts again.</summary>
public sealed class MoveDemoClock(Writer writer, PortalClock clock, DemoClock demo, PortalOptions options)
{
    /// <summary>Moves it.</summary>
    /// <param name="to">The time it is to be now.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(DateTimeOffset to, Guid key)
    {
        var moved = await writer.RunAsync<TimeSpan>(nameof(MoveDemoClock), null, key, async work =>
        {
            if (!options.Demo.Enabled)
            {
                return Problem.NotFound;
            }

            if (to < DemoClock.Earliest || to > DemoClock.Latest)
            {
                return Problem.Invalid(nameof(Problems.DemoTimeOutside), VietTime.DateTime(DemoClock.Earliest), VietTime.DateTime(DemoClock.Latest)).At("time");
            }

            var ahead = demo.Ahead(to);
            await DemoClock.KeepAsync(work.Db, ahead);
            return ahead;
        });
        if (moved.Problem is null)
        {
            clock.Shift(moved.Value);
        }

        return moved.Problem;
    }
}
