using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>Adds a group of units or changes one.</summary>
public sealed class SaveUnitGroup(Writer writer)
{
    /// <summary>Saves it.</summary>
    /// <param name="groupCode">Which group; null for a new one, whose key its name gives.</param>
    /// <param name="name">As letters call them.</param>
    /// <param name="aliases">Other spellings.</param>
    /// <param name="unitLogins">Who belongs to it, by login code.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string? groupCode, string? name, IReadOnlyList<string> aliases, IReadOnlyList<string> unitLogins, Guid key) =>
        (await writer.RunAsync<bool>(nameof(SaveUnitGroup), groupCode, key, async work =>
        {
            var (db, act) = work;
            if (!act.Actor.Is(Role.Administrator))
            {
                return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
            }

            var code = groupCode ?? UnitGroup.CodeOf(name ?? "");
            var group = await db.UnitGroups.Include(g => g.Members).SingleOrDefaultAsync(g => g.Code == code);
            if (groupCode is not null && group is null)
            {
                return Problem.NotFound;
            }

            if (groupCode is null && group is not null)
            {
                return Problem.Invalid(nameof(Problems.UnitGroupTaken), group.Name).At("name");
            }

            var units = await db.Units.Where(u => unitLogins.Contains(u.LoginCode)).Select(u => u.Code).ToListAsync();
            var saved = group ?? new UnitGroup(code, "");
            if (saved.Describe(name, aliases, units) is { } wrong)
            {
                return wrong;
            }

            if (group is null)
            {
                db.UnitGroups.Add(saved);
            }

            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.UnitsChanged, act.Actor.PersonId, nameof(SaveUnitGroup), $"{saved.Name}: {string.Join(", ", unitLogins)}", null));
            return true;
        })).Problem;
}
