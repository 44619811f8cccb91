using Portal.Domain.Progress;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>An order of the list of units. What wants looking at stands first; units alike keep the order of the letter.</summary>
/// <param name="Slug">As the address says it; null for the order of the letter.</param>
public sealed record UnitOrder(string? Slug, Func<BoardSnapshot, IEnumerable<UnitRow>, IEnumerable<UnitRow>> Sort)
{
    private static readonly DueState[] Urgent = [DueState.Overdue, DueState.SupplementOverdue, DueState.DueSoon, DueState.SupplementDueSoon, DueState.None];

    /// <summary>As the letter names them.</summary>
    public static UnitOrder Letter { get; } = new(null, (_, rows) => rows);

    /// <summary>By name, in Vietnamese alphabetical order.</summary>
    public static UnitOrder ByName { get; } = new("ten", (_, rows) => rows.OrderBy(r => r.Unit.Name, VietNames.Order));

    /// <summary>Those that sent the least first.</summary>
    public static UnitOrder BySent { get; } = new("da-gui", (_, rows) => rows.OrderBy(r => Share(r.Report.SentItems, r)));

    /// <summary>Those of which the least is accepted first.</summary>
    public static UnitOrder ByAccepted { get; } = new("da-tiep-nhan", (_, rows) => rows.OrderBy(r => Share(r.Report.Tally.Accepted, r)));

    /// <summary>Overdue first, then what is due next.</summary>
    public static UnitOrder ByDue { get; } = new("han", (board, rows) => rows.OrderBy(r => Array.IndexOf(Urgent, r.Due)).ThenBy(r => r.Report.DeadlineIn(board.Request).At));

    /// <summary>The order of an address; one that is not known is the letter's.</summary>
    public static UnitOrder Of(string? slug) => new[] { ByName, BySent, ByAccepted, ByDue }.FirstOrDefault(o => o.Slug == slug) ?? Letter;

    private static double Share(int part, UnitRow row) => row.Report.Tally.Total == 0 ? 1 : (double)part / row.Report.Tally.Total;
}
