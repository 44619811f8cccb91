namespace Portal.Features.Proxy;

/// <summary>What entering a paper report for a unit needs.</summary>
public static class ProxySetup
{
    /// <summary>Registers the use cases and queries.</summary>
    public static IServiceCollection AddProxyFeature(this IServiceCollection services) => services
        .AddScoped<EntryView>().AddScoped<EnterForUnit>().AddScoped<SendForUnit>().AddScoped<AbandonEntry>()
        .AddScoped<ConfirmationView>().AddScoped<ConfirmProxy>().AddScoped<ObjectToProxy>();
}
