using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Platform;
using Portal.Platform.Identity;

namespace Portal.Tests.Support;

/// <summary>The whole portal, its web server too, on a loopback port of its own and on a test's database.</summary>
internal sealed class WebPortal : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebPortal(WebApplication app) => this.app = app;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Everything that it answers to.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Starts it beside a portal, on the same rows.</summary>
    public static async Task<WebPortal> StartAsync(TestPortal beside)
    {
        var builder = PortalSetup.CreateBuilder(
        [
            "--applicationName=Portal", "--environment=Production", "--urls=http://127.0.0.1:0", $"--Data:Folder={beside.Folder}",
            $"--Database:Provider={TestDatabase.Provider}", $"--ConnectionStrings:Portal={beside.ConnectionString}", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft=Error", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Error",
        ]);
        builder.AddPortal();
        var app = builder.Build();
        app.Services.GetRequiredService<PortalClock>().MoveTo(beside.Clock.Now);
        app.UsePortal();
        await app.StartAsync();
        return new(app);
    }

    /// <summary>A browser with the cookie of somebody who signed in; also of one who was disabled since.</summary>
    /// <param name="personId">Who; null for a visitor.</param>
    public HttpClient Browser(int? personId)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (personId is { } id)
        {
            var person = id.ToString(CultureInfo.InvariantCulture);
            var who = new ClaimsPrincipal(new ClaimsIdentity([new(CurrentUser.PersonClaim, person), new(ClaimTypes.NameIdentifier, person), new(ClaimTypes.Name, "x")], IdentityConstants.ApplicationScheme));
            var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var ticket = new AuthenticationTicket(who, new AuthenticationProperties { IssuedUtc = TimeProvider.System.GetUtcNow(), ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1) }, IdentityConstants.ApplicationScheme);
            client.DefaultRequestHeaders.Add("Cookie", $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}");
        }

        return client;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
