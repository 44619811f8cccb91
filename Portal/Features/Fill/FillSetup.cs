namespace Portal.Features.Fill;

/// <summary>Filling in: what a unit's officer and head do with their report until it is sent up.</summary>
public static class FillSetup
{
    /// <summary>Registers its use cases and queries.</summary>
    public static IServiceCollection AddFillFeature(this IServiceCollection services) => services
        .AddScoped<TaskList>().AddScoped<ItemSheet>().AddScoped<ReportCheck>()
        .AddScoped<SaveField>().AddScoped<FieldNow>().AddScoped<SendUp>().AddScoped<Send>();

    /// <summary>Maps its endpoint.</summary>
    public static IEndpointRouteBuilder MapFillFeature(this IEndpointRouteBuilder routes)
    {
        SaveFieldEndpoint.Map(routes);
        return routes;
    }
}
