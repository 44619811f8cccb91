namespace Portal.Features.SignOff;

/// <summary>What the head's desk needs.</summary>
public static class SignOffSetup
{
    /// <summary>Registers the use cases and queries.</summary>
    public static IServiceCollection AddSignOffFeature(this IServiceCollection services) =>
        services.AddScoped<SignOffReport>().AddScoped<SendBack>().AddScoped<RevokeApproval>().AddScoped<WithdrawReport>().AddScoped<PackageView>().AddScoped<SignOffQueue>();
}
