namespace Portal.Features.Consolidation;

/// <summary>The parts of this feature.</summary>
public static class ConsolidationSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddConsolidationFeature(this IServiceCollection services) => services
        .AddSingleton<ReportMaker>().AddSingleton<MakingReports>()
        .AddScoped<ReportView>().AddScoped<ReportFile>().AddScoped<SentFile>().AddScoped<BlocksNow>().AddScoped<ReportFigures>().AddScoped<PrintedReport>()
        .AddScoped<DraftReport>().AddScoped<SaveBlocks>().AddScoped<InsertBlock>().AddScoped<MoveBlock>().AddScoped<RemoveBlock>().AddScoped<ChooseSources>().AddScoped<SettleBlock>().AddScoped<ReportVerbs>().AddScoped<ReviewBlocks>()
        .AddScoped<SubmitReport>().AddScoped<ApproveReport>().AddScoped<SendReportBack>().AddScoped<RemarkBlock>().AddScoped<ResolveRemark>()
        .AddScoped<BringSentFile>().AddScoped<RecordSending>().AddScoped<VoidSending>();

    /// <summary>Maps its endpoints.</summary>
    public static IEndpointRouteBuilder MapConsolidationFeature(this IEndpointRouteBuilder routes)
    {
        ReportEndpoints.Map(routes);
        return routes;
    }
}
