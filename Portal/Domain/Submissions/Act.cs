using Portal.Domain.People;

namespace Portal.Domain.Submissions;

/// <summary>One command in the making: who, when, under which one-time key; it gathers the events that the verbs record.</summary>
/// <param name="Actor">Who acts.</param>
/// <param name="At">The server's instant, read once, to the millisecond.</param>
/// <param name="CommandId">The one-time key of the press.</param>
public sealed record Act(Actor Actor, DateTimeOffset At, Guid CommandId)
{
    private static readonly EventVerb[] HeadsOwn =
        [EventVerb.SentBackByHead, EventVerb.SignedOff, EventVerb.ApprovalRevoked, EventVerb.Withdrawn, EventVerb.Assigned, EventVerb.ProxyConfirmed, EventVerb.ProxyObjected];

    private readonly List<SubmissionEvent> events = [];
    private readonly HashSet<int> replaced = [];

    /// <summary>Whose text gave way to another's.</summary>
    public IReadOnlySet<int> ReplacedWriters => replaced;

    /// <summary>What was recorded, in order.</summary>
    public IReadOnlyList<SubmissionEvent> Events => events;

    internal void Record(EventVerb verb, Submission on, ItemAnswer? item = null, ItemState? from = null, string? hash = null, string? reason = null, int? documentId = null)
        => events.Add(new(this, verb, on.RequestId, on.Id, item?.ItemCode, documentId, from, from is null ? null : item?.State, hash, reason, InPlaceOf(verb, on.UnitCode)));

    internal void Replaced(int writer) => replaced.Add(writer);

    /// <summary>Records something about a whole request.</summary>
    /// <param name="verb">What.</param>
    /// <param name="requestId">Of which request.</param>
    /// <param name="reason">The words beside it.</param>
    /// <param name="hash">SHA-256 of the file it is about.</param>
    /// <returns>No problem, so that it can follow a verb.</returns>
    public Problem? Note(EventVerb verb, int requestId, string? reason = null, string? hash = null)
    {
        events.Add(new(this, verb, requestId, null, null, null, null, null, hash, reason?.Trim()));
        return null;
    }

    // A delegate acts in the head's place in what only the head may do, in what follows from it in the same breath, and in all else that he may not do for himself.
    private int? InPlaceOf(EventVerb verb, string unitCode) =>
        Actor.Deputises(unitCode) is { InPlaceOf: { } head }
        && (HeadsOwn.Contains(verb) || !Actor.Is(Role.Officer, unitCode) || events.Exists(e => e.InPlaceOf == head))
            ? head
            : null;
}
