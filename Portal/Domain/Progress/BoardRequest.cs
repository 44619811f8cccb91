using Portal.Domain.Requests;

namespace Portal.Domain.Progress;

/// <summary>What of a request stands on its board.</summary>
/// <param name="Id">The key.</param>
/// <param name="Code">What stands in addresses.</param>
/// <param name="Title">What the letter asks, in a line.</param>
/// <param name="CoordinatingUnitCode">The unit that gathers the answers; a leader accepts its own.</param>
/// <param name="Deadline">The deadline as it now stands.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="Groups">The groups in letter order.</param>
/// <param name="Units">The units by code.</param>
public sealed record BoardRequest(int Id, string Code, string Title, string CoordinatingUnitCode, Deadline Deadline, DateTimeOffset? IssuedAt,
    IReadOnlyList<BoardGroup> Groups, IReadOnlyDictionary<string, BoardUnit> Units)
{
    /// <summary>The items in letter order, duties too.</summary>
    public IReadOnlyList<BoardItem> Items { get; init; } = [];
}

/// <summary>An item as the board names it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="GroupCode">Whose.</param>
/// <param name="Title">What it is about, in a line.</param>
/// <param name="Duty">A duty of coordination: shown beside the items, never counted.</param>
public sealed record BoardItem(string Code, string GroupCode, string Title, bool Duty)
{
    /// <summary>A duty that is done: the report was sent up, and that was not declared void (workflow §8).</summary>
    public bool Done { get; init; }
}

/// <summary>A numbered group of the letter.</summary>
public sealed record BoardGroup(string Code, int Order, string Title)
{
    /// <summary>Its title with its number.</summary>
    public string Numbered => $"{Order}. {Title}";
}

/// <summary>A unit as the board names it.</summary>
/// <param name="Code">The key.</param>
/// <param name="Login">What stands in addresses.</param>
/// <param name="Name">As the letter calls it.</param>
/// <param name="ShortName">For dense lists.</param>
/// <param name="Kind">What kind of unit (the request file's word), to say "8 communes".</param>
public sealed record BoardUnit(string Code, string Login, string Name, string ShortName, string Kind);
