using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain.Progress;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>What a leader should look at: what only he may accept, who is overdue, who was urged more than three times, whose supplement is overdue.</summary>
public sealed partial class AttentionList(NavigationManager navigation)
{
    private List<(string Href, string Icon, string Text, string Why)> things = [];

    /// <summary>The picture.</summary>
    [Parameter, EditorRequired] public BoardSnapshot Board { get; set; } = null!;

    /// <summary>The person may accept what no coordinator may.</summary>
    [Parameter] public bool Decides { get; set; }

    /// <summary>The address of a filtered list.</summary>
    [Parameter, EditorRequired] public Func<string?, string> Link { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet() => things = [.. Own(), .. Overdue(), .. BoardDigest.Of(Board).Urged.Select(Urged), .. BoardDigest.Of(Board).SupplementOverdue.Select(Supplement)];

    private IEnumerable<(string, string, string, string)> Own()
    {
        foreach (var row in Board.Rows.Where(r => r.Unit.Code == Board.Request.CoordinatingUnitCode))
        {
            var waiting = row.Report.Items.Where(i => i.State is ItemState.Sent or ItemState.Resent).ToList();
            if (waiting.Count > 0)
            {
                yield return (Decides ? Urls.ReviewAt(Board.Request.Code, row.Unit.Login, waiting[0].ItemCode) : Report(row), Glyph.Up,
                    OverviewWords.Format(ProgressText.AttentionAccept, OverviewWords.What(waiting.Count(i => i.Counted), null), row.Unit.ShortName), ProgressText.AttentionAcceptWhy);
            }
        }
    }

    private IEnumerable<(string, string, string, string)> Overdue()
    {
        if (Board.Counts.OverdueUnits > 0)
        {
            yield return (Link(UnitFilter.Overdue), Glyph.Clock, OverviewWords.Format(ProgressText.AttentionOverdue, Board.Counts.OverdueUnits, BoardDigest.Of(Board).OverdueKinds),
                OverviewWords.Format(ProgressText.AttentionOverdueSince, OverviewWords.Deadline(Board.Request.Deadline)));
        }
    }

    private (string, string, string, string) Supplement(UnitRow row) => (Report(row), Glyph.Back,
        OverviewWords.Format(ProgressText.AttentionSupplement, row.Unit.Name, OverviewWords.What(row.Report.Tally.Returned, null)),
        OverviewWords.Format(ProgressText.AttentionSupplementDue, VietTime.DateTime(row.Report.SupplementDue!.Value)));

    private (string, string, string, string) Urged(UnitRow row) => (Report(row), Glyph.Bell,
        OverviewWords.Format(ProgressText.AttentionUrged, row.Unit.Name, row.Report.Urgings), ProgressText.AttentionUrgedWhy);

    private string Report(UnitRow row) => navigation.Down(Urls.Report(new ReportKey(Board.Request.Code, row.Unit.Login)));
}
