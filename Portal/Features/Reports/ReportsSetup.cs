namespace Portal.Features.Reports;

/// <summary>What reading a unit's report needs.</summary>
public static class ReportsSetup
{
    /// <summary>Registers the queries.</summary>
    public static IServiceCollection AddReportsFeature(this IServiceCollection services) => services.AddScoped<ReportView>().AddScoped<Receipt>().AddScoped<ReceiptCheck>();
}
