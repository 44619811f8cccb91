using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Calendar;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.Calendar;

/// <summary>What was typed for one day.</summary>
/// <param name="Id">Which day is changed; null for a new one.</param>
/// <param name="Version">Which state of it was shown.</param>
public sealed record HolidayInput(int? Id, int Version, DateOnly? Date, string? Name, HolidayKind? Kind, bool Verified);

/// <summary>Adds a day to the calendar or changes one.</summary>
public sealed class SaveHoliday(Writer writer)
{
    /// <summary>Saves it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(HolidayInput typed, Guid key) =>
        (await writer.RunAsync<bool>(nameof(SaveHoliday), null, key, async work =>
        {
            var (db, act) = work;
            if (!act.Actor.Is(Role.Administrator))
            {
                return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
            }

            if (Holiday.Check(typed.Date, typed.Name, typed.Kind) is { } wrong)
            {
                return wrong;
            }

            var (date, name, kind) = (typed.Date!.Value, typed.Name!.Trim(), typed.Kind!.Value);
            if (await db.Holidays.SingleOrDefaultAsync(h => h.Date == date && h.Id != typed.Id) is { } other)
            {
                return Problem.Invalid(nameof(Problems.HolidayTwice), VietTime.Date(date), other.Name).At("date");
            }

            string? before = null;
            if (typed.Id is not { } id)
            {
                db.Holidays.Add(new Holiday(date, name, kind, typed.Verified));
            }
            else if (await db.Holidays.SingleOrDefaultAsync(h => h.Id == id) is not { } day)
            {
                return Problem.NotFound;
            }
            else if (day.Version != typed.Version)
            {
                return Problem.Stale(nameof(Problems.StalePage));
            }
            else
            {
                before = $"{Said(day.Date, day.Name, day.Kind, day.Verified)} → ";
                day.Change(date, name, kind, typed.Verified);
            }

            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.HolidaysChanged, act.Actor.PersonId, nameof(SaveHoliday), before + Said(date, name, kind, typed.Verified), null));
            return true;
        })).Problem;

    /// <summary>A day as the access record names it.</summary>
    internal static string Said(DateOnly date, string name, HolidayKind kind, bool verified) =>
        string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {(kind == HolidayKind.DayOff ? CalendarText.DayOff : CalendarText.WorkingDay)}: {name}{(verified ? null : $" ({CalendarText.Unverified})")}");
}
