using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Trả lại báo cáo tổng hợp cho cơ quan đầu mối.</summary>
public sealed class SendReportBack(Writer writer)
{
    /// <summary>Sends it back.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="number">Which version.</param>
    /// <param name="reason">What is to be done differently.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int number, string? reason, Guid key) =>
        (await writer.RunAsync<bool>(nameof(SendReportBack), requestCode, key, async work =>
        {
            var opened = await ReportDesk.RequestAsync(work.Db, work.Act.Actor, requestCode, RequestPermission.Approve);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var version = await work.Db.ReportVersions.SingleOrDefaultAsync(v => v.RequestId == opened.Value!.Id && v.Number == number);
            return (version is null ? Problem.Stale(nameof(Problems.ReportNotWaiting)) : version.SendBack(work.Act, reason)) is { } problem ? problem : true;
        })).Problem;
}
