using Portal.Domain.Calendar;
using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>Until when a supplement is asked for, unless the reviewer says otherwise (workflow §4, Return).</summary>
public static class SupplementDue
{
    private static readonly TimeOnly EndOfWork = new(17, 0);

    /// <summary>The deadline while it is ahead, else the next working day at 17:00, at UTC+7.</summary>
    /// <param name="deadline">The report's deadline.</param>
    /// <param name="now">The server's instant.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static DateTimeOffset Usual(Deadline deadline, DateTimeOffset now, WorkCalendar calendar) =>
        deadline.At is { } at && at > now ? at : WorkCalendar.At(calendar.Next(WorkCalendar.DayOf(now)), EndOfWork);
}
