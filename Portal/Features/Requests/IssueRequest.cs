using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Phát hành: opens a draft, makes one report for each unit and tells it. The second press changes nothing.</summary>
public sealed class IssueRequest(Writer writer, FormCatalog forms)
{
    /// <summary>Issues it.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="pastDeadlineConfirmed">The deadline has passed and the coordinator knows.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, bool pastDeadlineConfirmed, Guid key) =>
        (await writer.RunAsync<bool>(nameof(IssueRequest), requestCode, key, async work =>
        {
            var (db, act) = work;
            if (await db.Requests.VisibleTo(act.Actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode) is not { } request)
            {
                return Problem.NotFound;
            }

            if (!act.Actor.Is(Role.Coordinator, request.CoordinatingUnitCode))
            {
                return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
            }

            if (request.State == RequestState.Open)
            {
                return true;
            }

            var letter = await RequestOpening.StandingAsync(db, request, forms);
            return (letter.Problem ?? await RequestOpening.OpenAsync(work, request, letter.Value!, pastDeadlineConfirmed)) is { } problem ? problem : true;
        })).Problem;
}
