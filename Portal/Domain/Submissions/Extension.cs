namespace Portal.Domain.Submissions;

/// <summary>Gia hạn: what a unit asked for, or a reviewer gave of his own accord, and what was decided. Kept for ever; the original deadline stays in sight.</summary>
public sealed class Extension
{
    private Extension() { }

    /// <summary>Asked by the unit.</summary>
    internal static Extension Ask(Act act, string reason, DateTimeOffset until) => new() { AskedBy = act.Actor.PersonId, AskedAt = act.At, Reason = reason, WantedUntil = until };

    /// <summary>Given by a reviewer without being asked.</summary>
    internal static Extension Give(Act act, string reason, DateTimeOffset until) => new() { DecidedBy = act.Actor.PersonId, DecidedAt = act.At, DecisionReason = reason, GrantedUntil = until };

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose report.</summary>
    public int SubmissionId { get; private set; }

    /// <summary>Who of the unit asked; null when a reviewer gave it of his own accord.</summary>
    public int? AskedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>Why, in the unit's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Until when the unit wants to have time.</summary>
    public DateTimeOffset? WantedUntil { get; private set; }

    /// <summary>Which reviewer decided.</summary>
    public int? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why, in the reviewer's words.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>Until when it was granted; null while undecided, or refused.</summary>
    public DateTimeOffset? GrantedUntil { get; private set; }

    /// <summary>Asked and not answered yet.</summary>
    public bool Pending => DecidedAt is null;

    /// <summary>Counts towards what a unit may have: asked for and granted.</summary>
    public bool Used => AskedBy is not null && GrantedUntil is not null;

    internal void Decide(Act act, DateTimeOffset? until, string? reason) => (DecidedBy, DecidedAt, GrantedUntil, DecisionReason) = (act.Actor.PersonId, act.At, until, reason);
}
