using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>What is being written of a request.</summary>
/// <param name="RequestId">To follow changes.</param>
/// <param name="Version">What the next change must name.</param>
/// <param name="Json">The file.</param>
/// <param name="Amends">The request was issued; this is its next form version.</param>
/// <param name="MayEdit">False for leaders, who read.</param>
/// <param name="SavedBy">Who changed it last.</param>
/// <param name="Units">All units that stand, in official order.</param>
public sealed record DraftModel(int RequestId, string Code, RequestState State, int Version, string Json, bool Amends, bool MayEdit, DateTimeOffset SavedAt, string SavedBy, UnitChoices Units);

/// <summary>Reads a draft for who writes it, and for leaders.</summary>
public sealed class DraftView(Reader reader, PortalClock clock)
{
    /// <summary>Reads it; what the person may not see answers as if it did not exist.</summary>
    public Task<Outcome<DraftModel>> RunAsync(string requestCode) => reader.RunAsync<DraftModel>(nameof(DraftView), requestCode, async (db, actor) =>
    {
        var found = await db.Requests.Where(r => r.Code == requestCode).Join(db.Drafts, r => r.Id, d => d.RequestId, (r, d) => new { Request = r, Draft = d }).SingleOrDefaultAsync();
        if (found is null || !(actor.Is(Role.Coordinator, found.Request.CoordinatingUnitCode) || actor.Is(Role.Leader)))
        {
            return Problem.NotFound;
        }

        var by = await db.People.Where(p => p.Id == found.Draft.SavedBy).Select(p => p.Name).SingleAsync();
        return new DraftModel(found.Request.Id, requestCode, found.Request.State, found.Draft.Version, found.Draft.Definition, found.Request.IssuedAt is not null,
            actor.Is(Role.Coordinator, found.Request.CoordinatingUnitCode), found.Draft.SavedAt, by, await UnitBook.ChoicesAsync(db, clock.Now));
    });
}
