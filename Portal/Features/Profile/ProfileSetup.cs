namespace Portal.Features.Profile;

/// <summary>The parts of this feature.</summary>
public static class ProfileSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddProfileFeature(this IServiceCollection services) => services.AddScoped<OwnSettings>().AddScoped<SaveOwnSettings>();
}
