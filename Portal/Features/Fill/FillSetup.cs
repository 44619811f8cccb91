namespace Portal.Features.Fill;

/// <summary>Filling in: what a unit's officer and head do with their report until it is sent up.</summary>
public static class FillSetup
{
    /// <summary>Registers its use cases and queries.</summary>
    public static IServiceCollection AddFillFeature(this IServiceCollection services) => services
        .AddScoped<TaskList>().AddScoped<ItemSheet>().AddScoped<ReportCheck>()
        .AddScoped<SaveFields>().AddScoped<FieldsNow>().AddScoped<SendUp>().AddScoped<Recall>().AddScoped<Send>().AddScoped<AskReopen>();

    /// <summary>Maps its endpoints.</summary>
    public static IEndpointRouteBuilder MapFillFeature(this IEndpointRouteBuilder routes)
    {
        FieldEndpoints.Map(routes);
        return routes;
    }
}
