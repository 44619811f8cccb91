namespace Portal.Features.Reminders;

/// <summary>The parts of this feature.</summary>
public static class RemindersSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRemindersFeature(this IServiceCollection services) => services;

    /// <summary>Maps the addresses.</summary>
    public static void MapRemindersFeature(this IEndpointRouteBuilder app)
    {
    }
}
