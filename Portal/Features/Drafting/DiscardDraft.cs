using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Bỏ dự thảo: throws away what is being written; of a request that was never issued nothing is left, an issued one stays as it is.</summary>
public sealed class DiscardDraft(Writer writer)
{
    /// <summary>Throws it away.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, Guid key) =>
        (await writer.RunAsync<bool>(nameof(DiscardDraft), requestCode, key, async work =>
        {
            var (db, act) = work;
            var opened = await Gate.OpenAsync(db, act.Actor, requestCode, RequestPermission.Run);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var request = opened.Value!;
            if (await db.Drafts.SingleOrDefaultAsync(d => d.RequestId == request.Id) is not { } draft)
            {
                return Problem.NotFound;
            }

            db.Drafts.Remove(draft);
            if (request is { State: RequestState.Draft, FormVersion: 0 })
            {
                db.Requests.Remove(request);
            }

            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.DraftDiscarded, act.Actor.PersonId, nameof(DiscardDraft), $"{request.Code}: {request.Title}", null));
            return true;
        })).Problem;
}
