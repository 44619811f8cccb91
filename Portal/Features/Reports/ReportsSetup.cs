using Portal.App;
using Portal.Platform.Web;

namespace Portal.Features.Reports;

/// <summary>What reading a unit's report needs.</summary>
public static class ReportsSetup
{
    /// <summary>Registers the queries.</summary>
    public static IServiceCollection AddReportsFeature(this IServiceCollection services) => services
        .AddSingleton<UnitReportMaker>().AddScoped<ReportView>().AddScoped<Receipt>().AddScoped<ReceiptCheck>().AddScoped<UnitReportLetter>().AddScoped<ReceiptLetter>();

    /// <summary>Maps the report and the receipt as files.</summary>
    public static void MapReportsFeature(this IEndpointRouteBuilder app)
    {
        app.MapGet(Urls.ReportLetterRoute, ReportLetterEndpoints.ReportAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
        app.MapGet(Urls.ReceiptLetterRoute, ReportLetterEndpoints.ReceiptAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
    }
}
