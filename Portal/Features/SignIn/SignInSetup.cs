using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Identity;

namespace Portal.Features.SignIn;

/// <summary>The parts of this feature.</summary>
public static class SignInSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSignInFeature(this IServiceCollection services) => services.AddSingleton<SignInLimit>().AddScoped<SignIn>().AddScoped<SignInExternal>().AddScoped<SamplePeople>();

    /// <summary>Signing out is a post, so that no link can do it. The way to Microsoft and back is there only when it is configured.</summary>
    public static void MapSignInFeature(this IEndpointRouteBuilder app)
    {
        app.MapPost(Urls.SignOut, async (SignInManager<Account> signIn, CurrentUser user, AccessLog access) =>
        {
            await signIn.SignOutAsync();
            await access.WriteAsync(AccessKind.SignedOut, user.PersonId, nameof(SignIn));
            return Results.Redirect(Urls.SignIn);
        });
        if (EntraSetup.IsConfigured(app.ServiceProvider.GetRequiredService<IConfiguration>()))
        {
            app.MapGet(Urls.SignInMicrosoft, () => Results.Challenge(new() { RedirectUri = Urls.SignInMicrosoftDone }, [EntraSetup.Scheme])).AllowAnonymous();
            app.MapGet(Urls.SignInMicrosoftDone, CompleteAsync).AllowAnonymous();
        }
    }

    private static async Task<IResult> CompleteAsync(HttpContext http, SignInExternal complete)
    {
        var outside = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        var problem = outside.Principal is { } principal ? await complete.RunAsync(principal) : Problem.Invalid(nameof(Problems.MicrosoftFailed));
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        return Results.Redirect(problem switch
        {
            null => Urls.Root,
            { Code: nameof(Problems.NotLinked) } => Urls.SignInNotLinked,
            _ => Urls.SignInMicrosoftFailed,
        });
    }
}
