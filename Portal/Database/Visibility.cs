using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>The only row filters: what a person may know exists. Decided inside the query, never after it.</summary>
public static class Visibility
{
    /// <summary>The reports whose state the actor may see (workflow §10, first row).</summary>
    public static IQueryable<Submission> VisibleTo(this IQueryable<Submission> submissions, Actor actor)
    {
        var own = actor.OwnUnits.ToList();
        var coordinated = Coordinated(actor);
        var all = actor.SeesAllUnits;
        return submissions.Where(s => all || own.Contains(s.UnitCode) || coordinated.Contains(s.Request.CoordinatingUnitCode));
    }

    /// <summary>The reports about whose items the actor may read what unit and reviewers say to each other.</summary>
    public static IQueryable<Submission> TalkVisibleTo(this IQueryable<Submission> submissions, Actor actor) => submissions.ConfidentialTo(actor);

    /// <summary>The reports of which the actor may know also what is confidential, talk and restricted documents: the unit, the coordinator, the leader; not who only watches (workflow §10).</summary>
    public static IQueryable<Submission> ConfidentialTo(this IQueryable<Submission> submissions, Actor actor)
    {
        var own = actor.OwnUnits.ToList();
        var coordinated = Coordinated(actor);
        var leads = actor.Is(Role.Leader);
        return submissions.Where(s => leads || own.Contains(s.UnitCode) || coordinated.Contains(s.Request.CoordinatingUnitCode));
    }

    /// <summary>The requests the actor may see; drafts only for their coordinators and the leaders.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="submissions">All reports, to see whether his unit is asked.</param>
    public static IQueryable<ReportingRequest> VisibleTo(this IQueryable<ReportingRequest> requests, Actor actor, IQueryable<Submission> submissions)
    {
        var own = actor.OwnUnits.ToList();
        var coordinated = Coordinated(actor);
        var leads = actor.Is(Role.Leader);
        var watches = actor.Is(Role.Observer);
        return requests.Where(r => leads || coordinated.Contains(r.CoordinatingUnitCode)
            || (r.State != RequestState.Draft && r.State != RequestState.Scheduled && (watches || submissions.Any(s => s.RequestId == r.Id && own.Contains(s.UnitCode)))));
    }

    /// <summary>The issued requests of which the actor may see every unit: what boards show (workflow §10).</summary>
    public static IQueryable<ReportingRequest> WhollyVisibleTo(this IQueryable<ReportingRequest> requests, Actor actor)
    {
        var coordinated = Coordinated(actor);
        var all = actor.SeesAllUnits;
        return requests.Where(r => r.State != RequestState.Draft && r.State != RequestState.Scheduled && (all || coordinated.Contains(r.CoordinatingUnitCode)));
    }

    /// <summary>The request that the address of a board means, first: the one it names; without a name the one issued last, open ones before closed ones.</summary>
    /// <param name="requests">Those the actor may see.</param>
    /// <param name="code">What the address names; null for none.</param>
    public static IQueryable<ReportingRequest> Meant(this IQueryable<ReportingRequest> requests, string? code) =>
        requests.Where(r => code == null ? r.State != RequestState.Cancelled && r.State != RequestState.Archived : r.Code == code)
            .OrderBy(r => r.State == RequestState.Open ? 0 : 1).ThenByDescending(r => r.IssuedAt);

    private static List<string> Coordinated(Actor actor) => [.. actor.Holdings.Where(h => h.Role == Role.Coordinator).Select(h => h.UnitCode)];
}
