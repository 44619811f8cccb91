using Microsoft.AspNetCore.Identity;
using Portal.App;
using Portal.Data;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Identity;

namespace Portal.Features.SignIn;

/// <summary>The parts of this feature.</summary>
public static class SignInSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddSignInFeature(this IServiceCollection services) => services.AddSingleton<SignInLimit>().AddScoped<SignIn>().AddScoped<SamplePeople>();

    /// <summary>Signing out is a post, so that no link can do it.</summary>
    public static void MapSignInFeature(this IEndpointRouteBuilder app) => app.MapPost(Urls.SignOut, async (SignInManager<Account> signIn, CurrentUser user, AccessLog access) =>
    {
        await signIn.SignOutAsync();
        await access.WriteAsync(AccessKind.SignedOut, user.PersonId, nameof(SignIn));
        return Results.Redirect(Urls.SignIn);
    });
}
