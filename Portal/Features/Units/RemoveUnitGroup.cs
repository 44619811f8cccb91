using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>Removes a group of units; its units stay, and requests that were issued to them.</summary>
public sealed class RemoveUnitGroup(Writer writer)
{
    /// <summary>Removes it.</summary>
    /// <param name="groupCode">Which group.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string groupCode, Guid key) => (await writer.RunAsync<bool>(nameof(RemoveUnitGroup), groupCode, key, async work =>
    {
        var (db, act) = work;
        if (!act.Actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        if (await db.UnitGroups.Include(g => g.Members).SingleOrDefaultAsync(g => g.Code == groupCode) is not { } group)
        {
            return Problem.NotFound;
        }

        db.UnitGroups.Remove(group);
        await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.UnitsChanged, act.Actor.PersonId, nameof(RemoveUnitGroup), group.Name, null));
        return true;
    })).Problem;
}
