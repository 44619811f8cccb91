using Portal.Domain.Submissions;

namespace Portal.Domain.Progress;

/// <summary>A column of a block: an item that all units of the block have.</summary>
/// <param name="Item">The item.</param>
/// <param name="Sent">How many units have sent it, of the whole block, whatever is filtered.</param>
/// <param name="Accepted">Of how many it is accepted.</param>
public sealed record GridColumn(BoardItem Item, int Sent, int Accepted);

/// <summary>Units that share their items, or single units side by side, each with items of its own.</summary>
/// <param name="Columns">The shared items; none where each unit has its own.</param>
/// <param name="Rows">The units that are shown of it.</param>
/// <param name="Units">All its units, whatever is filtered.</param>
public sealed record GridBlock(IReadOnlyList<GridColumn> Columns, IReadOnlyList<UnitRow> Rows, IReadOnlyList<UnitRow> Units)
{
    /// <summary>The most items that one of its units has: how wide the block is.</summary>
    public int Width { get; init; }
}

/// <summary>The board as units × items, in blocks of units that share items: a blank cell is never drawn as a state. Pure.</summary>
/// <param name="Blocks">The blocks of which something is shown, in letter order.</param>
/// <param name="Total">How many units the filter leaves, on all pages.</param>
public sealed record ProgressGrid(IReadOnlyList<GridBlock> Blocks, int Total)
{
    /// <summary>Lays the grid.</summary>
    /// <param name="board">The picture.</param>
    /// <param name="fits">Which units are shown.</param>
    /// <param name="skip">How many of those stand on pages before.</param>
    /// <param name="take">How many a page holds.</param>
    public static ProgressGrid Of(BoardSnapshot board, Func<UnitRow, bool> fits, int skip = 0, int take = int.MaxValue)
    {
        var units = board.Rows.ToLookup(r => r.Report.GroupCode);
        var blocks = new List<(IReadOnlyList<BoardItem> Shared, List<UnitRow> Units)>();
        var single = false;
        foreach (var group in board.Request.Groups.Where(g => units.Contains(g.Code)))
        {
            List<UnitRow> of = [.. units[group.Code]];
            if (of.Count > 1)
            {
                blocks.Add(([.. ItemsOf(board, group.Code).Where(i => !i.Duty)], of));
            }
            else if (single)
            {
                blocks[^1].Units.AddRange(of);
            }
            else
            {
                blocks.Add(([], of));
            }

            single = of.Count == 1;
        }

        var fitting = blocks.SelectMany(b => b.Units).Where(fits).ToList();
        var page = fitting.Skip(skip).Take(take).ToHashSet();
        var shown = blocks.Select(b => new GridBlock([.. b.Shared.Select(i => Column(i, b.Units))], [.. b.Units.Where(page.Contains)], b.Units)
        {
            Width = b.Shared.Count > 0 ? b.Shared.Count : b.Units.Max(r => ItemsOf(board, r.Report.GroupCode).Count()),
        });
        return new([.. shown.Where(b => b.Rows.Count > 0)], fitting.Count);
    }

    /// <summary>The items of a group, in letter order, duties too.</summary>
    public static IEnumerable<BoardItem> ItemsOf(BoardSnapshot board, string groupCode) => board.Request.Items.Where(i => i.GroupCode == groupCode);

    /// <summary>Where an item of a unit stands; null where the unit has no such item, and for a duty.</summary>
    public static ItemProgress? Cell(UnitRow row, string itemCode) => row.Report.Items.Where(i => i.ItemCode == itemCode).Select(i => (ItemProgress?)i).FirstOrDefault();

    private static GridColumn Column(BoardItem item, List<UnitRow> units)
    {
        var cells = units.Select(u => Cell(u, item.Code)).OfType<ItemProgress>().Where(c => c.Counted).ToList();
        return new(item, cells.Count(c => c.SentBefore), cells.Count(c => c.State is ItemState.Accepted or ItemState.Included));
    }
}
