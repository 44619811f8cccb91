namespace Portal.Domain.Calendar;

/// <summary>Which days are worked, at UTC+7: Monday to Friday, except the days off, and the weekend days that make up for one.</summary>
public sealed class WorkCalendar
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    private readonly Dictionary<DateOnly, HolidayKind> days;

    /// <summary>Makes a calendar.</summary>
    /// <param name="exceptions">The days that are not what their weekday says; each once.</param>
    public WorkCalendar(IEnumerable<(DateOnly Date, HolidayKind Kind)> exceptions) => days = exceptions.ToDictionary(e => e.Date, e => e.Kind);

    /// <summary>Weekends only, where nothing is known of holidays.</summary>
    public static WorkCalendar Plain { get; } = new([]);

    /// <summary>The day here at that instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Zone).DateTime);

    /// <summary>The instant of a time of day here.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Zone);

    /// <summary>Saturday or Sunday.</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>Is that day worked?</summary>
    public bool IsWorkingDay(DateOnly day) => days.TryGetValue(day, out var kind) ? kind == HolidayKind.WorkingDay : !IsWeekend(day);

    /// <summary>The first working day after that day.</summary>
    public DateOnly Next(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>The n-th working day after that day; the day itself never counts.</summary>
    /// <param name="day">From when, worked or not.</param>
    /// <param name="workingDays">How many, from 1.</param>
    public DateOnly After(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);
        for (var k = 0; k < workingDays; k++)
        {
            day = Next(day);
        }

        return day;
    }
}
