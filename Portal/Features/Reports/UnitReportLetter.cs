using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Reports;

/// <summary>A unit's own report as a letter in its letterhead. That it was taken out is recorded.</summary>
public sealed class UnitReportLetter(Reader reader, UnitReportMaker maker, AccessLog access)
{
    /// <summary>Makes it.</summary>
    /// <param name="report">Which report.</param>
    /// <returns>The letter as this reader may know it; not found while nothing was sent.</returns>
    public Task<Outcome<ReportLetterFile>> RunAsync(ReportKey report) => reader.RunAsync<ReportLetterFile>(nameof(UnitReportLetter), report, Permission.See, async (db, actor, id) =>
    {
        if (await maker.MakeAsync(db, actor, id) is not { } letter)
        {
            return Problem.NotFound;
        }

        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(UnitReportLetter), [report.ToString()]);
        return new ReportLetterFile(string.Format(ReportLetterText.FileName, report.UnitLogin, report.RequestCode), letter);
    });
}
