using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain.Progress;
using Portal.Platform;

namespace Portal.Features.Progress;

/// <summary>Where the whole request stands: one live picture for leaders, observers and the coordinator.</summary>
public sealed partial class OverviewPage(OpenBoard open, PortalClock clock) : BoardPage(open, clock)
{
    private HeadlineWords headline;

    /// <summary>Which units the list shows.</summary>
    [SupplyParameterFromQuery(Name = "loc")] public string? Filter { get; set; }

    private DateTimeOffset? Due => Shown?.Request.Deadline.At;

    private Func<string?, string> Link => filter => Urls.OverviewOf(RequestCode, filter);

    /// <inheritdoc/>
    protected override void Show(BoardSnapshot board) => headline = OverviewWords.Headline(board);
}
