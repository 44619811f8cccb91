using Portal.Domain.People;

namespace Portal.App;

/// <summary>Roles in words.</summary>
public static class RoleText
{
    /// <summary>The word of a role.</summary>
    public static string Of(Role role) => role switch
    {
        Role.Officer => AppText.RoleOfficer,
        Role.Head => AppText.RoleHead,
        Role.Coordinator => AppText.RoleCoordinator,
        Role.Leader => AppText.RoleLeader,
        Role.Observer => AppText.RoleObserver,
        _ => AppText.RoleAdministrator,
    };
}
