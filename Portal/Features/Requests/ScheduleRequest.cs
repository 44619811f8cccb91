using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Hẹn phát hành: the request opens by itself at its hour, as if who scheduled it pressed then.</summary>
public sealed class ScheduleRequest(Writer writer)
{
    /// <summary>Schedules; of what is scheduled already, another hour.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="opensAt">When.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(string requestCode, DateTimeOffset? opensAt, Guid key) =>
        writer.RunAsync(nameof(ScheduleRequest), requestCode, RequestPermission.Run, key, (request, act) =>
            request.Schedule(act.At, act.Actor.PersonId, opensAt) ?? act.Note(EventVerb.RequestScheduled, request.Id));
}
