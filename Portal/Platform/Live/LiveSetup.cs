namespace Portal.Platform.Live;

/// <summary>Puts the boards into the services.</summary>
public static class LiveSetup
{
    /// <summary>Adds the boards and the one loop that moves them.</summary>
    public static IServiceCollection AddProgressBoards(this IServiceCollection services) =>
        services.AddSingleton<BoardReader>().AddSingleton<ProgressBoards>().AddHostedService(s => s.GetRequiredService<ProgressBoards>());
}
