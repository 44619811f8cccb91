namespace Portal.Domain.Notices;

/// <summary>Who is reminded.</summary>
public enum ReminderTarget
{
    /// <summary>The unit: it owes something.</summary>
    Unit,
    /// <summary>The unit's head: the report waits for him.</summary>
    Head,
    /// <summary>Who decides on the extension that the unit asked for.</summary>
    Reviewer,
}

/// <summary>One line of the urging log (theo dõi đôn đốc): who was urged when, by which channel, by itself or by hand, with what words. A slot is used once for a report, whoever runs the job.</summary>
public sealed class Urging
{
    private Urging() { }

    internal Urging(int requestId, int submissionId, DateTimeOffset at, ReminderTarget target, string? slot, int? actorId, string? text)
        => (RequestId, SubmissionId, At, Target, Slot, ActorId, Text) = (requestId, submissionId, at, target, slot, actorId, text);

    /// <summary>From the fourth on a unit stands on the leaders' list.</summary>
    public const int Often = 4;

    /// <summary>The key.</summary>
    public long Id { get; private set; }

    /// <summary>In which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>Whose report.</summary>
    public int SubmissionId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who was reminded.</summary>
    public ReminderTarget Target { get; private set; }

    /// <summary>Which reminder of the schedule; null by hand.</summary>
    public string? Slot { get; private set; }

    /// <summary>Who urged; null for the portal.</summary>
    public int? ActorId { get; private set; }

    /// <summary>The words that were added by hand.</summary>
    public string? Text { get; private set; }

    /// <summary>How many people found it in their inbox.</summary>
    public int Inboxes { get; private set; }

    /// <summary>To how many it goes by e-mail as well.</summary>
    public int Mails { get; private set; }

    /// <summary>Keeps by which channels people were told.</summary>
    public void Told(int inboxes, int mails) => (Inboxes, Mails) = (inboxes, mails);
}
