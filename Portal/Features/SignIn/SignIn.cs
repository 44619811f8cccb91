using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.SignIn;

/// <summary>Slows down guessing, per account and source: an outsider cannot lock somebody out before a deadline.</summary>
public sealed class SignInLimit : IDisposable
{
    /// <summary>After that many failures within <see cref="Minutes"/> the source waits.</summary>
    public const int Tries = 10;

    /// <summary>The window.</summary>
    public const int Minutes = 5;

    private readonly PartitionedRateLimiter<(string Name, string Source)> limiter = PartitionedRateLimiter.Create<(string Name, string Source), (string, string)>(
        key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = Tries, Window = TimeSpan.FromMinutes(Minutes), SegmentsPerWindow = 5, QueueLimit = 0 }));

    /// <summary>True when that source has failed too often with that name.</summary>
    public bool Reached(string name, string source) => limiter.GetStatistics((name, source)) is { CurrentAvailablePermits: <= 0 };

    /// <summary>Counts a failure.</summary>
    public void Failed(string name, string source) => limiter.AttemptAcquire((name, source)).Dispose();

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}

/// <summary>Signs a person in with name and password. It never says which of the two was wrong, and takes as long for a name that does not exist.</summary>
public sealed class SignIn(SignInManager<Account> signIn, IDbContextFactory<PortalDb> dbs, AccessLog access, SignInLimit limit)
{
    private static readonly Account Nobody = new();
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>Signs in and sets the cookie.</summary>
    /// <param name="userName">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="source">The address it came from.</param>
    public async Task<Problem?> RunAsync(string userName, string password, string source)
    {
        var name = userName.Trim().ToLowerInvariant();
        var account = await signIn.UserManager.FindByNameAsync(name);
        if (account is null)
        {
            signIn.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
        }

        var right = account is not null && await signIn.UserManager.CheckPasswordAsync(account, password) && await IsActiveAsync(account.PersonId);
        if (limit.Reached(name, source)) // also for the right password, or guessing would only be slowed down for the unlucky
        {
            return Problem.Invalid(nameof(Problems.TooManyTries), SignInLimit.Minutes);
        }

        if (!right)
        {
            limit.Failed(name, source);
            await access.WriteAsync(AccessKind.SignInFailed, null, nameof(SignIn), name);
            return Problem.Invalid(nameof(Problems.WrongNameOrPassword));
        }

        await signIn.SignInAsync(account!, isPersistent: false);
        await access.WriteAsync(AccessKind.SignedIn, account!.PersonId, nameof(SignIn), name);
        return null;
    }

    private async Task<bool> IsActiveAsync(int personId)
    {
        await using var db = dbs.CreateDbContext();
        return await db.People.AnyAsync(p => p.Id == personId && p.Active);
    }
}
