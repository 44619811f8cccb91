using Portal.App;
using Portal.Platform.Web;

namespace Portal.Features.Workbook;

/// <summary>A unit's report as an Excel workbook, out and back in; and what an earlier report can fill in.</summary>
public static class WorkbookSetup
{
    /// <summary>Registers its use cases and queries.</summary>
    public static IServiceCollection AddWorkbookFeature(this IServiceCollection services) => services
        .AddScoped<UnitWorkbook>().AddScoped<ReadWorkbook>().AddScoped<ImportSources>().AddScoped<WorkbookProposal>().AddScoped<EarlierProposal>().AddScoped<ImportAnswers>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapWorkbookFeature(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.WorkbookRoute, WorkbookEndpoints.DownloadAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
        routes.MapPost(Urls.WorkbookRoute, WorkbookEndpoints.ReadAsync);
    }
}
