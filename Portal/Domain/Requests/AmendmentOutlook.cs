using Portal.Domain.Submissions;

namespace Portal.Domain.Requests;

/// <summary>Where one item of one unit stands before an amendment.</summary>
/// <param name="UnitCode">Whose.</param>
/// <param name="ItemCode">Which item, or the cover.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Package">The package under way in which it travels; null outside one.</param>
public readonly record struct StandingItem(string UnitCode, string ItemCode, ItemState State, int? Package);

/// <summary>For whom one row of the table holds, of one item.</summary>
/// <param name="ItemCode">Which item, or the cover.</param>
/// <param name="Row">What happens.</param>
/// <param name="UnitCodes">To whom, in the order given.</param>
public sealed record OutlookLine(string ItemCode, AmendmentRow Row, IReadOnlyList<string> UnitCodes);

/// <summary>What an amendment would change for whom: shown before anything happens. Pure.</summary>
/// <param name="Lines">What happens, by item and row; a unit that is asked only now is not among them.</param>
/// <param name="Dissolved">The units whose package under way would be dissolved, the items that do not change with it.</param>
/// <param name="Before">How many unit-items are counted now.</param>
/// <param name="After">How many would be.</param>
public sealed record AmendmentOutlook(IReadOnlyList<OutlookLine> Lines, IReadOnlyList<string> Dissolved, int Before, int After)
{
    /// <summary>How many unit-items a row holds for; the cover is not counted.</summary>
    public int Count(AmendmentRow row) => Lines.Where(l => l.Row == row && l.ItemCode != ItemForm.CoverCode).Sum(l => l.UnitCodes.Count);

    /// <summary>Looks ahead.</summary>
    /// <param name="amendment">The step.</param>
    /// <param name="standing">All items and covers of all units, in official order.</param>
    /// <param name="asks">A supplement is asked for of what was sent.</param>
    public static AmendmentOutlook Of(Amendment amendment, IReadOnlyList<StandingItem> standing, bool asks)
    {
        var rows = standing.Select(s => (s.ItemCode, s.UnitCode, Row: amendment.RowOf(s.ItemCode, s.State, asks), s.Package)).ToList();
        var units = standing.Select(s => s.UnitCode).Distinct().ToList();
        var added = units.SelectMany(u => amendment.To.ReportItemsOf(u).Where(i => amendment.ChangeOf(i.Code) is ItemChange.Added).Select(i => (ItemCode: i.Code, UnitCode: u, Row: AmendmentRow.Added, Package: (int?)null)));
        var lines = rows.Concat(added).Where(r => r.Row is not AmendmentRow.None).GroupBy(r => (r.ItemCode, r.Row)).Select(g => new OutlookLine(g.Key.ItemCode, g.Key.Row, [.. g.Select(r => r.UnitCode)])).ToList();
        var dissolved = rows.Where(r => r is { Package: not null, Row: AmendmentRow.Dissolves or AmendmentRow.TakenAway }).Select(r => r.UnitCode).Distinct();
        return new(lines, [.. dissolved], standing.Count(s => s.ItemCode != ItemForm.CoverCode && s.State != ItemState.Cancelled), amendment.To.UnitItemCount);
    }
}
