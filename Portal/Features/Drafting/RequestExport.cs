using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Xuất định nghĩa: a request's file as JSON, what is being written of it before what stands; its schema is <c>docs/request.schema.json</c>.</summary>
public sealed class RequestExport(Reader reader)
{
    /// <summary>Reads it, for its coordinators and leaders.</summary>
    public Task<Outcome<string>> RunAsync(string requestCode) => reader.RunAsync<string>(nameof(RequestExport), requestCode, async (db, actor) =>
    {
        if (await db.Requests.VisibleTo(actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode) is not { } request)
        {
            return Problem.NotFound;
        }

        if (!actor.Is(Role.Coordinator, request.CoordinatingUnitCode) && !actor.Is(Role.Leader))
        {
            return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
        }

        return await db.Drafts.Where(d => d.RequestId == request.Id).Select(d => d.Definition).SingleOrDefaultAsync()
            ?? await db.FormVersions.Where(f => f.RequestId == request.Id && f.Number == request.FormVersion).Select(f => f.Definition).SingleAsync();
    });
}
