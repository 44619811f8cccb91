using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Hủy yêu cầu: issued by mistake; everything stays readable and counts nowhere.</summary>
public sealed class CancelRequest(Writer writer)
{
    /// <summary>Cancels.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(string requestCode, string? reason, Guid key) =>
        writer.RunAsync(nameof(CancelRequest), requestCode, RequestPermission.Overrule, key, (request, act) => Problem.Unless(reason) ?? request.Cancel() ?? act.Note(EventVerb.RequestCancelled, request.Id, reason));
}
