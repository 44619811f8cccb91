using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Reasons;

/// <summary>Takes a usual reason off the list; what was returned with it keeps its words.</summary>
public sealed class RemoveReason(Writer writer)
{
    /// <summary>Removes it.</summary>
    /// <param name="reasonId">Which reason.</param>
    /// <param name="version">Which state of it was shown.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(int reasonId, int version, Guid key) =>
        (await writer.RunAsync<bool>(nameof(RemoveReason), null, key, async work =>
        {
            var (db, act) = work;
            if (!act.Actor.Is(Role.Coordinator))
            {
                return Problem.Refused(nameof(Problems.ReasonsAreNotYours));
            }

            if (await db.UsualReasons.SingleOrDefaultAsync(r => r.Id == reasonId) is not { } reason || !act.Actor.Is(Role.Coordinator, reason.UnitCode))
            {
                return Problem.NotFound;
            }

            if (reason.Version != version)
            {
                return Problem.Stale(nameof(Problems.StalePage));
            }

            db.UsualReasons.Remove(reason);
            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.ReasonsChanged, act.Actor.PersonId, nameof(RemoveReason), $"{reason.UnitCode}: {SaveReason.Said(reason.Kind, reason.Text)}", null));
            return true;
        })).Problem;
}
