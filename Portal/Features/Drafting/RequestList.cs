using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>One request in the list.</summary>
/// <param name="FormVersion">0 while nothing of it stands.</param>
/// <param name="Written">Something of it is being written.</param>
/// <param name="Units">How many report; 0 before it is issued.</param>
/// <param name="Sent">How many have sent.</param>
public sealed record RequestLine(string Code, string Title, RequestState State, int FormVersion, DateTimeOffset? DeadlineAt, bool Inclusive, DateTimeOffset? IssuedAt, bool Written, int Units, int Sent);

/// <summary>The requests that the person may see.</summary>
/// <param name="Begins">He coordinates, and may begin another.</param>
/// <param name="Templates">What his office keeps to begin with.</param>
public sealed record RequestsModel(IReadOnlyList<RequestLine> Requests, bool Begins, IReadOnlyList<TemplateLine> Templates);

/// <summary>A template of the office.</summary>
public sealed record TemplateLine(int Id, string Name);

/// <summary>Lists requests: drafts first, then what was issued last.</summary>
public sealed class RequestList(Reader reader)
{
    /// <summary>Reads them.</summary>
    /// <param name="archived">Archived and cancelled ones too.</param>
    /// <param name="begins">To begin another, which only coordinators do.</param>
    public Task<Outcome<RequestsModel>> RunAsync(bool archived = false, bool begins = false) => reader.RunAsync<RequestsModel>(nameof(RequestList), null, async (db, actor) =>
    {
        if (Rights.CheckBoards(actor) is { } refusal)
        {
            return refusal;
        }

        if (begins && !actor.Is(Role.Coordinator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
        }

        var lines = await db.Requests.VisibleTo(actor, db.Submissions)
            .Where(r => archived || (r.State != RequestState.Archived && r.State != RequestState.Cancelled))
            .OrderByDescending(r => r.IssuedAt == null).ThenByDescending(r => r.IssuedAt).ThenByDescending(r => r.Id)
            .Select(r => new RequestLine(r.Code, r.Title, r.State, r.FormVersion, r.DeadlineAt, r.DeadlineInclusive, r.IssuedAt, db.Drafts.Any(d => d.RequestId == r.Id),
                db.Submissions.Count(s => s.RequestId == r.Id), db.Submissions.Count(s => s.RequestId == r.Id && s.FirstSentAt != null)))
            .ToListAsync();
        var offices = actor.Holdings.Where(h => h.Role is Role.Coordinator).Select(h => h.UnitCode).ToList();
        var templates = await db.RequestTemplates.Where(t => offices.Contains(t.UnitCode)).OrderBy(t => t.Name).Select(t => new TemplateLine(t.Id, t.Name)).ToListAsync();
        return new RequestsModel(lines, offices.Count > 0, templates);
    });
}
