namespace Portal.Features.Assignment;

/// <summary>The head hands items to his people.</summary>
public static class AssignmentSetup
{
    /// <summary>Adds the use cases and the query.</summary>
    public static IServiceCollection AddAssignmentFeature(this IServiceCollection services) => services.AddScoped<AssignmentList>().AddScoped<AssignItem>().AddScoped<AssignRest>();
}
