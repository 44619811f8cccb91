using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Documents;

namespace Portal.Features.Units;

/// <summary>Nhập: adds and changes all units that a workbook names, in one transaction, or none of them.</summary>
public sealed class ImportUnits(Writer writer, BroughtFiles files)
{
    /// <summary>Imports; everything is worked out anew, and must still be what was shown.</summary>
    /// <param name="brought">Under which name the workbook is kept.</param>
    /// <param name="shownMark">The mark of what was shown (<see cref="UnitImportModel.Mark"/>).</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>Null when all is in; else why nothing is.</returns>
    public async Task<Problem?> RunAsync(Guid brought, string shownMark, Guid key) => (await writer.RunAsync<bool>(nameof(ImportUnits), null, key, async work =>
    {
        var (db, act) = work;
        if (!act.Actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        if (files.Find<UnitSheet>(act.Actor.PersonId, nameof(Units), brought) is not { } sheet)
        {
            return Problem.Invalid(nameof(Problems.WorkbookForgotten));
        }

        var plan = await UnitProposal.PlanAsync(db, sheet, act.At);
        if (Refuse(plan.Shown, shownMark) is { } refusal)
        {
            return refusal;
        }

        db.Units.AddRange(plan.Added);
        db.UnitGroups.AddRange(plan.AddedGroups);
        var logins = db.Units.Local.ToDictionary(u => u.Code, u => u.LoginCode);
        foreach (var subject in plan.Shown.Lines.Select(l => $"{l.Login}: {l.Name}").Concat(plan.Groups.Select(g => $"{g.Name}: {string.Join(", ", g.Members.Select(m => logins[m.UnitCode]))}")))
        {
            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.UnitsChanged, act.Actor.PersonId, nameof(ImportUnits), subject, null));
        }

        return true;
    })).Problem;

    private static Problem? Refuse(UnitImportModel plan, string shownMark) =>
        plan.Errors.Count > 0 ? Problem.Invalid(nameof(Problems.UnitsRefused), plan.Errors.Count)
        : plan.Mark != shownMark ? Problem.Stale(nameof(Problems.UnitsStale))
        : plan.Lines.Count == 0 ? Problem.Invalid(nameof(Problems.UnitsNothing))
        : null;
}
