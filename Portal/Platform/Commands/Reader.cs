using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Identity;

namespace Portal.Platform.Commands;

/// <summary>The one way to read for a person: rights are read anew, nothing is tracked, a refusal leaves one access record.</summary>
public sealed class Reader(IDbContextFactory<PortalDb> dbs, CurrentUser user, PortalClock clock, AccessLog access)
{
    /// <summary>Reads something for the person who is signed in.</summary>
    /// <param name="surface">The query's name, for the access record.</param>
    /// <param name="subject">What it is about, for the access record.</param>
    /// <param name="query">What to read; it filters by the actor itself.</param>
    public async Task<Outcome<T>> RunAsync<T>(string surface, string? subject, Func<PortalDb, Actor, Task<Outcome<T>>> query)
    {
        Outcome<T> outcome;
        await using (var db = dbs.CreateDbContext())
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;
            outcome = await user.ReadAsync(db, clock.Now) is { } actor ? await query(db, actor) : Problem.Refused(nameof(Problems.NotSignedIn));
        }

        if (outcome.Problem is { } problem)
        {
            await access.WriteAsync(problem, user.PersonId, surface, subject);
        }

        return outcome;
    }

    /// <summary>Reads one report, when the actor may.</summary>
    /// <param name="surface">The query's name, for the access record.</param>
    /// <param name="report">Which report.</param>
    /// <param name="wanted">The right it needs.</param>
    /// <param name="query">What to read; it gets the report's key.</param>
    public Task<Outcome<T>> RunAsync<T>(string surface, ReportKey report, Permission wanted, Func<PortalDb, Actor, int, Task<Outcome<T>>> query) =>
        RunAsync(surface, report.ToString(), async (db, actor) =>
        {
            var opened = await Gate.OpenAsync(db, actor, report, wanted);
            return opened.Problem is { } refusal ? refusal : await query(db, actor, opened.Value);
        });
}
