using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Portal.Platform.Identity;

/// <summary>Sign-in with a Microsoft account, when <c>AzureAd:ClientId</c> is set. It only proves who somebody is: the portal's own callback finds the person and issues the portal's own cookie.</summary>
public static class EntraSetup
{
    /// <summary>The name of the scheme.</summary>
    public const string Scheme = "Oidc";

    /// <summary>Whether it is configured.</summary>
    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["AzureAd:ClientId"]);

    /// <summary>Adds the scheme, or nothing when it is not configured.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Reads the section <c>AzureAd</c>.</param>
    /// <param name="failedPath">Where somebody is led when Microsoft's answer cannot be used.</param>
    /// <exception cref="InvalidOperationException">The section is incomplete or wrong; the message says what. Found later, every request would answer 500.</exception>
    public static IServiceCollection AddEntraSignIn(this IServiceCollection services, IConfiguration configuration, string failedPath)
    {
        var section = configuration.GetSection("AzureAd");
        if (!IsConfigured(configuration))
        {
            return services;
        }

        Check(section);
        // No cookie of its own: what Microsoft says is kept in Identity.External until the callback has read it.
        services.AddAuthentication().AddMicrosoftIdentityWebApp(section, openIdConnectScheme: Scheme, cookieScheme: null);
        services.Configure<OpenIdConnectOptions>(Scheme, o =>
        {
            o.SignInScheme = IdentityConstants.ExternalScheme;
            // By a link, not by a form: a form posted from another site is refused, and needs cookies that only HTTPS allows.
            o.ResponseType = OpenIdConnectResponseType.Code;
            o.ResponseMode = OpenIdConnectResponseMode.Query;
            o.UsePkce = true;
            o.SaveTokens = false;
            o.MapInboundClaims = false;
            o.ClaimActions.Remove("iss"); // removes the action that deletes the claim: issuer and subject name the account
            o.Events.OnRemoteFailure = context =>
            {
                context.HandleResponse();
                context.Response.Redirect($"{context.Request.PathBase}{failedPath}");
                return Task.CompletedTask;
            };
        });
        return services;
    }

    private static void Check(IConfigurationSection section)
    {
        void Need(bool holds, string key, string what)
        {
            if (!holds)
            {
                throw new InvalidOperationException($"AzureAd:{key} {what} Microsoft sign-in is on because AzureAd:ClientId is set; leave AzureAd:ClientId empty to switch it off.");
            }
        }

        Need(Guid.TryParse(section["ClientId"], out _), "ClientId", "is not an application (client) id, a GUID.");
        Need(Uri.TryCreate(section["Instance"], UriKind.Absolute, out var instance) && (instance.Scheme == Uri.UriSchemeHttps || instance.IsLoopback), "Instance", "must be an https address, for example https://login.microsoftonline.com/.");
        Need(!string.IsNullOrWhiteSpace(section["TenantId"]), "TenantId", "is missing: the tenant's id or domain.");
        Need(section["TenantId"] is not ("common" or "organizations" or "consumers"), "TenantId", "must be one tenant, not 'common', 'organizations' or 'consumers'.");
        Need(!string.IsNullOrWhiteSpace(section["ClientSecret"]) || section.GetSection("ClientCredentials").Exists() || section.GetSection("ClientCertificates").Exists(), "ClientSecret", "is missing.");
        Need(section["CallbackPath"] is null or ['/', _, ..], "CallbackPath", "must begin with '/', for example /signin-oidc.");
    }
}
