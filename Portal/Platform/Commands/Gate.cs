using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Platform.Commands;

/// <summary>The one place where a person is let through to a report: it gathers from the database what <see cref="Rights"/> decides on.</summary>
public static class Gate
{
    private static readonly EventVerb[] UnitVerbs = [EventVerb.DraftStarted, EventVerb.DocumentAttached, EventVerb.SentUp, EventVerb.SignedOff, EventVerb.Sent, EventVerb.Resent, EventVerb.ProxyStarted, EventVerb.ProxySent];

    /// <summary>Finds the report that the actor may know of, and asks whether he may do that.</summary>
    /// <returns>The report's key, or the refusal.</returns>
    public static async Task<Outcome<int>> OpenAsync(PortalDb db, Actor actor, ReportKey report, Permission wanted)
    {
        var found = await db.Submissions.VisibleTo(actor)
            .Where(s => s.Request.Code == report.RequestCode && db.Units.Any(u => u.Code == s.UnitCode && u.LoginCode == report.UnitLogin))
            .Select(s => new { s.Id, s.UnitCode, s.Request.CoordinatingUnitCode, s.Request.State, s.Request.IssuedAt, EnteringBy = s.Answers.Max(a => a.EnteringBy) })
            .SingleOrDefaultAsync();
        if (found is null)
        {
            return Problem.NotFound;
        }

        var facts = wanted switch
        {
            Permission.Review or Permission.Reopen => await ReviewFactsAsync(db, actor, found.Id, found.UnitCode, found.CoordinatingUnitCode, found.IssuedAt ?? default),
            Permission.Enter => await EnterFactsAsync(db, actor, found.UnitCode, found.CoordinatingUnitCode, found.IssuedAt ?? default),
            _ => new SubmissionFacts(found.UnitCode, found.CoordinatingUnitCode, EnteringBy: found.EnteringBy),
        };
        if (Rights.Check(actor, wanted, facts) is { } refusal)
        {
            return refusal;
        }

        return WhyNotNow(found.State, wanted) is { } closed ? closed : found.Id;
    }

    /// <summary>Why a request in that state takes no such act; null when it does. Reading always goes on, talking also while figures are locked.</summary>
    public static Problem? WhyNotNow(RequestState state, Permission wanted) => state switch
    {
        _ when wanted is Permission.See or Permission.ReadDraft => null,
        RequestState.Open => null,
        RequestState.Locked => wanted == Permission.Comment ? null : Problem.State(nameof(Problems.RequestIsLocked)),
        _ => Problem.State(nameof(Problems.RequestNotOpen)),
    };

    /// <summary>Finds the request that the actor may know of, asks whether he may do that to it, and holds up every verb on its reports until the transaction ends.</summary>
    /// <returns>The request, tracked; or the refusal.</returns>
    public static async Task<Outcome<ReportingRequest>> OpenAsync(PortalDb db, Actor actor, string requestCode, RequestPermission wanted)
    {
        if (await db.Requests.VisibleTo(actor, db.Submissions).Where(r => r.Code == requestCode).Select(r => (int?)r.Id).SingleOrDefaultAsync() is not { } id)
        {
            return Problem.NotFound;
        }

        await db.LockRequestAsync(id);
        var request = await db.Requests.Include(r => r.DeadlineMoves).SingleAsync(r => r.Id == id);
        return Rights.Check(actor, wanted, request.CoordinatingUnitCode) is { } refusal ? refusal : request;
    }

    /// <summary>What of a report decides on who reviews it (workflow §9): whether the actor is barred, and whether some coordinator is not.</summary>
    public static async Task<SubmissionFacts> ReviewFactsAsync(PortalDb db, Actor actor, int submissionId, string unitCode, string coordinatingUnitCode, DateTimeOffset since)
    {
        var barred = await BarredAsync(db, submissionId, unitCode, since);
        var coordinators = await db.RoleAssignments.Where(r => r.Role == Role.Coordinator && r.UnitCode == coordinatingUnitCode && r.To == null && db.People.Any(p => p.Id == r.PersonId && p.Active))
            .Select(r => r.PersonId).ToListAsync();
        return new(unitCode, coordinatingUnitCode, barred.Contains(actor.PersonId), coordinators.Exists(c => !barred.Contains(c)));
    }

    /// <summary>What of a report decides on who enters paper for it: whether the actor belongs to its unit.</summary>
    public static async Task<SubmissionFacts> EnterFactsAsync(PortalDb db, Actor actor, string unitCode, string coordinatingUnitCode, DateTimeOffset since) =>
        new(unitCode, coordinatingUnitCode, (await BelongAsync(db, unitCode, since)).Contains(actor.PersonId));

    /// <summary>Rule C (workflow §9): who may not review a report, because he belongs to its unit or has had a hand in it.</summary>
    public static async Task<HashSet<int>> BarredAsync(PortalDb db, int submissionId, string unitCode, DateTimeOffset since)
    {
        var acted = db.Events.Where(e => e.SubmissionId == submissionId && UnitVerbs.Contains(e.Verb)).Select(e => e.ActorId)
            .Union(db.Answers.Where(a => a.SubmissionId == submissionId).SelectMany(a => a.Values).Select(v => v.ChangedBy))
            .Union(db.Answers.Where(a => a.SubmissionId == submissionId).SelectMany(a => a.OldValues).Select(v => v.ChangedBy));
        return [.. await BelongAsync(db, unitCode, since), .. await acted.ToListAsync()];
    }

    private static async Task<List<int>> BelongAsync(PortalDb db, string unitCode, DateTimeOffset since)
    {
        var units = (await db.SuccessionAsync(DateTimeOffset.MaxValue)).LineOf(unitCode);
        return await db.RoleAssignments.Where(r => units.Contains(r.UnitCode) && (r.To == null || r.To >= since)).Select(r => r.PersonId)
            .Union(db.People.Where(p => units.Contains(p.UnitCode)).Select(p => p.Id)).ToListAsync();
    }

    /// <summary>Loads a whole report for a verb: items, working copies, documents, versions, comments, packages, request.</summary>
    public static Task<Submission> LoadAsync(PortalDb db, int submissionId) =>
        db.Submissions.AsSplitQuery()
            .Include(s => s.Request).Include(s => s.Packages).Include(s => s.Extensions)
            .Include(s => s.Answers).ThenInclude(a => a.Values)
            .Include(s => s.Answers).ThenInclude(a => a.Links).ThenInclude(l => l.Document)
            .Include(s => s.Answers).ThenInclude(a => a.Versions)
            .Include(s => s.Answers).ThenInclude(a => a.Comments)
            .SingleAsync(s => s.Id == submissionId);
}
