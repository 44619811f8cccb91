namespace Portal.Demo;

/// <summary>The parts of this feature.</summary>
public static class DemoSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddDemoFeature(this IServiceCollection services) => services.AddSingleton<DemoSeed>();
}
