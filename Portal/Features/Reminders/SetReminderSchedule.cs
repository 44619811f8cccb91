using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Reminders;

/// <summary>Lịch nhắc: the coordinator of a request says when its units are reminded. What would have been due before is not made up for.</summary>
public sealed class SetReminderSchedule(Writer writer, ChangeFeed feed)
{
    /// <summary>Sets it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="hours">Whole hours before the deadline, separated by commas.</param>
    /// <param name="atDeadline">At the deadline too.</param>
    /// <param name="daily">Then daily.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, string? hours, bool atDeadline, bool daily, Guid key)
    {
        var set = await writer.RunAsync<(int Request, long Number)>(nameof(SetReminderSchedule), requestCode, key, async work =>
        {
            var (db, act) = work;
            if (await db.Requests.VisibleTo(act.Actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode) is not { } request)
            {
                return Problem.NotFound;
            }

            if (!act.Actor.Is(Role.Coordinator, request.CoordinatingUnitCode))
            {
                return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
            }

            var schedule = await db.ReminderSchedules.FindAsync(request.Id) ?? db.ReminderSchedules.Add(new ReminderSchedule(request.Id)).Entity;
            if (schedule.Change(hours, atDeadline, daily, act.At) is { } unfit)
            {
                return unfit;
            }

            return (request.Id, await db.Events.MaxAsync(e => e.Number));
        });
        if (set.Problem is null && set.Value.Request > 0)
        {
            feed.Publish(new Change(set.Value.Request, null, set.Value.Number)); // other pages show it, and the reminders are counted anew
        }

        return set.Problem;
    }
}
