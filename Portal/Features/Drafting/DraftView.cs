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
        var request = await db.Requests.SingleOrDefaultAsync(r => r.Code == requestCode);
        if (request is null || !(actor.Is(Role.Coordinator, request.CoordinatingUnitCode) || actor.Is(Role.Leader)))
        {
            return Problem.NotFound;
        }

        if (await db.Drafts.SingleOrDefaultAsync(d => d.RequestId == request.Id) is not { } draft)
        {
            return Problem.Invalid(nameof(Problems.DraftNotBegun));
        }

        var by = await db.People.Where(p => p.Id == draft.SavedBy).Select(p => p.Name).SingleAsync();
        return new DraftModel(request.Id, requestCode, request.State, draft.Version, draft.Definition, request.IssuedAt is not null,
            actor.Is(Role.Coordinator, request.CoordinatingUnitCode), draft.SavedAt, by, await UnitBook.ChoicesAsync(db, clock.Now));
    });
}
