namespace Portal.Domain.Requests;

/// <summary>Until when. "Trước 10 giờ" is exclusive: at 10:00:00.000 it is late; "chậm nhất" is inclusive. No day in the letter: no deadline.</summary>
/// <param name="At">The instant, or null.</param>
/// <param name="Inclusive">Whether the instant itself is still in time.</param>
public readonly record struct Deadline(DateTimeOffset? At, bool Inclusive)
{
    /// <summary>True while it is not too late at that instant; always true without a deadline.</summary>
    public bool Holds(DateTimeOffset at) => At is not { } due || (Inclusive ? at <= due : at < due);

    /// <summary>The first instant, to the millisecond, at which it is too late; null without a deadline.</summary>
    public DateTimeOffset? LateFrom => Inclusive ? At?.AddMilliseconds(1) : At;

    /// <summary>True within that time before the deadline.</summary>
    public bool DueSoon(DateTimeOffset at, TimeSpan within) => At is { } due && Holds(at) && due - at <= within;
}
