using Microsoft.AspNetCore.Components;
using Portal.Domain.Progress;
using Portal.Shared;
using Portal.Shared.Charts;

namespace Portal.Features.Progress;

/// <summary>One of the charts, large and without its panel, for a projector.</summary>
public enum MeetingPart
{
    /// <summary>How far each group is.</summary>
    Groups,
    /// <summary>Whether the whole will be there in time.</summary>
    BurnUp,
}

/// <summary>The two charts of the overview: how far each group is, and whether the whole will be there in time.</summary>
public sealed partial class OverviewCharts
{
    private const int MostDays = 62;
    private string groupsTitle = "", burnTitle = "", deadline = "";
    private List<GroupBar> bars = [];
    private List<BurnPoint> sent = [], accepted = [], earlier = [];
    private List<string> days = [];
    private DateTimeOffset start;
    private BoardSnapshot? drawn;

    /// <summary>The picture to draw.</summary>
    [Parameter, EditorRequired] public BoardSnapshot Board { get; set; } = null!;

    /// <summary>The request before it, drawn as a pale line; null for none.</summary>
    [Parameter] public BoardSnapshot? Earlier { get; set; }

    /// <summary>Where a group leads; null for nowhere.</summary>
    [Parameter] public Func<string, string>? GroupLink { get; set; }

    /// <summary>Only that one, for a projector; null for all in their panels.</summary>
    [Parameter] public MeetingPart? Projected { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(drawn, Board))
        {
            return; // a filter was chosen, nothing moved
        }

        drawn = Board;
        (groupsTitle, burnTitle) = (OverviewWords.Groups(Board), OverviewWords.BurnUp(Board));
        bars = [.. Board.Groups.Select(g => new GroupBar(OverviewWords.Lines(g.Group.Numbered), [g.Items.Accepted, g.Items.Sent, g.Items.Returned, g.Items.Drafting, g.Items.NotStarted], GroupLink is null ? null : $"{GroupLink(g.Group.Code)}#don-vi"))];
        sent = [.. Board.BurnUp.Sent.Select(p => new BurnPoint(p.At, p.Count))];
        accepted = [.. Board.BurnUp.Accepted.Select(p => new BurnPoint(p.At, p.Count))];
        earlier = Earlier is null ? [] : [.. EarlierLine.Of(Earlier, Board).Select(p => new BurnPoint(p.At, p.Count))];
        start = Midnight(Board.Request.IssuedAt ?? Board.At);
        var end = Midnight(Board.Request.Deadline.At is { } due && due > Board.At ? due : Board.At);
        days = [.. Enumerable.Range(0, Math.Clamp((end - start).Days + 1, 1, MostDays)).Select(d => VietTime.ShortDate(start.AddDays(d)))];
        deadline = OverviewWords.Format(ProgressText.BurnDeadline, OverviewWords.Deadline(Board.Request.Deadline));
    }

    private static DateTimeOffset Midnight(DateTimeOffset at) => VietTime.At(VietTime.Local(at).Date);
}
