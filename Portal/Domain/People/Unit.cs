namespace Portal.Domain.People;

/// <summary>An office, a commune or another body that people belong to. Data with dates, never code: units merge and end.</summary>
public sealed class Unit
{
    private Unit() { }

    /// <summary>Makes a unit.</summary>
    /// <param name="code">The key: <c>XA-21046</c>, <c>CAH</c>.</param>
    /// <param name="loginCode">What stands in addresses and user names: the official five digits, else the code in lower case.</param>
    /// <param name="name">As the letter calls it.</param>
    /// <param name="fullName">In full.</param>
    /// <param name="shortName">As lists call it.</param>
    /// <param name="order">Official order, from 1.</param>
    public Unit(string code, string loginCode, string name, string fullName, string shortName, int order)
        => (Code, LoginCode, Name, FullName, ShortName, Order) = (code, loginCode, name, fullName, shortName, order);

    /// <summary>The key.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What stands in addresses, user names and file names; an ASCII name would make Bình Thạnh and Bình Thanh one.</summary>
    public string LoginCode { get; private set; } = "";

    /// <summary>Name as the letter calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name in full.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Name for dense lists.</summary>
    public string ShortName { get; private set; } = "";

    /// <summary>Official order, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>When the unit ended; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Who took over, where it ended.</summary>
    public string? SuccessorCode { get; private set; }

    /// <summary>Ends it at an instant: who took over acts for it from then on. May be set again while the instant is ahead.</summary>
    /// <param name="now">The server's instant.</param>
    /// <param name="at">From when; not before now.</param>
    /// <param name="successor">Who takes over; a unit that stands.</param>
    public Problem? End(DateTimeOffset now, DateTimeOffset? at, Unit? successor)
    {
        if (EndedAt <= now)
        {
            return Problem.State(nameof(Problems.UnitHasEnded));
        }

        if (at is not { } from || from < now)
        {
            return Problem.Invalid(nameof(Problems.UnitEndsLater)).At("from");
        }

        if (successor is null || successor == this || successor.EndedAt is not null)
        {
            return Problem.Invalid(nameof(Problems.SuccessorNeeded)).At("successor");
        }

        (EndedAt, SuccessorCode) = (from, successor.Code);
        return null;
    }
}
