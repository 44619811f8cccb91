using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Domain.Requests;

/// <summary>A day and a time of day as people here type them: <c>04/7/2024</c> and <c>17:00</c>, <c>17h30</c> or <c>17 giờ</c>; at UTC+7, whatever the browser's language.</summary>
public static partial class MomentInput
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    /// <summary>Reads both.</summary>
    /// <param name="day">Day, month, year.</param>
    /// <param name="time">Hour and minute.</param>
    /// <returns>The instant; null when both are blank; what is wrong with one of them else.</returns>
    public static Outcome<DateTimeOffset?> Read(string? day, string? time)
    {
        if (string.IsNullOrWhiteSpace(day) && string.IsNullOrWhiteSpace(time))
        {
            return new(null, null);
        }

        if (string.IsNullOrWhiteSpace(day))
        {
            return new(null, Problem.Invalid(nameof(Problems.DateUnreadable), ""));
        }

        var read = FieldInput.OfDate(day.Trim());
        if (read.Problem is { } unread)
        {
            return new(null, unread);
        }

        return Time().Match(time?.Trim() ?? "") is { Success: true } match && Number(match, 1) is var hour and < 24 && Number(match, 2) is var minute and < 60
            ? new(new DateTimeOffset(FieldInput.Day(read.Value)!.Value.ToDateTime(new(hour, minute)), Zone), null)
            : new(null, Problem.Invalid(nameof(Problems.TimeUnreadable)));
    }

    private static int Number(Match match, int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(\d{1,2})(?:\s*(?:[:.hg]|gi\u1EDD)\s*(\d{2})?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Time();
}
