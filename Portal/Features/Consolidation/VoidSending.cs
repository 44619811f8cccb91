using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Hủy ghi nhận việc gửi: the duty of coordination is open again.</summary>
public sealed class VoidSending(Writer writer)
{
    /// <summary>Declares it void.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="sendingId">Which record.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int sendingId, string? reason, Guid key) =>
        (await writer.RunAsync<bool>(nameof(VoidSending), requestCode, key, async work =>
        {
            var opened = await ReportDesk.RequestAsync(work.Db, work.Act.Actor, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var sending = await work.Db.ReportSendings.SingleOrDefaultAsync(s => s.Id == sendingId && s.RequestId == opened.Value!.Id);
            return (sending is null ? Problem.Stale(nameof(Problems.StalePage)) : sending.Void(work.Act, reason)) is { } problem ? problem : true;
        })).Problem;
}
