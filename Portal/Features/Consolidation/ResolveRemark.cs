using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>What a leader said of a block was done.</summary>
public sealed class ResolveRemark(Writer writer)
{
    /// <summary>Marks it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="remarkId">Which remark.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int remarkId, Guid key) =>
        (await writer.RunAsync<bool>(nameof(ResolveRemark), requestCode, key, async work =>
        {
            var opened = await ReportDesk.RequestAsync(work.Db, work.Act.Actor, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            if (await work.Db.ReportRemarks.SingleOrDefaultAsync(r => r.Id == remarkId && r.RequestId == opened.Value!.Id) is not { } remark)
            {
                return Problem.Stale(nameof(Problems.BlockGone));
            }

            remark.Resolve(work.Act);
            return true;
        })).Problem;
}
