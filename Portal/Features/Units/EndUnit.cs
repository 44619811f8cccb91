using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Units;

/// <summary>Kết thúc, chuyển giao đơn vị: from an instant on the successor's people act for the unit. Reports that are open keep its name and place.</summary>
public sealed class EndUnit(Writer writer)
{
    /// <summary>Ends it.</summary>
    /// <param name="unitLogin">Which unit, by its login code.</param>
    /// <param name="successorLogin">Who takes over.</param>
    /// <param name="from">From when.</param>
    /// <param name="paper">The decision: number and date.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string unitLogin, string? successorLogin, DateTimeOffset? from, string? paper, Guid key) =>
        (await writer.RunAsync<bool>(nameof(EndUnit), unitLogin, key, async work =>
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

            var successor = await db.Units.SingleOrDefaultAsync(u => u.LoginCode == successorLogin);
            if (unit.End(act.At, from, successor) is { } problem)
            {
                return problem;
            }

            db.UnitChanges.Add(new(UnitChangeKind.Ended, from!.Value, paper, [unit.Code], [successor!.Code], act.At));
            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.UnitEnded, act.Actor.PersonId, nameof(EndUnit), $"{unit.LoginCode} → {successor.LoginCode}, {from:O}, {paper.Trim()}", null));
            return true;
        })).Problem;
}
