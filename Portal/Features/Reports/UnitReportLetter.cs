using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Reports;

/// <summary>A unit's own report as a letter in its letterhead: of each item the version that counts, read by the form by which it was sent. That it was taken out is recorded.</summary>
public sealed class UnitReportLetter(Reader reader, FormCatalog forms, PortalClock clock, AccessLog access)
{
    /// <summary>Makes it.</summary>
    /// <param name="report">Which report.</param>
    /// <returns>The letter as this reader may know it; not found while nothing was sent.</returns>
    public Task<Outcome<ReportLetterFile>> RunAsync(ReportKey report) => reader.RunAsync<ReportLetterFile>(nameof(UnitReportLetter), report, Permission.See, async (db, actor, id) =>
    {
        var s = await Gate.LoadAsync(db, id);
        if (s.Items.All(i => i.CurrentVersion is null))
        {
            return Problem.NotFound;
        }

        var definition = await forms.OfAsync(s.RequestId, s.FormVersion);
        var titles = await forms.TitlesAsync(s.RequestId, s.FormVersion);
        var sight = await DocumentSight.OfAsync(db, actor, id);
        var items = new List<ReportedItem>();
        foreach (var (item, version) in s.Items.Select(i => (i, i.CurrentVersion)))
        {
            if (version is not null)
            {
                var content = version.Content;
                items.Add(new(titles.GetValueOrDefault(item.ItemCode, item.ItemCode), await LinesAsync(s, item.ItemCode, version, sight),
                    [.. content.Documents.Where(sight.Shows).Select(d => (d, sight.Restricts(d)))]));
            }
        }

        var cover = s.Cover.CurrentVersion;
        var through = definition.OrganisationUnits.Concat(definition.Units).FirstOrDefault(u => u.Code == definition.ReceivingUnitCode && u.Code != s.UnitCode)?.Name;
        var letter = UnitReportDraft.Of(new(await db.Units.SingleAsync(u => u.Code == s.UnitCode), s.Request.Facts(definition.Letter), through,
            ReportCover.Of(cover?.Content.Values ?? []), cover is null ? [] : await LinesAsync(s, ItemForm.CoverCode, cover, sight), items, clock.Now));
        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(UnitReportLetter), [report.ToString()]);
        return new ReportLetterFile(string.Format(ReportLetterText.FileName, report.UnitLogin, report.RequestCode), letter);
    });

    private async Task<IReadOnlyList<AnswerLine>> LinesAsync(Submission s, string itemCode, AnswerVersion version, DocumentSight sight) =>
        await forms.FormAsync(s.RequestId, itemCode, version.FormVersion) is { } form ? AnswerLines.Of(form, null, version.Content.Values, sight.Confidential) : [];
}
