using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Hẹn phát hành: the request opens by itself at its hour, as if who scheduled it pressed then.</summary>
public sealed class ScheduleRequest(Writer writer, FormCatalog forms)
{
    /// <summary>Schedules; of what is scheduled already, another hour.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="opensAt">When.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, DateTimeOffset? opensAt, Guid key) =>
        (await writer.RunAsync<bool>(nameof(ScheduleRequest), requestCode, key, async work =>
        {
            var (db, act) = work;
            var opened = await Gate.OpenAsync(db, act.Actor, requestCode, RequestPermission.Run);
            if (opened.Value is not { } request)
            {
                return opened.Problem!;
            }

            var letter = request.State == RequestState.Draft ? await RequestOpening.StandingAsync(db, request, forms) : default;
            return (letter.Problem ?? request.Schedule(act.At, act.Actor.PersonId, opensAt) ?? act.Note(EventVerb.RequestScheduled, request.Id)) is { } problem ? problem : true;
        })).Problem;
}
