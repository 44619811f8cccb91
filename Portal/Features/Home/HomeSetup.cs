using Portal.App;

namespace Portal.Features.Home;

/// <summary>The parts of this feature.</summary>
public static class HomeSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddHomeFeature(this IServiceCollection services) => services.AddScoped<Shell>();

    /// <summary><c>/</c> leads each person to his home.</summary>
    public static void MapHomeFeature(this IEndpointRouteBuilder app) => app.MapGet(Urls.Root, async (Shell shell) => Results.Redirect(await shell.HomeAsync()));
}
