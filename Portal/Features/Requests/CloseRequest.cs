using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Kết thúc yêu cầu: what was not sent stays as it is and is named "không gửi báo cáo". A leader closes with a reason;
/// a coordinator once the sending up was recorded, which no part of the portal does yet.</summary>
public sealed class CloseRequest(Writer writer)
{
    /// <summary>Closes.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(string requestCode, string? reason, Guid key) =>
        writer.RunAsync(nameof(CloseRequest), requestCode, RequestPermission.Close, key, (request, act) =>
            act.Actor.Is(Role.Leader)
                ? Problem.Unless(reason) ?? request.Close() ?? act.Note(EventVerb.RequestClosed, request.Id, reason)
                : Problem.State(nameof(Problems.SendingUpNotRecorded)));
}
