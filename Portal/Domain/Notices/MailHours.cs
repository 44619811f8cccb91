using Portal.Domain.Submissions;

namespace Portal.Domain.Notices;

/// <summary>When an e-mail may leave, at UTC+7. Pure.</summary>
public static class MailHours
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);
    private static readonly TimeSpan Digest = TimeSpan.FromHours(7);
    private static readonly TimeSpan QuietFrom = TimeSpan.FromHours(22);
    private static readonly TimeSpan QuietTo = TimeSpan.FromHours(6);

    /// <summary>From when on an e-mail about that may be sent.</summary>
    /// <param name="verb">What happened.</param>
    /// <param name="way">At once or in the morning.</param>
    /// <param name="at">When it happened.</param>
    public static DateTimeOffset Due(EventVerb verb, MailWay way, DateTimeOffset at) =>
        way == MailWay.Morning ? Next(at, Digest)
        : verb is EventVerb.Reminded or EventVerb.HeadReminded or EventVerb.ReviewerReminded ? AfterTheNight(at)
        : at;

    /// <summary>The same instant by day; from 22:00 to before 06:00 the next 06:00.</summary>
    public static DateTimeOffset AfterTheNight(DateTimeOffset at)
    {
        var time = at.ToOffset(Zone).TimeOfDay;
        return time >= QuietFrom || time < QuietTo ? Next(at, QuietTo) : at;
    }

    private static DateTimeOffset Next(DateTimeOffset at, TimeSpan time)
    {
        var local = at.ToOffset(Zone);
        var today = new DateTimeOffset(local.Date, Zone) + time;
        return (today > local ? today : today.AddDays(1)).ToUniversalTime();
    }
}
