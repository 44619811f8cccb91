using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Bỏ hẹn phát hành: the request is a draft again.</summary>
public sealed class UnscheduleRequest(Writer writer)
{
    /// <summary>Takes the hour back.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(string requestCode, Guid key) =>
        writer.RunAsync(nameof(UnscheduleRequest), requestCode, RequestPermission.Run, key, (request, act) => request.BackToDraft() ?? act.Note(EventVerb.RequestUnscheduled, request.Id));
}
