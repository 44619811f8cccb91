using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>A consolidated report opened for a command.</summary>
/// <param name="Request">Its request.</param>
/// <param name="Report">What is being composed.</param>
internal sealed record OpenedReport(ReportingRequest Request, ConsolidatedReport Report);

/// <summary>How commands on a consolidated report find it, and who may (workflow §10): it is composed while figures come in, are locked, and after the request was closed.</summary>
internal static class ReportDesk
{
    /// <summary>In that state a report is composed, decided and sent up.</summary>
    public static bool Runs(RequestState state) => state is RequestState.Open or RequestState.Locked or RequestState.Closed;

    /// <summary>Opens the report of a request that the actor may know of.</summary>
    /// <param name="work">The command.</param>
    /// <param name="requestCode">Which request.</param>
    /// <param name="wanted">The right it needs.</param>
    public static async Task<Outcome<OpenedReport>> OpenAsync(Work work, string requestCode, RequestPermission wanted)
    {
        var opened = await RequestAsync(work.Db, work.Act.Actor, requestCode, wanted);
        return opened.Problem is { } refusal ? refusal
            : await work.Db.Reports.Include(r => r.Blocks).SingleOrDefaultAsync(r => r.RequestId == opened.Value!.Id) is { } report ? new OpenedReport(opened.Value!, report)
            : Problem.Invalid(nameof(Problems.ReportNotBegun));
    }

    /// <summary>Opens a request's report to read: all of it for its coordinators and leaders, what was approved for who only watches.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="requestCode">Which request.</param>
    /// <returns>The request, and whether he may read what is not approved.</returns>
    public static async Task<Outcome<(ReportingRequest Request, bool Whole)>> ReadAsync(PortalDb db, Actor actor, string requestCode)
    {
        if (await db.Requests.VisibleTo(actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode && r.IssuedAt != null) is not { } request)
        {
            return Problem.NotFound;
        }

        var whole = actor.Is(Role.Coordinator, request.CoordinatingUnitCode) || actor.Is(Role.Leader);
        return whole || actor.Is(Role.Observer) ? (request, whole) : Problem.Refused(nameof(Problems.ReportNotYours));
    }

    /// <summary>Opens a request's report to read all of it.</summary>
    public static async Task<Outcome<ReportingRequest>> ReadWholeAsync(PortalDb db, Actor actor, string requestCode)
    {
        var opened = await ReadAsync(db, actor, requestCode);
        return opened.Problem is { } refusal ? refusal : opened.Value.Whole ? opened.Value.Request : Problem.Refused(nameof(Problems.ReportNotYours));
    }

    /// <summary>Opens the request alone.</summary>
    public static async Task<Outcome<ReportingRequest>> RequestAsync(PortalDb db, Actor actor, string requestCode, RequestPermission wanted)
    {
        if (await db.Requests.VisibleTo(actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode) is not { } request)
        {
            return Problem.NotFound;
        }

        return Rights.Check(actor, wanted, request.CoordinatingUnitCode) is { } refusal ? refusal
            : Runs(request.State) ? request
            : Problem.State(nameof(Problems.RequestNotRunning));
    }
}
