using System.Globalization;

namespace Portal.Shared;

/// <summary>Instants as people here read them: Asia/Ho_Chi_Minh (UTC+7, no summer time), day before month, leading zero for days below 10 and months 1 and 2 as official letters write them.</summary>
public static class VietTime
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The same instant at UTC+7.</summary>
    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Zone);

    /// <summary>The instant of a clock time here.</summary>
    public static DateTimeOffset At(System.DateTime local) => new(System.DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone);

    /// <summary><c>03/7/2024</c>.</summary>
    public static string Date(DateTimeOffset at) => Date(DateOnly.FromDateTime(Local(at).DateTime));

    /// <summary><c>03/7/2024</c>.</summary>
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}/{(day.Month < 3 ? $"{day.Month:00}" : $"{day.Month}")}/{day.Year}");

    /// <summary><c>03/7</c>, where the year is plain.</summary>
    public static string ShortDate(DateTimeOffset at) => Date(at)[..^5];

    /// <summary><c>16:40</c>.</summary>
    public static string Time(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>16:40:07</c>, where seconds decide.</summary>
    public static string TimeSeconds(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary><c>02/7/2024 16:40</c>.</summary>
    public static string DateTime(DateTimeOffset at) => $"{Date(at)} {Time(at)}";

    /// <summary><c>02/7 16:40</c>, for dense lists.</summary>
    public static string ShortDateTime(DateTimeOffset at) => $"{ShortDate(at)} {Time(at)}";

    /// <summary><c>thứ Tư</c>, from the culture's own calendar, as letters write it.</summary>
    public static string Weekday(DateTimeOffset at)
    {
        var name = Vietnamese.DateTimeFormat.GetDayName(Local(at).DayOfWeek);
        return char.ToLower(name[0], Vietnamese) + name[1..];
    }
}
