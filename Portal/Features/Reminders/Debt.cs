using Portal.Domain.Progress;
using Portal.Domain.Submissions;

namespace Portal.Features.Reminders;

/// <summary>For whom a unit's report waits.</summary>
public enum WaitsFor
{
    /// <summary>The unit itself.</summary>
    Unit,
    /// <summary>Its head.</summary>
    Head,
    /// <summary>An answer to its request for an extension.</summary>
    Reviewer,
}

/// <summary>What one unit owes.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Due">Until when; null where no day is set.</param>
/// <param name="Late">By how much it is late; null while it is not.</param>
/// <param name="Supplement">It owes what was returned, not the first report.</param>
/// <param name="Waits">For whom it waits.</param>
public sealed record Debt(UnitRow Row, DateTimeOffset? Due, TimeSpan? Late, bool Supplement, WaitsFor Waits)
{
    /// <summary>All that is owed at that instant: the latest first, then in official order.</summary>
    public static IReadOnlyList<Debt> Of(BoardSnapshot board, DateTimeOffset now) =>
        [.. board.Rows.Where(Owes).Select(r => One(board, r, now)).OrderByDescending(d => d.Late ?? TimeSpan.MinValue).ThenBy(d => d.Row.Report.Order)];

    private static bool Owes(UnitRow row) => !row.Report.Sent || row.Report.State == ItemState.Returned;

    private static Debt One(BoardSnapshot board, UnitRow row, DateTimeOffset now)
    {
        var report = row.Report;
        var due = report.Sent ? report.SupplementDue : report.DeadlineIn(board.Request).At;
        return new(row, due, row.Due is DueState.Overdue or DueState.SupplementOverdue ? now - due : null, report.Sent,
            report.Timeliness == Timeliness.AwaitingExtension ? WaitsFor.Reviewer : report.Items.Any(i => i.State == ItemState.WithHead) ? WaitsFor.Head : WaitsFor.Unit);
    }
}
