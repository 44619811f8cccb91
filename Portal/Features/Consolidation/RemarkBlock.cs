using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Góp ý: a leader says something of a block.</summary>
public sealed class RemarkBlock(Writer writer)
{
    /// <summary>Says it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="blockId">Which block.</param>
    /// <param name="text">The words.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int blockId, string? text, Guid key) =>
        (await writer.RunAsync<bool>(nameof(RemarkBlock), requestCode, key, async work =>
        {
            var opened = await ReportDesk.OpenAsync(work, requestCode, RequestPermission.Approve);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var said = ReportRemark.Say(opened.Value!.Report, blockId, text, work.Act);
            if (said.Problem is { } problem)
            {
                return problem;
            }

            work.Db.ReportRemarks.Add(said.Value!);
            return true;
        })).Problem;
}
