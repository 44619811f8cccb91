using Microsoft.EntityFrameworkCore;
using Portal.Domain.Calendar;

namespace Portal.Database;

/// <summary>The calendar of working days as it stands in the database.</summary>
public static class HolidayCalendar
{
    /// <summary>Reads it; some dozens of rows.</summary>
    public static async Task<WorkCalendar> CalendarAsync(this PortalDb db) =>
        new((await db.Holidays.AsNoTracking().Select(h => new { h.Date, h.Kind }).ToListAsync()).Select(h => (h.Date, h.Kind)));
}
