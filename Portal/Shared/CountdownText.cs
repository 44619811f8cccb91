namespace Portal.Shared;

/// <summary>How near a deadline is.</summary>
public enum Nearness
{
    /// <summary>More than 24 hours.</summary>
    Far,
    /// <summary>Within 24 hours.</summary>
    Soon,
    /// <summary>The instant has come: a deadline is exclusive.</summary>
    Late,
}

/// <summary>The words for what is left until an instant: days above 48 hours, hours below, seconds in the last ten minutes. <c>portal.js</c> says the same in the browser.</summary>
public static class CountdownText
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The words, led by "left" unless <paramref name="bare"/>; after the instant always led by "late".</summary>
    public static string Of(TimeSpan left, bool bare = false) =>
        left <= TimeSpan.Zero ? $"{SharedText.CountdownLate} {Span(-left, false)}"
        : bare ? Span(left, true)
        : $"{SharedText.CountdownLeft} {Span(left, true)}";

    /// <summary>How near that is.</summary>
    public static Nearness Near(TimeSpan left) =>
        left <= TimeSpan.Zero ? Nearness.Late : left <= TimeSpan.FromHours(24) ? Nearness.Soon : Nearness.Far;

    private static string Span(TimeSpan span, bool seconds) =>
        span > TimeSpan.FromHours(48) ? $"{span.Days} {SharedText.CountdownDays} {span.Hours} {SharedText.CountdownHours}"
        : span >= Hour ? $"{(int)span.TotalHours} {SharedText.CountdownHours} {span.Minutes} {SharedText.CountdownMinutes}"
        : seconds && span < TimeSpan.FromMinutes(10) ? $"{span.Minutes} {SharedText.CountdownMinutes} {span.Seconds} {SharedText.CountdownSeconds}"
        : $"{span.Minutes} {SharedText.CountdownMinutes}";
}
