using System.Text.RegularExpressions;

namespace Portal.Domain.Requests;

/// <summary>How a request opens by itself, gets its number and day, and is amended while it is open (workflow §7).</summary>
public sealed partial class ReportingRequest
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200); // the pattern comes from a file

    /// <summary>Schedule (Hẹn phát hành): Draft → Scheduled; of what is scheduled already, another time.</summary>
    /// <param name="at">The server's instant.</param>
    /// <param name="personId">Who; at that time his rights are read anew.</param>
    /// <param name="opensAt">When; after now and before the deadline.</param>
    public Problem? Schedule(DateTimeOffset at, int personId, DateTimeOffset? opensAt)
    {
        if (State is not (RequestState.Draft or RequestState.Scheduled))
        {
            return Problem.State(nameof(Problems.RequestNotDraft));
        }

        if (opensAt is not { } time || time <= at || !Deadline.Holds(time))
        {
            return Problem.Invalid(nameof(Problems.OpeningTimeUnfit)).At("opensAt");
        }

        (State, OpensAt, ScheduledBy, Version) = (RequestState.Scheduled, time, personId, Version + 1);
        return null;
    }

    /// <summary>BackToDraft (Bỏ hẹn): Scheduled → Draft.</summary>
    public Problem? BackToDraft()
    {
        if (State != RequestState.Scheduled)
        {
            return Problem.State(nameof(Problems.RequestNotScheduled));
        }

        (State, OpensAt, ScheduledBy, Version) = (RequestState.Draft, null, null, Version + 1);
        return null;
    }

    /// <summary>EnterNumber (Ghi số, ngày văn bản): what the letter left blank when its file was made; a mistake is corrected the same way.</summary>
    /// <param name="at">The server's instant.</param>
    /// <param name="number">The number as the letter bears it, with the symbol.</param>
    /// <param name="day">The letter's day; not in the future.</param>
    /// <param name="pattern">What the file says a number looks like; blank for anything.</param>
    public Problem? EnterNumber(DateTimeOffset at, string? number, DateOnly? day, string? pattern)
    {
        if (State is RequestState.Archived or RequestState.Cancelled)
        {
            return Problem.State(nameof(Problems.RequestNotRunning));
        }

        var typed = number?.Trim() ?? "";
        if (typed.Length is 0 or > 100 || !Fits(typed, pattern))
        {
            return Problem.Invalid(nameof(Problems.LetterNumberUnfit)).At("number");
        }

        if (day is not { } date || date > DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).Date))
        {
            return Problem.Invalid(nameof(Problems.LetterDayUnfit)).At("day");
        }

        (LetterNumber, LetterDate, Version) = (typed, date, Version + 1);
        return null;
    }

    /// <summary>What the letter says of itself, with the number and the day that were entered since.</summary>
    public LetterFacts Facts(LetterFacts file) => file with { Number = LetterNumber ?? file.Number, Date = LetterDate ?? file.Date };

    /// <summary>Amend (Điều chỉnh biểu mẫu): reports made from now on stand on the next form version; what becomes of those there are, each report's own verb says.</summary>
    /// <param name="to">The definition of that version.</param>
    public Problem? Amend(RequestDefinition to)
    {
        if (State != RequestState.Open)
        {
            return Problem.State(nameof(Problems.RequestNotOpen));
        }

        (FormVersion, Title, SignedReport, Version) = (FormVersion + 1, to.Letter.Subject, to.SignedReport, Version + 1);
        return null;
    }

    private static bool Fits(string number, string? pattern)
    {
        try
        {
            return string.IsNullOrWhiteSpace(pattern) || Regex.IsMatch(number, pattern, RegexOptions.CultureInvariant, Slow);
        }
        catch (RegexParseException)
        {
            return true; // a pattern that nobody can read holds nobody up
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
