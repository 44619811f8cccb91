namespace Portal.Features.Requests;

/// <summary>The parts of this feature.</summary>
public static class RequestsSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddRequestsFeature(this IServiceCollection services) => services.AddSingleton<LetterLoader>().AddScoped<IssueRequest>().AddScoped<LetterView>()
        .AddScoped<MoveDeadline>().AddScoped<LockRequest>().AddScoped<UnlockRequest>().AddScoped<CloseRequest>().AddScoped<ArchiveRequest>().AddScoped<CancelRequest>()
        .AddScoped<AmendmentPreview>().AddScoped<AmendRequest>().AddScoped<EnterLetterNumber>().AddScoped<ScheduleRequest>().AddScoped<UnscheduleRequest>()
        .AddSingleton<OpeningRound>().AddHostedService(s => s.GetRequiredService<OpeningRound>());
}
