namespace Portal.Features.AuditLog;

/// <summary>The parts of this feature.</summary>
public static class AuditLogSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAuditLogFeature(this IServiceCollection services) => services.AddScoped<AuditTrail>();
}
