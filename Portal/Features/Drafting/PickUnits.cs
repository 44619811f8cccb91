using Portal.Domain;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Says who is in a group of a draft; the units' names and letterheads are copied into the request's file as they are now.</summary>
public sealed class PickUnits(Writer writer)
{
    /// <summary>Says it.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="seen">The version that was seen.</param>
    /// <param name="pick">Who.</param>
    public async Task<Problem?> RunAsync(string requestCode, int seen, UnitPick pick) =>
        (await writer.RunAsync<bool>(nameof(PickUnits), requestCode, Guid.NewGuid(), async work =>
        {
            var picked = await UnitBook.OfAsync(work.Db, pick.Units);
            return await EditDraft.ApplyAsync(work, requestCode, seen, new SetUnits(pick.Group, picked, pick.Unmatched));
        })).Problem;
}
