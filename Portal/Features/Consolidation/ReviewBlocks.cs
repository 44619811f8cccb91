using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Đã xem hết: a person has been through all that the portal drafted.</summary>
public sealed class ReviewBlocks(Writer writer)
{
    /// <summary>Marks them.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="seen">The versions of the drafted blocks that were seen, by key; one that changed since is left as it is.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, IReadOnlyDictionary<int, int> seen, Guid key) =>
        (await writer.RunAsync<bool>(nameof(ReviewBlocks), requestCode, key, async work =>
        {
            var opened = await ReportDesk.OpenAsync(work, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            foreach (var block in opened.Value!.Report.Blocks.Where(b => b.Drafted && seen.GetValueOrDefault(b.Id) == b.Version))
            {
                block.Review(work.Act, block.Version);
            }

            return true;
        })).Problem;
}
