using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Sửa: begins to write the next form version of a request, from the one that stands. Where somebody has begun, it goes on from there.</summary>
public sealed class ReviseRequest(Writer writer)
{
    /// <summary>Begins it.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, Guid key) =>
        (await writer.RunAsync<bool>(nameof(ReviseRequest), requestCode, key, async work =>
        {
            var (db, act) = work;
            var opened = await Gate.OpenAsync(db, act.Actor, requestCode, RequestPermission.Run);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var request = opened.Value!;
            if (request.State is not (RequestState.Draft or RequestState.Open))
            {
                return Problem.State(nameof(Problems.RequestNotOpen));
            }

            if (await db.Drafts.AnyAsync(d => d.RequestId == request.Id))
            {
                return true;
            }

            var standing = await db.FormVersions.Where(f => f.RequestId == request.Id && f.Number == request.FormVersion).Select(f => f.Definition).SingleAsync();
            db.Drafts.Add(new RequestDraft(request, DraftFile.Of(standing).Value!, act.At, act.Actor.PersonId));
            return await db.TrySaveAsync() is { } conflict ? conflict : true;
        })).Problem;
}
