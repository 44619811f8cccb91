using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Calendar;

/// <summary>Takes a day out of the calendar; it is again what its weekday says.</summary>
public sealed class RemoveHoliday(Writer writer)
{
    /// <summary>Removes it.</summary>
    /// <param name="holidayId">Which day.</param>
    /// <param name="version">Which state of it was shown.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(int holidayId, int version, Guid key) =>
        (await writer.RunAsync<bool>(nameof(RemoveHoliday), null, key, async work =>
        {
            var (db, act) = work;
            if (!act.Actor.Is(Role.Administrator))
            {
                return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
            }

            if (await db.Holidays.SingleOrDefaultAsync(h => h.Id == holidayId) is not { } day)
            {
                return Problem.NotFound;
            }

            if (day.Version != version)
            {
                return Problem.Stale(nameof(Problems.StalePage));
            }

            db.Holidays.Remove(day);
            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.HolidaysChanged, act.Actor.PersonId, nameof(RemoveHoliday), SaveHoliday.Said(day.Date, day.Name, day.Kind, day.Verified), null));
            return true;
        })).Problem;
}
