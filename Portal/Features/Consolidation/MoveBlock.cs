using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Moves a block; a heading takes along what stands below it.</summary>
public sealed class MoveBlock(Writer writer)
{
    /// <summary>Moves it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="blockId">Which.</param>
    /// <param name="before">In front of which; null for the end.</param>
    /// <param name="seen">The version of the order that was seen.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int blockId, int? before, int seen, Guid key) =>
        (await writer.RunAsync<bool>(nameof(MoveBlock), requestCode, key, async work =>
        {
            var opened = await ReportDesk.OpenAsync(work, requestCode, RequestPermission.Compose);
            return (opened.Problem ?? opened.Value!.Report.Move(blockId, before, seen)) is { } problem ? problem : true;
        })).Problem;
}
