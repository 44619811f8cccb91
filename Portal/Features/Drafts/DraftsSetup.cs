using Portal.App;
using Portal.Platform;

namespace Portal.Features.Drafts;

/// <summary>What a browser keeps of typed text until the server has it: the key for it, and the page that lists it.</summary>
public static class DraftsSetup
{
    /// <summary>Registers its use case.</summary>
    public static IServiceCollection AddDraftsFeature(this IServiceCollection services) => services.AddScoped<DraftKey>();

    /// <summary>Maps the address of the key.</summary>
    public static IEndpointRouteBuilder MapDraftsFeature(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.DraftKey, async (DraftKey key, HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-store";
            var read = await key.RunAsync();
            return read.Problem?.ToResult() ?? Results.Json(read.Value);
        }).RequireAuthorization();
        return routes;
    }
}
