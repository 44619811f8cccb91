namespace Portal.Domain.People;

/// <summary>Ủy quyền xử lý: for some days somebody of the unit acts in its head's place (workflow §9). It ends by date, by revocation, and when either of the two leaves the unit or is disabled.
/// What a delegate may do is the head's, except to delegate on.</summary>
public sealed class Delegation
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    private Delegation() { }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>In which unit.</summary>
    public string UnitCode { get; private set; } = "";

    /// <summary>In whose place; null where the unit has no head and the administrator named the delegate.</summary>
    public int? HeadId { get; private set; }

    /// <summary>Who acts.</summary>
    public int DelegateId { get; private set; }

    /// <summary>First instant: the first day at 00:00, UTC+7.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>First instant at which it no longer holds: the end of the last day, UTC+7.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>The paper's number and date, where the administrator named him.</summary>
    public string? Paper { get; private set; }

    /// <summary>Who named him.</summary>
    public int NamedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset NamedAt { get; private set; }

    /// <summary>When it was revoked.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int? RevokedBy { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(From.ToOffset(Zone).Date);

    /// <summary>Last day.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(Until.ToOffset(Zone).Date).AddDays(-1);

    /// <summary>Names a delegate: the head does, or the administrator by a paper where the unit has no head.</summary>
    /// <param name="by">Who names him.</param>
    /// <param name="at">When.</param>
    /// <param name="unitCode">In which unit.</param>
    /// <param name="person">Who is to act.</param>
    /// <param name="headed">The unit has an active head.</param>
    /// <param name="days">First and last day, both included, at UTC+7.</param>
    /// <param name="paper">Number and date of the paper; needed from the administrator.</param>
    /// <param name="others">The delegations that the unit has already.</param>
    public static Outcome<Delegation> Name(Actor by, DateTimeOffset at, string unitCode, Person person, bool headed, (DateOnly First, DateOnly Last) days, string? paper, IEnumerable<Delegation> others)
    {
        var heads = by.Heads(unitCode);
        if (!heads && headed)
        {
            return Problem.State(nameof(Problems.UnitHasHead));
        }

        if (!person.WorksIn(unitCode, at) || person.Heads(unitCode, at))
        {
            return Problem.Invalid(nameof(Problems.DelegateNotOfTheUnit)).At("delegate");
        }

        var (from, until) = (Midnight(days.First), Midnight(days.Last.AddDays(1)));
        if (days.Last < days.First)
        {
            return Problem.Invalid(nameof(Problems.DelegationDays)).At("last");
        }

        if (until <= at)
        {
            return Problem.Invalid(nameof(Problems.DelegationPast)).At("last");
        }

        if (!heads && string.IsNullOrWhiteSpace(paper))
        {
            return Problem.Invalid(nameof(Problems.DelegationPaper)).At("paper");
        }

        if (others.Any(o => o.DelegateId == person.Id && o.RevokedAt is null && o.From < until && from < o.Until))
        {
            return Problem.Invalid(nameof(Problems.DelegationTwice)).At("delegate");
        }

        return new Delegation
        {
            UnitCode = unitCode,
            HeadId = heads ? by.PersonId : null,
            DelegateId = person.Id,
            From = from,
            Until = until,
            Paper = string.IsNullOrWhiteSpace(paper) ? null : paper.Trim(),
            NamedBy = by.PersonId,
            NamedAt = at,
        };
    }

    /// <summary>Ends it now, once.</summary>
    public Problem? Revoke(Actor by, DateTimeOffset at)
    {
        if (RevokedAt is not null || Until <= at)
        {
            return Problem.State(nameof(Problems.DelegationOver));
        }

        (RevokedAt, RevokedBy) = (at, by.PersonId);
        return null;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Zone);
}
