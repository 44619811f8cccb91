using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Documents;

namespace Portal.Features.Units;

/// <summary>What a workbook that was read would do to the units, compared with those that there are at this moment.</summary>
public sealed class UnitProposal(Reader reader, PortalClock clock, BroughtFiles files)
{
    /// <summary>Compares.</summary>
    /// <param name="brought">Under which name the workbook is kept; null before one was chosen.</param>
    /// <returns>What it would do; null before one was chosen.</returns>
    public Task<Outcome<UnitImportModel?>> RunAsync(Guid? brought) => reader.RunAsync<UnitImportModel?>(nameof(UnitProposal), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        if (brought is not { } file)
        {
            return new(null, null);
        }

        return files.Find<UnitSheet>(actor.PersonId, nameof(Units), file) is { } sheet ? (await PlanAsync(db, sheet, clock.Now)).Shown : Problem.Invalid(nameof(Problems.WorkbookForgotten));
    });

    /// <summary>Works an import out with the units as the context has them.</summary>
    internal static async Task<UnitPlan> PlanAsync(PortalDb db, UnitSheet sheet, DateTimeOffset now) =>
        UnitPlanning.Of(sheet, await db.Units.OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync(), await db.UnitGroups.Include(g => g.Members).OrderBy(g => g.Code).ToListAsync(), now);
}
