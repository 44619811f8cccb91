using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.EntityFrameworkCore;
using MudBlazor.Services;
using Portal.App;
using Portal.Database;
using Portal.Demo;
using Portal.Features.Assignment;
using Portal.Features.AuditLog;
using Portal.Features.Calendar;
using Portal.Features.Comments;
using Portal.Features.Consolidation;
using Portal.Features.Deadlines;
using Portal.Features.Delegations;
using Portal.Features.Drafting;
using Portal.Features.Drafts;
using Portal.Features.Evidence;
using Portal.Features.Fill;
using Portal.Features.Home;
using Portal.Features.Inbox;
using Portal.Features.MailDesk;
using Portal.Features.People;
using Portal.Features.Profile;
using Portal.Features.Progress;
using Portal.Features.Proxy;
using Portal.Features.Reasons;
using Portal.Features.Reminders;
using Portal.Features.Reports;
using Portal.Features.Requests;
using Portal.Features.Review;
using Portal.Features.Search;
using Portal.Features.SignIn;
using Portal.Features.SignOff;
using Portal.Features.Themes;
using Portal.Features.Units;
using Portal.Features.Workbook;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Platform.Identity;
using Portal.Platform.Live;
using Portal.Platform.Options;
using Portal.Platform.Web;
using Portal.Shared.Fields;

namespace Portal;

/// <summary>How the portal is put together: the one list of its parts, for the server, for commands and for tests.</summary>
public static class PortalSetup
{
    /// <summary>A builder whose settings and data lie beside the program (the project folder in development).</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var development = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == Environments.Development;
        return WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = development ? null : AppContext.BaseDirectory });
    }

    /// <summary>Adds everything; the web part does no harm to commands.</summary>
    public static WebApplicationBuilder AddPortal(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var options = PortalOptions.Read(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(options);
        builder.Services.AddPortalCore(builder.Configuration, options);
        builder.Services.AddPortalIdentity(builder.Configuration, options, Urls.SignIn, Urls.NotFound);
        builder.Services.AddEntraSignIn(builder.Configuration, Urls.SignInMicrosoftFailed);
        builder.Services.AddPortalWeb(options.Circuits);
        return builder;
    }

    /// <summary>Data, platform and the use cases of every feature.</summary>
    public static IServiceCollection AddPortalCore(this IServiceCollection services, IConfiguration configuration, PortalOptions options)
    {
        services.AddPortalDatabase(configuration, options.DataFolder);
        services.AddSingleton(TimeProvider.System).AddSingleton<PortalClock>().AddSingleton<ChangeFeed>().AddSingleton<NoticeFeed>().AddSingleton<Notifying>().AddSingleton<Ledger>().AddSingleton<AccessLog>().AddSingleton<DataFolder>().AddSingleton<BroughtFiles>();
        services.AddProgressBoards();
        services.AddSingleton<PersonalKey>().AddScoped<CurrentUser>().AddScoped<Writer>().AddScoped<Reader>();
        // What an archive of a request holds before the evidence, in this order.
        services.AddSingleton<IArchivePart, EventLogArchivePart>().AddSingleton<IArchivePart, ReportArchivePart>().AddSingleton<IArchivePart, UnitReportArchivePart>();
        return services
            .AddDemo()
            .AddAssignmentFeature()
            .AddDeadlinesFeature()
            .AddAuditLogFeature()
            .AddCalendarFeature()
            .AddCommentsFeature()
            .AddConsolidationFeature()
            .AddDelegationsFeature()
            .AddDraftingFeature()
            .AddDraftsFeature()
            .AddEvidenceFeature(options.DataFolder)
            .AddFillFeature()
            .AddHomeFeature()
            .AddInboxFeature()
            .AddMailDeskFeature()
            .AddPeopleFeature()
            .AddProfileFeature()
            .AddProgressFeature()
            .AddProxyFeature()
            .AddReasonsFeature()
            .AddSearchFeature()
            .AddRemindersFeature()
            .AddReportsFeature()
            .AddRequestsFeature()
            .AddReviewFeature()
            .AddSignInFeature()
            .AddSignOffFeature()
            .AddThemesFeature()
            .AddUnitsFeature()
            .AddWorkbookFeature();
    }

    private static void AddPortalWeb(this IServiceCollection services, CircuitSettings circuits)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(o =>
        {
            o.DisconnectedCircuitMaxRetained = circuits.Retained;
            o.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(circuits.RetainedMinutes);
        }).AddHubOptions(o => o.MaximumReceiveMessageSize = 1024 * 1024); // a circuit starts with what the prerender loaded; a long list is more than the default 32 KB
        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitHandler, CircuitUser>();
        services.AddSingleton<FormPresence>().AddScoped<OpenForms>().AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<OpenForms>());
        services.AddSingleton<MudBlazor.MudLocalizer, VietnameseMudLocalizer>();
        services.AddMudServices(c => c.PopoverOptions.QueueDelay = TimeSpan.FromSeconds(30)); // the default half second is one timer per circuit
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        services.AddHttpContextAccessor();
        services.AddPortalHeaders();
    }

    /// <summary>The order of the pipeline and every address.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UsePortalErrors(Urls.Error, Urls.NotFound);
        app.UseSecurityHeaders();
        app.UseSameOrigin();
        app.UseAuthentication();
        app.UseMiddleware<RequestUser>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPortalHealth();
        app.MapCommentsFeature();
        app.MapDraftingFeature();
        app.MapDraftsFeature();
        app.MapEvidenceFeature();
        app.MapConsolidationFeature();
        app.MapFillFeature();
        app.MapHomeFeature();
        app.MapProgressFeature();
        app.MapRemindersFeature();
        app.MapReportsFeature();
        app.MapSignInFeature();
        app.MapUnitsFeature();
        app.MapWorkbookFeature();
        app.MapPortalPages();
    }

    /// <summary>Brings the database up to date, loads the letters that are not there yet and, in a demonstration, the samples.</summary>
    public static async Task StartPortalAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<DataFolder>().Join();
        await app.PrepareDataAsync();
        if (app.Services.GetRequiredService<PortalOptions>().Demo.Enabled)
        {
            await app.Services.GetRequiredService<DemoSeed>().RunAsync();
        }

        await app.Services.GetRequiredService<SearchIndex>().CatchUpAsync();
    }

    /// <summary>Brings the database up to date and loads the letters that are not there yet; commands need no more.</summary>
    public static async Task PrepareDataAsync(this WebApplication app)
    {
        Directory.CreateDirectory(app.Services.GetRequiredService<PortalOptions>().DataFolder);
        await DatabaseSetup.MigrateAsync(app.Services.GetRequiredService<IDbContextFactory<PortalDb>>());
        await app.Services.GetRequiredService<LetterLoader>().RunAsync();
        await app.Services.GetRequiredService<HolidayLoader>().RunAsync();
        await app.Services.GetRequiredService<ReasonLoader>().RunAsync();
    }
}
