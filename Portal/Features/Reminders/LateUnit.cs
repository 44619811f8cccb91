using Portal.Domain.Progress;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Features.Reminders;

/// <summary>What a late unit owes.</summary>
/// <param name="Name">Which unit.</param>
/// <param name="Due">Since when it is late: the deadline, or the earliest supplement that is overdue.</param>
/// <param name="Extended">The deadline is an extension's.</param>
/// <param name="Supplement">It has sent, and owes a supplement.</param>
/// <param name="Missing">The titles of the items it owes.</param>
/// <param name="Whole">It owes every item.</param>
public sealed record LateUnit(string Name, DateTimeOffset Due, bool Extended, bool Supplement, IReadOnlyList<string> Missing, bool Whole)
{
    /// <summary>The late units at that instant, in official order; who waits for an answer on an extension that was asked for in time is not late.</summary>
    /// <param name="board">Where all stand.</param>
    /// <param name="definition">What they were asked.</param>
    /// <param name="waiting">The reports that wait for such an answer.</param>
    public static IReadOnlyList<LateUnit> Of(BoardSnapshot board, RequestDefinition definition, IReadOnlySet<int> waiting) =>
        [.. board.Rows.Where(r => r.Due is DueState.Overdue or DueState.SupplementOverdue && !waiting.Contains(r.Report.SubmissionId)).OrderBy(r => r.Report.Order).Select(r => One(r, board, definition))];

    private static LateUnit One(UnitRow row, BoardSnapshot board, RequestDefinition definition)
    {
        var report = row.Report;
        if (!report.Sent)
        {
            var due = report.DeadlineIn(board.Request).At!.Value;
            return new(row.Unit.Name, due, due != board.Request.Deadline.At, false, Titles(report.Items.Where(i => i.Counted), definition), true);
        }

        var owed = report.Items.Where(i => i.State != ItemState.Cancelled && i.SupplementDue is { } due && !new Deadline(due, true).Holds(board.At)).ToList();
        return new(row.Unit.Name, owed.Min(i => i.SupplementDue!.Value), false, true, Titles(owed, definition), owed.Count(i => i.Counted) == report.Items.Count(i => i.Counted));
    }

    private static IReadOnlyList<string> Titles(IEnumerable<ItemProgress> items, RequestDefinition definition) =>
        [.. items.Select(i => i.ItemCode == ItemAnswer.Cover ? ReminderLetterText.Cover : definition.Items.First(d => d.Code == i.ItemCode).Title)];
}
