using Portal.Domain.People;

namespace Portal.Shared;

/// <summary>Roles in words.</summary>
public static class RoleText
{
    /// <summary>The word of a role.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Officer => SharedText.RoleOfficer,
        Role.Head => SharedText.RoleHead,
        Role.Coordinator => SharedText.RoleCoordinator,
        Role.Leader => SharedText.RoleLeader,
        Role.Observer => SharedText.RoleObserver,
        _ => SharedText.RoleAdministrator,
    };
}
