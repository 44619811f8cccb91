using Portal.App;
using Portal.Platform.Web;

namespace Portal.Features.Reminders;

/// <summary>The parts of this feature.</summary>
public static class RemindersSetup
{
    /// <summary>Adds them, and the one loop that reminds.</summary>
    public static IServiceCollection AddRemindersFeature(this IServiceCollection services) => services
        .AddScoped<UrgingDesk>().AddScoped<ReminderLetter>().AddScoped<UrgeUnits>().AddScoped<SetReminderSchedule>()
        .AddSingleton<ReminderRound>().AddHostedService(s => s.GetRequiredService<ReminderRound>());

    /// <summary>Maps the letter that urges.</summary>
    public static void MapRemindersFeature(this IEndpointRouteBuilder app) =>
        app.MapGet(Urls.ReminderLetterRoute, ReminderLetterEndpoint.DownloadAsync).WithSecurityHeadersPolicy(PortalHeaders.Files);
}
