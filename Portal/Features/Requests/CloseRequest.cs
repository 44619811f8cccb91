using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Kết thúc yêu cầu: what was not sent stays as it is and is named "không gửi báo cáo". A leader closes with a reason;
/// a coordinator once the sending up was recorded.</summary>
public sealed class CloseRequest(Writer writer)
{
    /// <summary>Closes.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, string? reason, Guid key) =>
        (await writer.RunAsync<bool>(nameof(CloseRequest), requestCode, key, async work =>
        {
            var (db, act) = work;
            var opened = await Gate.OpenAsync(db, act.Actor, requestCode, RequestPermission.Close);
            if (opened.Value is not { } request)
            {
                return opened.Problem!;
            }

            var sent = await db.ReportSendings.AnyAsync(s => s.RequestId == request.Id && s.VoidedAt == null);
            var problem = act.Actor.Is(Role.Leader) ? Problem.Unless(reason) : sent && act.Actor.Is(Role.Coordinator, request.CoordinatingUnitCode) ? null : Problem.State(nameof(Problems.SendingUpNotRecorded));
            return (problem ?? request.Close() ?? act.Note(EventVerb.RequestClosed, request.Id, reason)) is { } refusal ? refusal : true;
        })).Problem;
}
