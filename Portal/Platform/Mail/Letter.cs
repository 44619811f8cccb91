namespace Portal.Platform.Mail;

/// <summary>One e-mail, ready to go.</summary>
/// <param name="Id">What stands before the @ of its Message-Id; the same for the same mail, however often it is sent.</param>
/// <param name="To">Where to.</param>
/// <param name="Subject">In any language.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The same as HTML.</param>
/// <param name="At">Its date.</param>
public sealed record Letter(string Id, string To, string Subject, string Text, string Html, DateTimeOffset At);

/// <summary>What became of one e-mail.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Said">What the mail server said; null when it took it.</param>
public readonly record struct Delivery(MailFate Fate, string? Said = null);

/// <summary>What can become of one e-mail.</summary>
public enum MailFate
{
    /// <summary>The mail server has taken it.</summary>
    Taken,
    /// <summary>Refused for good (5xx): this address, or this mail.</summary>
    Refused,
    /// <summary>Not now (4xx): this address, or this mail; others may go.</summary>
    Later,
}
