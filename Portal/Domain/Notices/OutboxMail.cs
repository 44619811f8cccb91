using Portal.Domain.Submissions;

namespace Portal.Domain.Notices;

/// <summary>One notice that goes by e-mail as well. Written in the transaction of what it tells of, so that it is there exactly if that happened; sent later, at least once.
/// It holds no words: they are made when it is sent, without answers and without names.</summary>
public sealed class OutboxMail
{
    private OutboxMail() { }

    /// <summary>Puts a notice into the outbox.</summary>
    /// <param name="personId">To whom.</param>
    /// <param name="address">Where to, as it stood then.</param>
    /// <param name="verb">What happened.</param>
    /// <param name="requestId">In which request.</param>
    /// <param name="submissionId">On whose report.</param>
    /// <param name="itemCodes">On which items, separated by commas.</param>
    /// <param name="at">When.</param>
    /// <param name="way">At once or in the morning.</param>
    public OutboxMail(int personId, string address, EventVerb verb, int requestId, int? submissionId, string? itemCodes, DateTimeOffset at, MailWay way)
    {
        (PersonId, Address, Verb, RequestId, SubmissionId, ItemCodes, At) = (personId, address, verb, requestId, submissionId, itemCodes, at);
        (Key, Digest, DueAt) = (Guid.NewGuid(), way == MailWay.Morning, MailHours.Due(verb, way, at));
    }

    /// <summary>The key.</summary>
    public long Id { get; private set; }

    /// <summary>What the message is known by: its Message-Id is made of it, so that a resend is recognised.</summary>
    public Guid Key { get; private set; }

    /// <summary>To whom.</summary>
    public int PersonId { get; private set; }

    /// <summary>Where to.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What happened.</summary>
    public EventVerb Verb { get; private set; }

    /// <summary>In which request.</summary>
    public int RequestId { get; private set; }

    /// <summary>On whose report.</summary>
    public int? SubmissionId { get; private set; }

    /// <summary>On which items, separated by commas.</summary>
    public string? ItemCodes { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Goes together with the person's others of that morning.</summary>
    public bool Digest { get; private set; }

    /// <summary>From when on it may be sent; put off when the recipient's server asks to come back later.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Who is sending it now: the key of one attempt.</summary>
    public Guid? ClaimedBy { get; private set; }

    /// <summary>Until when nobody else may, by the system's clock; after that its sender is taken for dead.</summary>
    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the mail server took it; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was given up, because its address was refused for good or nobody is to read it any more.</summary>
    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>What the mail server said last.</summary>
    public string? LastError { get; private set; }
}
