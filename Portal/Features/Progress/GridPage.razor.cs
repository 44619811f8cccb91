using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Progress;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>Units × items, live: where each stands, or how far each is resolved. All of it comes from the one board; the address says what is shown.</summary>
public sealed partial class GridPage(OpenBoard open, NavigationManager navigation) : LiveComponent
{
    private const string ResolutionAxis = "giai-quyet";
    private const string CellName = "o";
    private bool loading = true;
    private Problem? problem;
    private ProgressBoard? board;
    private BoardSnapshot? shown;
    private ProgressGrid? grid;
    private UnitFilter chosen = UnitFilter.All[0];
    private int page;

    /// <summary>Which request; the newest where the address names none.</summary>
    [SupplyParameterFromQuery(Name = "yeu-cau")] public string? RequestCode { get; set; }

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
    private string? First => Opened is not null ? Cell : grid?.Blocks is [var block, ..] ? $"{block.Rows[0].Unit.Login}/{ProgressGrid.ItemsOf(shown!, block.Rows[0].Report.GroupCode).First().Code}" : null;

    private (UnitRow Row, BoardItem Item)? Opened => Cell?.Split('/') is [var login, var code]
        && shown!.Rows.FirstOrDefault(r => r.Unit.Login == login) is { } row
        && shown.Request.Items.FirstOrDefault(i => i.Code == code && i.GroupCode == row.Report.GroupCode) is { } item ? (row, item) : null;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => await OpenAsync();

    /// <inheritdoc/>
    protected override void OnParametersSet() => Show();

    /// <inheritdoc/>
    protected override Task RefreshAsync()
    {
        Show();
        return Task.CompletedTask;
    }

    private async Task OpenAsync()
    {
        var opened = await open.RunAsync(RequestCode);
        (loading, problem) = (false, opened.Problem);
        if (opened.Value is { Board: { } found } && board is null)
        {
            board = found;
            Listen(signal => found.Subscribe(_ => signal()));
        }

        Show();
    }

    private void Show()
    {
        shown = board?.Current;
        if (shown is null)
        {
            return;
        }

        chosen = UnitFilter.Of(Filter);
        var wanted = string.IsNullOrWhiteSpace(Query) ? null : Fold.Of(Query.Trim());
        bool Fits(UnitRow row) => chosen.Fits(row) && (wanted is null || row.Unit.Login == wanted || Fold.Of(row.Unit.Name).Contains(wanted, StringComparison.Ordinal));
        page = Paging.Page(PageNumber, shown.Rows.Count(Fits));
        grid = ProgressGrid.Of(shown, Fits, Paging.Before(page), Paging.Size);
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
