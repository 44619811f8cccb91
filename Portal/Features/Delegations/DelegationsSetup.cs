namespace Portal.Features.Delegations;

/// <summary>Who acts in a head's place.</summary>
public static class DelegationsSetup
{
    /// <summary>Adds the use cases and the query.</summary>
    public static IServiceCollection AddDelegationsFeature(this IServiceCollection services) => services.AddScoped<DelegationList>().AddScoped<NameDelegate>().AddScoped<EndDelegation>();
}
