namespace Portal.Features.Progress;

/// <summary>The parts of this feature.</summary>
public static class ProgressSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddProgressFeature(this IServiceCollection services) => services.AddScoped<OpenBoard>();
}
