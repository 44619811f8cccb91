using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.SignIn;

/// <summary>Signs in the person to whom an outside account is linked: by issuer and subject, never by e-mail, which can change hands.</summary>
public sealed class SignInExternal(SignInManager<Account> signIn, IDbContextFactory<PortalDb> dbs, AccessLog access)
{
    /// <summary>Signs in and sets the portal's own cookie.</summary>
    /// <param name="outside">What the outside provider proved.</param>
    public async Task<Problem?> RunAsync(ClaimsPrincipal outside)
    {
        var subject = outside.FindFirst("sub");
        var issuer = outside.FindFirstValue("iss") ?? subject?.Issuer;
        if (subject is null || string.IsNullOrEmpty(issuer) || issuer == ClaimsIdentity.DefaultIssuer)
        {
            return Problem.Invalid(nameof(Problems.MicrosoftFailed));
        }

        var account = await signIn.UserManager.FindByLoginAsync(issuer, subject.Value);
        if (account is null || !await IsActiveAsync(account.PersonId))
        {
            // The administrator links the account by what stands in this record.
            await access.WriteAsync(AccessKind.SignInFailed, null, nameof(SignInExternal), $"{issuer} {subject.Value}");
            return Problem.Invalid(nameof(Problems.NotLinked));
        }

        await signIn.SignInAsync(account, isPersistent: false);
        await access.WriteAsync(AccessKind.SignedIn, account.PersonId, nameof(SignInExternal), account.UserName);
        return null;
    }

    private async Task<bool> IsActiveAsync(int personId)
    {
        await using var db = dbs.CreateDbContext();
        return await db.People.AnyAsync(p => p.Id == personId && p.Active);
    }
}
