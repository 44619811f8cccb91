using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Progress;
using Portal.Platform;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>Units × items, live: where each stands, or how far each is resolved. All of it comes from the one board; the address says what is Shown.</summary>
public sealed partial class GridPage(OpenBoard open, PortalClock clock, NavigationManager navigation) : BoardPage(open, clock)
{
    private const string ResolutionAxis = "giai-quyet";
    private const string CellName = "o";
    private ProgressGrid? grid;
    private UnitFilter chosen = UnitFilter.All[0];
    private int page;

    /// <summary>Which units are shown.</summary>
    [SupplyParameterFromQuery(Name = "loc")] public string? Filter { get; set; }

    /// <summary>Which axis is shown.</summary>
    [SupplyParameterFromQuery(Name = "xem")] public string? Axis { get; set; }

    /// <summary>A part of a unit's name, or its code.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Query { get; set; }

    /// <summary>Which page of units.</summary>
    [SupplyParameterFromQuery(Name = "trang")] public int? PageNumber { get; set; }

    /// <summary>Which cell is looked at: unit and item.</summary>
    [SupplyParameterFromQuery(Name = CellName)] public string? Cell { get; set; }

    private bool Resolved => Axis == ResolutionAxis;

    private IEnumerable<(string Name, string Value)> Kept =>
        new[] { ("yeu-cau", RequestCode), ("loc", Filter), ("xem", Axis) }.Where(p => p.Item2 is not null).Select(p => (p.Item1, p.Item2!));

    // Tab comes to one cell of the grid; from there the arrows lead on.
    private string? First => Looked is not null ? Cell : grid?.Blocks is [var block, ..] ? $"{block.Rows[0].Unit.Login}/{ProgressGrid.ItemsOf(Shown!, block.Rows[0].Report.GroupCode).First().Code}" : null;

    private (UnitRow Row, BoardItem Item)? Looked => Cell?.Split('/') is [var login, var code]
        && Shown!.Rows.FirstOrDefault(r => r.Unit.Login == login) is { } row
        && Shown.Request.Items.FirstOrDefault(i => i.Code == code && i.GroupCode == row.Report.GroupCode) is { } item ? (row, item) : null;

    /// <inheritdoc/>
    protected override void Show(BoardSnapshot board)
    {
        chosen = UnitFilter.Of(Filter, Opened!.Evidence);
        var wanted = string.IsNullOrWhiteSpace(Query) ? null : Fold.Of(Query.Trim());
        bool Fits(UnitRow row) => chosen.Fits(row) && (wanted is null || row.Unit.Login == wanted || Fold.Of(row.Unit.Name).Contains(wanted, StringComparison.Ordinal));
        page = Paging.Page(PageNumber, board.Rows.Count(Fits));
        grid = ProgressGrid.Of(board, Fits, Paging.Before(page), Paging.Size);
    }

    // Another filter starts at the first page; whoever looks at a cell stays on his page.
    private string AddressOf(params (string Name, string? Value)[] changed)
    {
        var query = changed.ToDictionary(c => c.Name, c => (object?)c.Value);
        if (!query.ContainsKey(CellName))
        {
            (query[CellName], query["trang"]) = (null, null);
        }

        return navigation.GetUriWithQueryParameters(query);
    }
}
