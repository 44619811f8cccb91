using Portal.App;
using Portal.Platform.Web;

namespace Portal.Features.Units;

/// <summary>The parts of this feature.</summary>
public static class UnitsSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddUnitsFeature(this IServiceCollection services) => services.AddScoped<UnitList>().AddScoped<UnitView>().AddScoped<UnitNames>().AddScoped<GroupList>()
        .AddScoped<EndUnit>().AddScoped<SaveUnit>().AddScoped<MergeUnits>().AddScoped<SplitUnit>().AddScoped<SaveUnitGroup>().AddScoped<RemoveUnitGroup>()
        .AddScoped<UnitsWorkbook>().AddScoped<ReadUnits>().AddScoped<UnitProposal>().AddScoped<ImportUnits>();

    /// <summary>Maps its endpoints.</summary>
    public static void MapUnitsFeature(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.UnitsWorkbook, UnitEndpoints.DownloadAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
        routes.MapPost(Urls.UnitsWorkbook, UnitEndpoints.ReadAsync);
    }
}
