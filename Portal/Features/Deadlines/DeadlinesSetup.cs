namespace Portal.Features.Deadlines;

/// <summary>The deadline of a report as a case: extensions, and why it was late.</summary>
public static class DeadlinesSetup
{
    /// <summary>Adds the use cases and the query.</summary>
    public static IServiceCollection AddDeadlinesFeature(this IServiceCollection services) =>
        services.AddScoped<DeadlineView>().AddScoped<AskExtension>().AddScoped<DecideExtension>().AddScoped<GiveExtension>().AddScoped<ExplainLate>();
}
