using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Platform.Identity;

namespace Portal.Tests.Platform.Identity;

/// <summary>Sign-in with Microsoft is there when it is configured, and only then.</summary>
public sealed class EntraSetupTests
{
    private static readonly Dictionary<string, string?> Right = new()
    {
        ["AzureAd:Instance"] = "https://login.microsoftonline.com/",
        ["AzureAd:TenantId"] = "11111111-1111-1111-1111-111111111111",
        ["AzureAd:ClientId"] = "22222222-2222-2222-2222-222222222222",
        ["AzureAd:ClientSecret"] = "bi-mat",
        ["AzureAd:CallbackPath"] = "/signin-oidc",
    };

    [Fact]
    public async Task Without_a_client_id_there_is_no_scheme()
    {
        await using var services = Build(new() { ["AzureAd:ClientId"] = "" });
        Assert.Null(await services.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(EntraSetup.Scheme));
    }

    [Fact]
    public async Task With_one_it_signs_in_to_the_outside_cookie_by_code_and_query()
    {
        await using var services = Build(Right);
        Assert.NotNull(await services.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(EntraSetup.Scheme));
        var options = services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(EntraSetup.Scheme);
        Assert.Equal((IdentityConstants.ExternalScheme, "code", "query", true, false), (options.SignInScheme, options.ResponseType, options.ResponseMode, options.UsePkce, options.MapInboundClaims));
    }

    [Fact]
    public async Task The_portals_cookie_stays_the_default()
    {
        await using var services = Build(Right);
        Assert.Equal(IdentityConstants.ApplicationScheme, (await services.GetRequiredService<IAuthenticationSchemeProvider>().GetDefaultChallengeSchemeAsync())?.Name);
    }

    [Theory]
    [InlineData("ClientId", "khong-phai-guid")]
    [InlineData("Instance", "login.microsoftonline.com")]
    [InlineData("Instance", "http://login.example.vn/")]
    [InlineData("TenantId", "")]
    [InlineData("TenantId", "common")]
    [InlineData("ClientSecret", "")]
    [InlineData("CallbackPath", "signin-oidc")]
    public void A_wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Build(new(Right) { [$"AzureAd:{key}"] = value }));
        Assert.StartsWith($"AzureAd:{key} ", wrong.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddDataProtection().Services;
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        return services.AddEntraSignIn(configuration, "/dang-nhap?loi=microsoft").BuildServiceProvider();
    }
}
