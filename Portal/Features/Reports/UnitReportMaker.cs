using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Letters;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Reports;

/// <summary>Reads what a unit has sent and makes its letter: of each item the version that counts, read by the form by which it was sent.</summary>
public sealed class UnitReportMaker(FormCatalog forms, PortalClock clock)
{
    /// <summary>Makes it as the reader may know it; whoever calls has asked whether he may see the report.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="submissionId">Which report.</param>
    /// <returns>The letter; null while nothing was sent.</returns>
    public async Task<OfficialLetter?> MakeAsync(PortalDb db, Actor actor, int submissionId)
    {
        var s = await Gate.LoadAsync(db, submissionId);
        if (s.Items.All(i => i.CurrentVersion is null))
        {
            return null;
        }

        var definition = await forms.OfAsync(s.RequestId, s.FormVersion);
        var titles = await forms.TitlesAsync(s.RequestId, s.FormVersion);
        var sight = await DocumentSight.OfAsync(db, actor, submissionId);
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
        return UnitReportDraft.Of(new(await db.Units.SingleAsync(u => u.Code == s.UnitCode), s.Request.Facts(definition.Letter), through,
            ReportCover.Of(cover?.Content.Values ?? []), cover is null ? [] : await LinesAsync(s, ItemForm.CoverCode, cover, sight), items, clock.Now));
    }

    private async Task<IReadOnlyList<AnswerLine>> LinesAsync(Submission s, string itemCode, AnswerVersion version, DocumentSight sight) =>
        await forms.FormAsync(s.RequestId, itemCode, version.FormVersion) is { } form ? AnswerLines.Of(form, null, version.Content.Values, sight.Confidential) : [];
}
