using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Takes a block out of the report.</summary>
public sealed class RemoveBlock(Writer writer)
{
    /// <summary>Takes it out.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="blockId">Which.</param>
    /// <param name="seen">The version of the order that was seen.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int blockId, int seen, Guid key) =>
        (await writer.RunAsync<bool>(nameof(RemoveBlock), requestCode, key, async work =>
        {
            var opened = await ReportDesk.OpenAsync(work, requestCode, RequestPermission.Compose);
            return (opened.Problem ?? opened.Value!.Report.Remove(blockId, seen)) is { } problem ? problem : true;
        })).Problem;
}
