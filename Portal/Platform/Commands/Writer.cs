using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Identity;
using Portal.Platform.Live;

namespace Portal.Platform.Commands;

/// <summary>What a command works with while its transaction is open.</summary>
/// <param name="Db">The context, in the transaction.</param>
/// <param name="Act">Who, when, under which key; gathers the events.</param>
public sealed record Work(PortalDb Db, Act Act);

/// <summary>The one way to change something. It re-reads the actor, opens context and transaction, lets the command through the <see cref="Gate"/>, runs its verb,
/// appends events and notices, saves, commits, publishes. A refusal changes nothing and leaves one access record.</summary>
public sealed class Writer(IDbContextFactory<PortalDb> dbs, CurrentUser user, PortalClock clock, ChangeFeed feed, AccessLog access)
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
            await access.WriteAsync(problem, user.PersonId, surface, subject);
        }

        return outcome;
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

        if (await db.TrySaveAsync() is { } conflict) // gives new rows their keys before events are hashed over them
        {
            return conflict;
        }

        await AppendAsync(work);
        await TellAsync(work);
        if (await db.TrySaveAsync() is { } unsaved)
        {
            return unsaved;
        }

        await transaction.CommitAsync(CancellationToken.None);
        foreach (var change in work.Act.Events.GroupBy(e => (e.RequestId, e.SubmissionId)))
        {
            feed.Publish(new Change(change.Key.RequestId, change.Key.SubmissionId, change.Max(e => e.Number)));
        }

        return outcome;
    }

    private static async Task AppendAsync(Work work)
    {
        if (work.Act.Events.Count == 0)
        {
            return;
        }

        var head = await work.Db.LockChainAsync(ChainHead.Events);
        foreach (var e in work.Act.Events)
        {
            e.Chain(head.Number + 1, head.Hash);
            (head.Number, head.Hash) = (e.Number, e.Hash);
            work.Db.Events.Add(e);
        }
    }

    private static async Task TellAsync(Work work)
    {
        var told = work.Act.Events.Where(e => NoticeTable.Of(e.Verb).Count > 0 && e.SubmissionId is not null).GroupBy(e => (e.Verb, e.RequestId, e.SubmissionId));
        foreach (var group in told)
        {
            var where = await work.Db.Submissions.Where(s => s.Id == group.Key.SubmissionId).Select(s => new { s.UnitCode, s.Request.CoordinatingUnitCode }).SingleAsync();
            var audiences = NoticeTable.Of(group.Key.Verb).Select(a => a == Audience.OtherSide ? OtherSide(work.Act.Actor, where.UnitCode, where.CoordinatingUnitCode) : a).ToList();
            var codes = group.Select(e => e.ItemCode).OfType<string>().Distinct().ToList();
            var before = audiences.Contains(Audience.WriterBefore) ? work.Act.ReplacedWriters.ToList() : [];
            var people = await work.Db.RoleAssignments
                .Where(r => r.To == null && work.Db.People.Any(p => p.Id == r.PersonId && p.Active))
                .Where(r => (audiences.Contains(Audience.Leaders) && r.Role == Role.Leader)
                    || before.Contains(r.PersonId)
                    || (audiences.Contains(Audience.Assignee) && work.Db.Answers.Any(a => a.SubmissionId == group.Key.SubmissionId && codes.Contains(a.ItemCode) && a.AssigneeId == r.PersonId))
                    || (r.UnitCode == where.UnitCode && (r.Role == Role.Head && (audiences.Contains(Audience.Heads) || audiences.Contains(Audience.Unit)) || r.Role == Role.Officer && audiences.Contains(Audience.Unit)))
                    || (r.UnitCode == where.CoordinatingUnitCode && r.Role == Role.Coordinator && audiences.Contains(Audience.Coordinators)))
                .Select(r => r.PersonId).Distinct().ToListAsync();
            work.Db.Notices.AddRange(people.Where(p => p != work.Act.Actor.PersonId)
                .Select(p => new Notice(p, group.Key.Verb, group.Key.RequestId, group.Key.SubmissionId, string.Join(',', codes), work.Act.At)));
        }
    }

    private static Audience OtherSide(Actor actor, string unitCode, string coordinatingUnitCode) =>
        !actor.WorksIn(unitCode) ? Audience.Unit : unitCode == coordinatingUnitCode ? Audience.Leaders : Audience.Coordinators;

    private readonly record struct Done;
}
