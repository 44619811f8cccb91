using Portal.Domain.Progress;
using Portal.Platform;

namespace Portal.Features.Progress;

/// <summary>The board for a meeting room: pushed, large type, no names of people, no list of who is late.</summary>
public sealed partial class MeetingPage(OpenBoard open, PortalClock clock) : BoardPage(open, clock)
{
    private HeadlineWords headline;

    /// <inheritdoc/>
    protected override void Show(BoardSnapshot board) => headline = OverviewWords.Headline(board, countdown: false);

    private string Of(int count) => OverviewWords.Format(ProgressText.MeetingOf, count, Shown!.Counts.Items.Total);
}
