using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>Until when a supplement is asked for, unless the reviewer says otherwise (workflow §4, Return).</summary>
public static class SupplementDue
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    /// <summary>The deadline while it is ahead, else the next working day (Monday to Friday) at 17:00, at UTC+7.</summary>
    public static DateTimeOffset Usual(Deadline deadline, DateTimeOffset now)
    {
        if (deadline.At is { } at && at > now)
        {
            return at;
        }

        var day = now.ToOffset(Zone).Date.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        return new DateTimeOffset(day.AddHours(17), Zone);
    }
}
