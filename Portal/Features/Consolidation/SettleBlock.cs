using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>What is done with a block whose sources have changed, or that the portal drafted.</summary>
public enum Settlement
{
    /// <summary>Cập nhật theo nguồn: its words become what the sources say now.</summary>
    Update,
    /// <summary>Giữ nội dung đang có.</summary>
    Keep,
    /// <summary>Đã xem: somebody has been through what the portal drafted.</summary>
    Review,
}

/// <summary>Settles a block whose sources have changed, or that nobody has been through.</summary>
public sealed class SettleBlock(Writer writer, FormCatalog forms)
{
    /// <summary>Settles it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="blockId">Which.</param>
    /// <param name="settlement">How.</param>
    /// <param name="seen">The version of the block that was seen.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int blockId, Settlement settlement, int seen, Guid key) =>
        (await writer.RunAsync<bool>(nameof(SettleBlock), requestCode, key, async work =>
        {
            var opened = await ReportDesk.OpenAsync(work, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var (request, report) = opened.Value!;
            if (report.Find(blockId) is not { } block)
            {
                return Problem.Stale(nameof(Problems.BlockGone));
            }

            if (settlement is Settlement.Review)
            {
                return block.Review(work.Act, seen) is { } stale ? stale : true;
            }

            var made = new BlockMaker(await SourceBook.ReadAsync(work.Db, forms, request.Id, report.Choice, work.Act.At)).Make(BlockRecipe.FromJson(block.Recipe));
            return (settlement is Settlement.Update ? block.Update(work.Act, made, seen) : block.Keep(work.Act, made, seen)) is { } problem ? problem : true;
        })).Problem;
}
