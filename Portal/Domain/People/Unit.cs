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
}
