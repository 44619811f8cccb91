namespace Portal.Domain.People;

/// <summary>What a person may do for the portal.</summary>
public enum Role
{
    /// <summary>Cán bộ đơn vị.</summary>
    Officer,
    /// <summary>Thủ trưởng đơn vị.</summary>
    Head,
    /// <summary>Cơ quan đầu mối.</summary>
    Coordinator,
    /// <summary>Lãnh đạo UBND huyện.</summary>
    Leader,
    /// <summary>Người theo dõi.</summary>
    Observer,
    /// <summary>Quản trị hệ thống.</summary>
    Administrator,
}

/// <summary>A role in a unit.</summary>
public sealed record Holding(Role Role, string UnitCode)
{
    /// <summary>In whose place; null in one's own right, and where the unit has no head.</summary>
    public int? InPlaceOf { get; init; }

    /// <summary>The delegation that gives it; null in one's own right.</summary>
    public int? Delegation { get; init; }
}

/// <summary>Who acts, with the rights read from the database for this one command.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">As events and receipts name him.</param>
/// <param name="UnitCode">The unit he belongs to.</param>
/// <param name="Holdings">The roles that hold at this instant.</param>
public sealed record Actor(int PersonId, string Name, string UnitCode, IReadOnlyList<Holding> Holdings)
{
    /// <summary>The portal itself, where no person acts.</summary>
    public static Actor Portal { get; } = new(0, "", "", []);

    /// <summary>Has the role somewhere.</summary>
    public bool Is(Role role) => Holdings.Any(h => h.Role == role);

    /// <summary>Has the role in that unit.</summary>
    public bool Is(Role role, string unitCode) => Holdings.Any(h => h.Role == role && h.UnitCode == unitCode);

    /// <summary>Head of that unit in his own right: who may name a delegate.</summary>
    public bool Heads(string unitCode) => Holdings.Any(h => h.Role == Role.Head && h.UnitCode == unitCode && h.Delegation is null);

    /// <summary>The delegation by which he acts as head of that unit; null for the head himself.</summary>
    public Holding? Deputises(string unitCode) => Heads(unitCode) ? null : Holdings.FirstOrDefault(h => h.Role == Role.Head && h.UnitCode == unitCode);

    /// <summary>Officer or Head of that unit.</summary>
    public bool WorksIn(string unitCode) => Is(Role.Officer, unitCode) || Is(Role.Head, unitCode);

    /// <summary>The units whose reports he writes or signs.</summary>
    public IEnumerable<string> OwnUnits => Holdings.Where(h => h.Role is Role.Officer or Role.Head).Select(h => h.UnitCode).Distinct();

    /// <summary>Sees every unit's state: coordinator (of his own requests), leader, observer.</summary>
    public bool SeesAllUnits => Is(Role.Leader) || Is(Role.Observer);
}
