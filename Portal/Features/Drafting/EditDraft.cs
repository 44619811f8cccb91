using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Changes what is being written of a request; each change is saved at once.</summary>
public sealed class EditDraft(Writer writer)
{
    /// <summary>Makes one change.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="seen">The version that was seen; another person's change since then refuses this one.</param>
    /// <param name="edit">What.</param>
    public async Task<Problem?> RunAsync(string requestCode, int seen, DraftEdit edit) =>
        (await writer.RunAsync<bool>(nameof(EditDraft), requestCode, Guid.NewGuid(), work => ApplyAsync(work, requestCode, seen, edit))).Problem;

    /// <summary>Makes one change within a command.</summary>
    internal static async Task<Outcome<bool>> ApplyAsync(Work work, string requestCode, int seen, DraftEdit edit)
    {
        var (db, act) = work;
        var opened = await Gate.OpenAsync(db, act.Actor, requestCode, RequestPermission.Run);
        if (opened.Problem is { } refusal)
        {
            return refusal;
        }

        var draft = await db.Drafts.Include(d => d.Request).SingleOrDefaultAsync(d => d.RequestId == opened.Value!.Id);
        var problem = draft is null ? Problem.NotFound : draft.Edit(act.At, act.Actor.PersonId, seen, edit);
        return problem is not null ? problem : await db.TrySaveAsync() is { } conflict ? conflict : true;
    }
}
