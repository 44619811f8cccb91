using System.Globalization;

namespace Portal.Domain.Notices;

/// <summary>When units are reminded of one request: so many hours before, at the deadline, then daily.</summary>
public sealed class ReminderSchedule
{
    private const int MostSlots = 5;
    private const int MostHours = 24 * 14;

    private ReminderSchedule() { }

    /// <summary>The usual one: 24 and 2 hours before, at the deadline, then daily.</summary>
    public ReminderSchedule(int requestId) => (RequestId, Hours, AtDeadline, Daily) = (requestId, "24,2", true, true);

    /// <summary>Of which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>Hours before, longest first, separated by commas.</summary>
    public string Hours { get; private set; } = "";

    /// <summary>At the deadline.</summary>
    public bool AtDeadline { get; private set; }

    /// <summary>Each day after the deadline, at its hour.</summary>
    public bool Daily { get; private set; }

    /// <summary>When it was changed last; what would have been due before that is not made up for.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    /// <summary>Guards against two changes at once.</summary>
    public int Version { get; private set; }

    /// <summary>Hours before, longest first.</summary>
    public IReadOnlyList<int> HoursBefore => [.. Hours.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(h => int.Parse(h, CultureInfo.InvariantCulture))];

    /// <summary>Changes it.</summary>
    /// <param name="hours">Whole hours before, separated by commas or blanks; blank for none. At most five, each from 1 to 336 (14 days).</param>
    /// <param name="atDeadline">At the deadline.</param>
    /// <param name="daily">Then daily.</param>
    /// <param name="at">Now.</param>
    public Problem? Change(string? hours, bool atDeadline, bool daily, DateTimeOffset at)
    {
        var typed = (hours ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var read = typed.Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var h) && h is >= 1 and <= MostHours ? h : 0).Distinct().OrderDescending().ToList();
        if (read.Contains(0) || read.Count > MostSlots)
        {
            return Problem.Invalid(nameof(Problems.ReminderHoursUnfit), MostSlots, MostHours).At("hours");
        }

        (Hours, AtDeadline, Daily, ChangedAt, Version) = (string.Join(',', read), atDeadline, daily, at, Version + 1);
        return null;
    }
}
