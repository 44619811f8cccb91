using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>Hợp nhất, sáp nhập: several units become one from an instant on. Reports that are open keep their units, names and places.</summary>
public sealed class MergeUnits(Writer writer)
{
    /// <summary>Merges them.</summary>
    /// <param name="mergedLogins">Which units, by login code; the successor may be one of them and then goes on.</param>
    /// <param name="successorLogin">Which unit takes over; null for a new one.</param>
    /// <param name="created">The new unit; null where one takes over that there is.</param>
    /// <param name="from">From when.</param>
    /// <param name="paper">The decision: number and date.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(IReadOnlyList<string> mergedLogins, string? successorLogin, NewUnit? created, DateTimeOffset? from, string? paper, Guid key) =>
        (await writer.RunAsync<bool>(nameof(MergeUnits), string.Join(", ", mergedLogins), key, async work =>
        {
            var (db, act) = work;
            if (!act.Actor.Is(Role.Administrator))
            {
                return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
            }

            var merged = await db.Units.Where(u => mergedLogins.Contains(u.LoginCode)).OrderBy(u => u.Order).ToListAsync();
            if (merged.Count < 2)
            {
                return Problem.Invalid(nameof(Problems.MergeNeedsTwo)).At("merged");
            }

            if (string.IsNullOrWhiteSpace(paper))
            {
                return Problem.Invalid(nameof(Problems.SuccessionPaperNeeded)).At("paper");
            }

            var successor = created is null ? await db.Units.SingleOrDefaultAsync(u => u.LoginCode == successorLogin) : null;
            if (created is not null)
            {
                var made = await created.AddAsync(db);
                if (made.Problem is { } wrong)
                {
                    return wrong;
                }

                successor = made.Value;
            }

            if (merged.Where(u => u != successor).Select(u => u.End(act.At, from, successor)).FirstOrDefault(p => p is not null) is { } problem)
            {
                return problem;
            }

            db.UnitChanges.Add(new(UnitChangeKind.Merged, from!.Value, paper, [.. merged.Select(u => u.Code)], [successor!.Code], act.At));
            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.UnitEnded, act.Actor.PersonId, nameof(MergeUnits),
                $"{string.Join(" + ", merged.Select(u => u.LoginCode))} → {successor.LoginCode}, {from:O}, {paper.Trim()}", null));
            return true;
        })).Problem;
}
