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

    /// <summary>Of which group the list shows units; all where the address names none.</summary>
    [SupplyParameterFromQuery(Name = "nhom")] public string? GroupCode { get; set; }

    /// <summary>In which order the list stands.</summary>
    [SupplyParameterFromQuery(Name = "sap-xep")] public string? Order { get; set; }

    /// <summary>Which page of it.</summary>
    [SupplyParameterFromQuery(Name = "trang")] public int? PageNumber { get; set; }

    private DateTimeOffset? Due => Shown?.Request.Deadline.At;

    // What stands beside the list counts all groups, and leads to all.
    private string Link(string? filter) => Address(filter, null, Order);

    private string Address(string? filter, string? group, string? order) => Urls.OverviewOf(RequestCode, filter, group, order);

    /// <inheritdoc/>
    protected override void Show(BoardSnapshot board) => headline = OverviewWords.Headline(board);
}
