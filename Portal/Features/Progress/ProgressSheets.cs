using Portal.Domain.Progress;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>The board as sheets: a row a unit, a column an item, blank where the unit does not have it. Pure.</summary>
internal static class ProgressSheets
{
    private const int Head = 4, FirstItem = 3;

    /// <summary>Where each stands, and how far each is resolved.</summary>
    public static IReadOnlyList<SheetDraft> Of(BoardSnapshot board) =>
    [
        Sheet(board, ProgressText.SheetStates, c => StateLook.Of(c.State).Word),
        Sheet(board, ProgressText.SheetResolutions, c => Resolution.Word(c.Resolution) ?? (c.SentBefore ? "" : ProgressText.GridNotSent)),
    ];

    private static SheetDraft Sheet(BoardSnapshot board, string name, Func<ItemProgress, string> word)
    {
        var items = board.Request.Items;
        var sent = FirstItem + items.Count;
        var cells = new List<SheetCell>
        {
            new(1, 1, board.Request.Title, CellLook.Title),
            new(2, 1, OverviewWords.Format(ProgressText.LiveAsOf, $"{VietTime.TimeSeconds(board.At)}, {VietTime.Date(board.At)}"), CellLook.Text),
            new(Head, 1, ProgressText.SheetCode, CellLook.Head),
            new(Head, 2, ProgressText.ColumnUnit, CellLook.Head),
            new(Head, sent, ProgressText.GridSentAt, CellLook.Head),
        };
        cells.AddRange(items.Select((item, k) => new SheetCell(Head, FirstItem + k, $"{item.Code} {item.Title}", CellLook.Head)));
        foreach (var (n, row) in board.Rows.Index())
        {
            var at = Head + 1 + n;
            cells.Add(new(at, 1, row.Unit.Login, CellLook.Fact));
            cells.Add(new(at, 2, row.Unit.Name, CellLook.Fact));
            cells.Add(new(at, sent, row.Report.FirstSentAt is { } first ? VietTime.DateTime(first) : ProgressText.GridNotSent, CellLook.Fact));
            cells.AddRange(items.Index().Where(i => i.Item.GroupCode == row.Report.GroupCode)
                .Select(i => new SheetCell(at, FirstItem + i.Index, i.Item.Duty ? i.Item.Done ? ProgressText.GridDutyDone : ProgressText.GridDuty : ProgressGrid.Cell(row, i.Item.Code) is { } cell ? word(cell) : "", CellLook.Fact)));
        }

        return new(name, cells) { Widths = [14, 34, .. items.Select(_ => 20.0), 18], FrozenRows = Head, Unlocked = true };
    }
}
