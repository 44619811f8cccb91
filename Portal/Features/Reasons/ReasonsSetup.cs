namespace Portal.Features.Reasons;

/// <summary>The coordinating units' usual reasons for a supplement.</summary>
public static class ReasonsSetup
{
    /// <summary>Adds the loader, the query and the use cases.</summary>
    public static IServiceCollection AddReasonsFeature(this IServiceCollection services) => services.AddSingleton<ReasonLoader>().AddScoped<ReasonList>().AddScoped<SaveReason>().AddScoped<RemoveReason>();
}
