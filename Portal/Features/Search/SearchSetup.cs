namespace Portal.Features.Search;

/// <summary>The parts of this feature.</summary>
public static class SearchSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSearchFeature(this IServiceCollection services) => services.AddScoped<SearchEverything>();
}
