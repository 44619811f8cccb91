namespace Portal.Domain.Calendar;

/// <summary>In which way a day differs from what its weekday says.</summary>
public enum HolidayKind
{
    /// <summary>Nobody works: a public holiday, a day off in lieu, a day swapped away.</summary>
    DayOff,
    /// <summary>A day of the weekend on which people work for a day that was swapped away.</summary>
    WorkingDay,
}

/// <summary>One day that is not what its weekday says (Labour Code 2019, articles 111 and 112; the swaps that the government announces each year). Data: another year is added by the administrator.</summary>
public sealed class Holiday
{
    /// <summary>The longest name.</summary>
    public const int MaxName = 120;

    /// <summary>The years that are taken: an obvious slip of the hand is refused.</summary>
    public const int FirstYear = 2020, LastYear = 2100;

    private Holiday() { }

    /// <summary>Makes one from data that was checked.</summary>
    /// <param name="date">Which day, here.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="kind">Off or worked.</param>
    /// <param name="verified">Somebody has seen it in an official announcement.</param>
    public Holiday(DateOnly date, string name, HolidayKind kind, bool verified) => (Date, Name, Kind, Verified) = (date, name, kind, verified);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Which day, here; once in the table.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Off or worked.</summary>
    public HolidayKind Kind { get; private set; }

    /// <summary>Somebody has seen it in an official announcement, or the law names the day itself.</summary>
    public bool Verified { get; private set; }

    /// <summary>Guards against two changes at once.</summary>
    public int Version { get; private set; }

    /// <summary>Checks what somebody typed.</summary>
    /// <returns>The refusal with its field, or null.</returns>
    public static Problem? Check(DateOnly? date, string? name, HolidayKind? kind)
    {
        if (date is not { } day || day.Year is < FirstYear or > LastYear)
        {
            return Problem.Invalid(nameof(Problems.HolidayDate), FirstYear, LastYear).At("date");
        }

        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaxName)
        {
            return Problem.Invalid(nameof(Problems.HolidayName), MaxName).At("name");
        }

        if (kind is null)
        {
            return Problem.Invalid(nameof(Problems.HolidayKindNeeded)).At("kind");
        }

        return kind == HolidayKind.WorkingDay && !WorkCalendar.IsWeekend(day) ? Problem.Invalid(nameof(Problems.HolidayOnWorkingDay)).At("kind") : null;
    }

    /// <summary>Becomes what was typed and checked.</summary>
    public void Change(DateOnly date, string name, HolidayKind kind, bool verified) =>
        (Date, Name, Kind, Verified, Version) = (date, name, kind, verified, Version + 1);
}
