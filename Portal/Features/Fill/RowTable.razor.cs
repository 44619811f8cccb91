using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Requests;

namespace Portal.Features.Fill;

/// <summary>A repeating table of the form: rows come and go here, cells are the browser's.</summary>
public sealed partial class RowTable
{
    private const int IdLength = 8;
    private bool busy;
    private Problem? problem;
    private IReadOnlyList<SheetRow> rows = [];
    private (SheetRow Row, int Number)? removed;

    /// <summary>The table's field.</summary>
    [Parameter, EditorRequired] public Field Table { get; set; } = null!;

    /// <summary>How things stand now.</summary>
    [Parameter, EditorRequired] public ItemSheetModel Sheet { get; set; } = null!;

    /// <summary>Reads the sheet again.</summary>
    [Parameter, EditorRequired] public Func<Task> Reload { get; set; } = null!;

    [Inject] private SaveField Save { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        rows = Sheet.Rows.GetValueOrDefault(Table.Code, []);
        if (removed is { } gone && rows.Any(r => r.Id == gone.Row.Id))
        {
            removed = null;
        }
    }

    private Task AddAsync()
    {
        removed = null;
        return PlaceAsync(Guid.NewGuid().ToString("N")[..IdLength], rows.Select(r => r.Order).DefaultIfEmpty(0).Max() + 1, 0);
    }

    private async Task RemoveAsync(SheetRow row, int number)
    {
        if (await PlaceAsync(row.Id, null, row.Version) is { } saved)
        {
            removed = (row with { Version = saved.Version }, number);
        }
    }

    private Task UndoAsync() => removed is { } gone ? PlaceAsync(gone.Row.Id, gone.Row.Order, gone.Row.Version) : Task.CompletedTask;

    private async Task<SavedField?> PlaceAsync(string row, int? order, int seen)
    {
        busy = true;
        var path = $"{Table.Code}/{row}/{AnswerSheet.OrderKey}";
        var saved = await Save.RunAsync(Sheet.Report, Sheet.ItemCode, path, order?.ToString(CultureInfo.InvariantCulture), seen, Guid.NewGuid());
        (problem, busy) = (saved.Problem, false);
        await Reload();
        return saved.Value;
    }
}
