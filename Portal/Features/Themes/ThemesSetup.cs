namespace Portal.Features.Themes;

/// <summary>The parts of this feature.</summary>
public static class ThemesSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddThemesFeature(this IServiceCollection services) => services.AddScoped<ThemeView>();
}
