using Portal.App;
using Portal.Platform.Documents;
using Portal.Platform.Web;

namespace Portal.Features.Drafting;

/// <summary>Writing a request: from a letter, from another request, from a file; to the press that issues it.</summary>
public static class DraftingSetup
{
    /// <summary>Adds its use cases and queries.</summary>
    public static IServiceCollection AddDraftingFeature(this IServiceCollection services) => services
        .AddSingleton<Starter>().AddSingleton<LetterText>()
        .AddScoped<StartDraft>().AddScoped<EditDraft>().AddScoped<PickUnits>().AddScoped<DiscardDraft>().AddScoped<ReviseRequest>().AddScoped<CopyRequest>().AddScoped<KeepTemplate>().AddScoped<UseTemplate>().AddScoped<RemoveTemplate>().AddScoped<ImportRequest>().AddScoped<RequestExport>().AddScoped<RequestList>().AddScoped<LetterFile>().AddScoped<DraftView>()
        .AddSingleton<LoadedRequests>().AddScoped<IndicatorLibrary>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapDraftingFeature(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Urls.LetterFile, LetterEndpoints.ReadAsync);
        routes.MapGet(Urls.DefinitionRoute, LetterEndpoints.ExportAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
    }
}
