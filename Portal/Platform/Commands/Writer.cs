using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Identity;

namespace Portal.Platform.Commands;

/// <summary>What a command works with while its transaction is open.</summary>
/// <param name="Db">The context, in the transaction.</param>
/// <param name="Act">Who, when, under which key; gathers the events.</param>
public sealed record Work(PortalDb Db, Act Act)
{
    /// <summary>Whom it told of what, once it is sealed.</summary>
    public IReadOnlyList<Telling> Told { get; internal set; } = [];
}

/// <summary>The one way to change something. It re-reads the actor, opens context and transaction, lets the command through the <see cref="Gate"/>, runs its verb,
/// appends events and notices, saves, commits, publishes. A refusal changes nothing and leaves one access record.</summary>
public sealed class Writer(IDbContextFactory<PortalDb> dbs, CurrentUser user, PortalClock clock, Ledger ledger, AccessLog access)
{
    /// <summary>Runs a verb of one report.</summary>
    /// <param name="surface">The use case's name, for the access record.</param>
    /// <param name="report">Which report.</param>
    /// <param name="wanted">The right it needs.</param>
    /// <param name="key">One-time key of the press; pressed twice, it has one effect and both get the same answer.</param>
    /// <param name="verb">The domain verb on the whole report.</param>
    public async Task<Problem?> RunAsync(string surface, ReportKey report, Permission wanted, Guid key, Func<Submission, Work, Task<Problem?>> verb) =>
        (await RunAsync<Done>(surface, report, wanted, key, async (submission, work) => await verb(submission, work) is { } problem ? problem : default(Done))).Problem;

    /// <inheritdoc cref="RunAsync(string, ReportKey, Permission, Guid, Func{Submission, Work, Task{Problem}})"/>
    public Task<Outcome<T>> RunAsync<T>(string surface, ReportKey report, Permission wanted, Guid key, Func<Submission, Work, Task<Outcome<T>>> verb) =>
        RunAsync(surface, report.ToString(), key, async work =>
        {
            var opened = await Gate.OpenAsync(work.Db, work.Act.Actor, report, wanted);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            await work.Db.LockSubmissionAsync(opened.Value);
            var submission = await Gate.LoadAsync(work.Db, opened.Value);
            return Gate.WhyNotNow(submission.Request.State, wanted) is { } closed ? closed : await verb(submission, work); // somebody may have locked the figures while we waited
        });

    /// <summary>Runs a verb of one request.</summary>
    /// <param name="surface">The use case's name, for the access record.</param>
    /// <param name="requestCode">Which request.</param>
    /// <param name="wanted">The right it needs.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <param name="verb">The domain verb on the request.</param>
    public async Task<Problem?> RunAsync(string surface, string requestCode, RequestPermission wanted, Guid key, Func<ReportingRequest, Act, Problem?> verb) =>
        (await RunAsync<Done>(surface, requestCode, key, async work =>
        {
            var opened = await Gate.OpenAsync(work.Db, work.Act.Actor, requestCode, wanted);
            return (opened.Problem ?? verb(opened.Value!, work.Act)) is { } problem ? problem : default(Done);
        })).Problem;

    /// <summary>Runs any command in one transaction.</summary>
    /// <param name="surface">The use case's name, for the access record.</param>
    /// <param name="subject">What it is about, for the access record.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <param name="command">What it does; a problem undoes it all.</param>
    public async Task<Outcome<T>> RunAsync<T>(string surface, string? subject, Guid key, Func<Work, Task<Outcome<T>>> command)
    {
        Outcome<T> outcome;
        try
        {
            outcome = await TryAsync(key, command);
        }
        catch (Exception e) when (PortalDb.WhyUnavailable(e) is { } unavailable)
        {
            return unavailable;
        }

        if (outcome.Problem is { } problem)
        {
            if (problem.Kind is ProblemKind.State or ProblemKind.Stale && await HadItsEffectAsync(key))
            {
                return default(Outcome<T>); // two presses with one key at the same moment: the one that waited for the other
            }

            await access.WriteAsync(problem, user.PersonId, surface, subject);
        }

        return outcome;
    }

    private async Task<bool> HadItsEffectAsync(Guid key)
    {
        await using var db = dbs.CreateDbContext();
        return await db.Events.AnyAsync(e => e.CommandId == key && e.ActorId == user.PersonId);
    }

    private async Task<Outcome<T>> TryAsync<T>(Guid key, Func<Work, Task<Outcome<T>>> command)
    {
        var at = clock.Now;
        await using var db = dbs.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await user.ReadAsync(db, at) is not { } actor)
        {
            return Problem.Refused(nameof(Problems.NotSignedIn));
        }

        if (await db.Events.AnyAsync(e => e.CommandId == key && e.ActorId == actor.PersonId))
        {
            return default(Outcome<T>); // the same press again: it has had its effect
        }

        var work = new Work(db, new Act(actor, at, key));
        var outcome = await command(work);
        if (outcome.Problem is not null)
        {
            return outcome;
        }

        if (await ledger.SealAsync(work) is { } conflict)
        {
            return conflict;
        }

        await transaction.CommitAsync(CancellationToken.None);
        ledger.Publish(work);
        return outcome;
    }

    private readonly record struct Done;
}
