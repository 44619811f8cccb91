using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>Chia, tách: one unit becomes several from an instant on. What it has open goes to one of them, whole: a report has one unit that answers for it.</summary>
public sealed class SplitUnit(Writer writer)
{
    /// <summary>Splits it.</summary>
    /// <param name="unitLogin">Which unit, by its login code.</param>
    /// <param name="successorLogins">Into which units; the first takes over what is open.</param>
    /// <param name="from">From when.</param>
    /// <param name="paper">The decision: number and date.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string unitLogin, IReadOnlyList<string> successorLogins, DateTimeOffset? from, string? paper, Guid key) =>
        (await writer.RunAsync<bool>(nameof(SplitUnit), unitLogin, key, async work =>
        {
            var (db, act) = work;
            if (!act.Actor.Is(Role.Administrator))
            {
                return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
            }

            if (await db.Units.SingleOrDefaultAsync(u => u.LoginCode == unitLogin) is not { } unit)
            {
                return Problem.NotFound;
            }

            if (string.IsNullOrWhiteSpace(paper))
            {
                return Problem.Invalid(nameof(Problems.SuccessionPaperNeeded)).At("paper");
            }

            var known = await db.Units.Where(u => successorLogins.Contains(u.LoginCode) && u.EndedAt == null && u.Code != unit.Code).ToListAsync();
            var after = successorLogins.Distinct().Select(l => known.Find(u => u.LoginCode == l)).OfType<Unit>().ToList();
            if (after.Count < 2)
            {
                return Problem.Invalid(nameof(Problems.SplitNeedsTwo)).At("successors");
            }

            if (unit.End(act.At, from, after[0]) is { } problem)
            {
                return problem;
            }

            db.UnitChanges.Add(new(UnitChangeKind.Split, from!.Value, paper, [unit.Code], [.. after.Select(u => u.Code)], act.At));
            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.UnitEnded, act.Actor.PersonId, nameof(SplitUnit),
                $"{unit.LoginCode} → {string.Join(" + ", after.Select(u => u.LoginCode))}, {from:O}, {paper.Trim()}", null));
            return true;
        })).Problem;
}
