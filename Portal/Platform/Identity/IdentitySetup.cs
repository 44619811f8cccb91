using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Database;
using Portal.Platform.Options;

namespace Portal.Platform.Identity;

/// <summary>Sign-in: local accounts with a cookie. Closed by default: whatever is not named open needs a signed-in person.</summary>
public static class IdentitySetup
{
    /// <summary>Adds accounts, cookie, key ring and the closed-by-default policy.</summary>
    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, IConfiguration configuration, PortalOptions options, string signInPath, string deniedPath)
    {
        services.AddDataProtection().SetApplicationName("Portal").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataFolder, "keys")));
        services.AddScoped(sp => sp.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext()); // for Identity's own stores only
        services.AddIdentityCore<Account>(o =>
            {
                o.Password.RequiredLength = configuration.GetValue("Password:MinLength", 15);
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
            })
            .AddEntityFrameworkStores<PortalDb>()
            .AddErrorDescriber<IdentityProblems>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "portal";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = signInPath;
            o.AccessDeniedPath = deniedPath;
            o.ReturnUrlParameter = "den";
            o.ExpireTimeSpan = TimeSpan.FromHours(10);
            o.SlidingExpiration = true;
            // A fetch is told so; only a page is led to the sign-in page.
            o.Events.OnRedirectToLogin = context =>
            {
                if (context.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.Ordinal) == true))
                {
                    context.Response.Redirect(context.RedirectUri);
                }
                else
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                }

                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    private sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(CurrentUser.PersonClaim, user.PersonId.ToString(CultureInfo.InvariantCulture)));
            return identity;
        }
    }
}
