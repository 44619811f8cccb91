using Microsoft.AspNetCore.Components;
using Portal.Domain.Progress;
using Portal.Platform;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>Two requests side by side, by group and by unit; both move while one looks.</summary>
public sealed partial class ComparePage(OpenBoard open, PortalClock clock) : BoardPage(open, clock)
{
    private RequestComparison? compared;
    private CompareMeasure judged = CompareWords.InTime;
    private IReadOnlyList<CompareMeasure> measures = [];
    private int page;
    private bool follows;

    /// <summary>With which request; the one before where the address names none.</summary>
    [SupplyParameterFromQuery(Name = "voi")] public string? Other { get; set; }

    /// <summary>Which page of units.</summary>
    [SupplyParameterFromQuery(Name = "trang")] public int? PageNumber { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc/>
    protected override string? OtherCode => string.IsNullOrEmpty(Other) ? null : Other;

    private BoardSnapshot? Then => Opened?.Earlier?.Current;

    /// <inheritdoc/>
    protected override void Show(BoardSnapshot board)
    {
        if (Opened!.Earlier is { } earlier && !follows)
        {
            follows = true;
            Listen(signal => earlier.Subscribe(_ => signal()));
        }

        compared = Then is null ? null : RequestComparison.Of(board, Then);
        judged = Then is null ? CompareWords.InTime : CompareWords.Judged(board.Request, Then.Request);
        measures = CompareWords.Measures(judged);
        page = Paging.Page(PageNumber, compared?.Units.Count ?? 0);
    }
}
