namespace Portal.Demo;

/// <summary>The parts of the demonstration.</summary>
public static class DemoSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) =>
        services.AddSingleton<DemoClock>().AddSingleton<SamplePlay>().AddSingleton<DemoSeed>().AddScoped<DemoTime>().AddScoped<MoveDemoClock>();
}
