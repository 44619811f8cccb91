namespace Portal.Features.Calendar;

/// <summary>The parts of this feature.</summary>
public static class CalendarSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCalendarFeature(this IServiceCollection services) => services.AddSingleton<HolidayLoader>().AddScoped<HolidayList>().AddScoped<SaveHoliday>().AddScoped<RemoveHoliday>();
}
