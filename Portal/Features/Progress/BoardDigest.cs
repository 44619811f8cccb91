using System.Runtime.CompilerServices;
using Portal.Domain.Progress;

namespace Portal.Features.Progress;

/// <summary>What every page of a board asks of its rows, worked out once for all who look at the same picture.</summary>
internal sealed class BoardDigest
{
    private static readonly ConditionalWeakTable<IReadOnlyList<UnitRow>, BoardDigest> Made = [];
    private readonly Dictionary<UnitFilter, int> fitting;

    private BoardDigest(IReadOnlyList<UnitRow> rows)
    {
        fitting = UnitFilter.All.ToDictionary(f => f, f => rows.Count(f.Fits));
        Unsent = [.. rows.Where(r => !r.Report.Sent)];
        Overdue = [.. rows.Where(r => r.Due == DueState.Overdue).OrderBy(r => r.Report.ExtendedTo ?? DateTimeOffset.MinValue)];
        Urged = [.. rows.Where(r => r.Report.UrgedOften)];
        SupplementOverdue = [.. rows.Where(r => r.Due == DueState.SupplementOverdue)];
        (UnsentKinds, OverdueKinds) = (OverviewWords.Kinds(Unsent), OverviewWords.Kinds(Overdue));
    }

    /// <summary>Who has not sent.</summary>
    public IReadOnlyList<UnitRow> Unsent { get; }

    /// <summary>Who is overdue, longest first.</summary>
    public IReadOnlyList<UnitRow> Overdue { get; }

    /// <summary>Who was urged more than three times.</summary>
    public IReadOnlyList<UnitRow> Urged { get; }

    /// <summary>Whose supplement is overdue.</summary>
    public IReadOnlyList<UnitRow> SupplementOverdue { get; }

    /// <summary>The one word for those who have not sent.</summary>
    public string UnsentKinds { get; }

    /// <summary>The one word for those who are overdue.</summary>
    public string OverdueKinds { get; }

    /// <summary>Of a picture; pictures with the same rows share it.</summary>
    public static BoardDigest Of(BoardSnapshot board) => Made.GetValue(board.Rows, rows => new(rows));

    /// <summary>How many units a filter leaves.</summary>
    public int Count(UnitFilter filter) => fitting[filter];
}
