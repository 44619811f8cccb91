using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Live;
using Portal.Shared.Fields;

namespace Portal.Features.Consolidation;

/// <summary>Puts what was typed into blocks of the report; the field's path is the block's key. Each patch stands for itself, as in filling in.</summary>
public sealed class SaveBlocks(Writer writer, ChangeFeed feed)
{
    /// <summary>Saves.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="patches">What was typed, in order.</param>
    public async Task<Outcome<IReadOnlyList<PatchResult>>> RunAsync(string requestCode, IReadOnlyList<FieldPatch> patches)
    {
        var outcome = await TryAsync(requestCode, patches);
        return outcome.Problem?.Code == nameof(Problems.StalePage) ? await TryAsync(requestCode, patches) : outcome; // a colleague came in between: read anew
    }

    private async Task<Outcome<IReadOnlyList<PatchResult>>> TryAsync(string requestCode, IReadOnlyList<FieldPatch> patches)
    {
        var requestId = 0;
        var outcome = await writer.RunAsync<IReadOnlyList<PatchResult>>(nameof(SaveBlocks), requestCode, Guid.NewGuid(), async work =>
        {
            var opened = await ReportDesk.RequestAsync(work.Db, work.Act.Actor, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            requestId = opened.Value!.Id;
            var keys = patches.Select(p => int.TryParse(p.Path, out var id) ? id : 0).ToList();
            var blocks = await work.Db.ReportBlocks.Where(b => b.RequestId == requestId && keys.Contains(b.Id)).ToDictionaryAsync(b => b.Id);
            var saved = patches.Zip(keys, (patch, id) => (patch, Block: blocks.GetValueOrDefault(id))).Select(p => (p.patch, p.Block,
                Problem: p.Block is null ? Problem.Invalid(nameof(Problems.BlockGone)) : p.Block.Write(work.Act, p.patch.Value ?? "", p.patch.Version, p.patch.Key))).ToList();
            var names = await BlocksNow.NamesAsync(work.Db, blocks.Values);
            return saved.ConvertAll(s => new PatchResult(s.patch.Path!, s.Block is null || s.Problem is { Kind: ProblemKind.Invalid } ? null : BlocksNow.Of(s.Block, names, work.Act.Actor.PersonId, work.Act.At), s.Problem));
        });
        if (outcome.Ok)
        {
            feed.Publish(new Change(requestId, null, 0)); // no event is written for a patch; colleagues' pages follow all the same
        }

        return outcome;
    }
}
