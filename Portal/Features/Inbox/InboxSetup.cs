using Portal.Platform.Mail;

namespace Portal.Features.Inbox;

/// <summary>The parts of this feature.</summary>
public static class InboxSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddInboxFeature(this IServiceCollection services) => services.AddScoped<NoticeList>().AddScoped<ReadNotices>()
        .AddSingleton<NoticeMail>().AddSingleton<Outbox>().AddSingleton<MailRound>().AddHostedService(s => s.GetRequiredService<MailRound>());
}
