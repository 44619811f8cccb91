using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Calendar;
using Portal.Domain.People;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Calendar;

/// <summary>One day as the page shows it.</summary>
/// <param name="Version">Which state of it is shown; asked for when it is changed or removed.</param>
public sealed record HolidayLine(int Id, DateOnly Date, string Name, HolidayKind Kind, bool Verified, int Version);

/// <summary>One year's days.</summary>
/// <param name="Year">Which year.</param>
/// <param name="Years">The years to choose from, in order; the shown one too.</param>
/// <param name="Lines">The days in order.</param>
public sealed record HolidayModel(int Year, IReadOnlyList<int> Years, IReadOnlyList<HolidayLine> Lines)
{
    /// <summary>How many of them nobody has seen announced.</summary>
    public int Unverified => Lines.Count(l => !l.Verified);
}

/// <summary>The days of a year that are not what their weekday says, for the administrator.</summary>
public sealed class HolidayList(Reader reader, PortalClock clock)
{
    /// <summary>Reads them.</summary>
    /// <param name="year">Which year; null for the one that it is.</param>
    public Task<Outcome<HolidayModel>> RunAsync(int? year) => reader.RunAsync<HolidayModel>(nameof(HolidayList), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var now = WorkCalendar.DayOf(clock.Now).Year;
        var shown = year is >= Holiday.FirstYear and <= Holiday.LastYear ? year.Value : now;
        var days = await db.Holidays.OrderBy(h => h.Date).Select(h => new HolidayLine(h.Id, h.Date, h.Name, h.Kind, h.Verified, h.Version)).ToListAsync();
        return new HolidayModel(shown, [.. days.Select(d => d.Date.Year).Append(shown).Append(now).Distinct().Order()], [.. days.Where(d => d.Date.Year == shown)]);
    });
}
