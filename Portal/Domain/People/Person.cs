namespace Portal.Domain.People;

/// <summary>Somebody who works with the portal. The account that signs in lives in Data; the person is what acts and is named in events.</summary>
public sealed class Person
{
    private Person() { }

    /// <summary>Makes an active person.</summary>
    /// <param name="name">As shown: a name, or a role in the demonstration.</param>
    /// <param name="unitCode">The unit he belongs to.</param>
    public Person(string name, string unitCode) => (Name, UnitCode) = (name, unitCode);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>As shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The unit he belongs to.</summary>
    public string UnitCode { get; private set; } = "";

    /// <summary>False when he may no longer sign in or act.</summary>
    public bool Active { get; private set; } = true;

    /// <summary>What he may do, with dates; never deleted, so that rule C can look back.</summary>
    public IReadOnlyList<RoleAssignment> Roles => roles;

    private readonly List<RoleAssignment> roles = [];

    /// <summary>Gives a role in a unit from an instant on.</summary>
    public void Grant(Role role, string unitCode, DateTimeOffset from) => roles.Add(new RoleAssignment(role, unitCode, from));

    /// <summary>Works in that unit at that instant: active, with a role there.</summary>
    public bool WorksIn(string unitCode, DateTimeOffset at) => Active && roles.Exists(r => r.UnitCode == unitCode && r.HoldsAt(at));

    /// <summary>Heads that unit at that instant, in his own right.</summary>
    public bool Heads(string unitCode, DateTimeOffset at) => Active && roles.Exists(r => r.Role == Role.Head && r.UnitCode == unitCode && r.HoldsAt(at));

    /// <summary>Ends every role now and stops the person from acting.</summary>
    public void Disable(DateTimeOffset at)
    {
        Active = false;
        foreach (var role in roles)
        {
            role.End(at);
        }
    }
}

/// <summary>One person's role in one unit, from an instant to another.</summary>
public sealed class RoleAssignment
{
    private RoleAssignment() { }

    internal RoleAssignment(Role role, string unitCode, DateTimeOffset from) => (Role, UnitCode, From) = (role, unitCode, from);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose role it is.</summary>
    public int PersonId { get; private set; }

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>The unit in which it holds; Leader, Observer and Administrator hold everywhere.</summary>
    public string UnitCode { get; private set; } = "";

    /// <summary>First instant.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>First instant at which it no longer holds; null while it does.</summary>
    public DateTimeOffset? To { get; private set; }

    /// <summary>Holds at that instant.</summary>
    public bool HoldsAt(DateTimeOffset at) => From <= at && (To is null || To > at);

    /// <summary>Ends it, once.</summary>
    public void End(DateTimeOffset at) => To ??= at;
}
