namespace Portal.Features.MailDesk;

/// <summary>The parts of this feature.</summary>
public static class MailDeskSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddMailDeskFeature(this IServiceCollection services) => services.AddScoped<MailState>().AddScoped<RetryMail>();
}
