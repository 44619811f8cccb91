using CsCheck;
using Portal.Domain.Progress;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Progress;

public sealed class BoardCountsTests
{
    private static readonly Gen<(ItemState, bool)> Item = Gen.Select(Gen.Int[0, (int)ItemState.Cancelled - 1].Select(s => (ItemState)s), Gen.Bool);

    [Fact]
    public void The_five_buckets_are_always_the_140_unit_items() => Item.Array[28 * 7].Sample(items =>
    {
        var board = MadeBoard.Snapshot(MadeBoard.Reports((k, i) => items[k * 7 + i]), MadeBoard.Issued, MadeBoard.Deadline);
        Assert.Equal(140, board.Counts.Items.Total);
        Assert.Equal(board.Counts.Items, board.Groups.Aggregate(default(Tally), (t, g) => t + g.Items));
        Assert.Equal(board.Counts.SentItems, board.Groups.Sum(g => g.SentItems));
    });

    [Fact]
    public void What_an_amendment_took_away_and_the_cover_are_never_counted()
    {
        var board = MadeBoard.Snapshot(MadeBoard.Reports((k, i) => k == 0 && i == 0 ? (ItemState.Cancelled, true) : (ItemState.Sent, true)), MadeBoard.Issued, MadeBoard.Deadline);
        Assert.Equal(new Tally(0, 139, 0, 0, 0), board.Counts.Items);
        Assert.Equal(139, board.Counts.SentItems);
    }

    [Fact]
    public void A_returned_item_stays_in_the_rate_of_the_sent_and_leaves_that_of_the_accepted()
    {
        var accepted = MadeBoard.Sent(28, MadeBoard.Issued, ItemState.Accepted).Counts;
        var returned = MadeBoard.Snapshot(MadeBoard.Reports((k, i) => k == 0 && i == 0 ? (ItemState.Returned, true) : (ItemState.Accepted, true)), MadeBoard.Issued, MadeBoard.Deadline).Counts;
        Assert.Equal((1.0, 1.0, 1.0), (accepted.SentRate, accepted.AcceptedRate, accepted.AcceptedUnitRate));
        Assert.Equal((1.0, 139 / 140.0, 27 / 28.0), (returned.SentRate, returned.AcceptedRate, returned.AcceptedUnitRate));
        Assert.Equal(1, returned.ReturnedUnits);
    }

    [Fact]
    public void A_unit_has_sent_when_something_of_it_was_sent()
    {
        var counts = MadeBoard.Sent(20, MadeBoard.Issued).Counts;
        Assert.Equal((20, 8, 20 / 28.0), (counts.SentUnits, counts.UnsentUnits, counts.SentUnitRate));
    }

    [Theory]
    [InlineData(-86_400_001, DueState.None)]
    [InlineData(-86_400_000, DueState.DueSoon)]
    [InlineData(-1, DueState.DueSoon)]
    [InlineData(0, DueState.Overdue)]
    public void A_report_is_overdue_from_the_very_instant_of_the_deadline(int milliseconds, DueState expected)
    {
        var board = MadeBoard.Sent(0, MadeBoard.Deadline.AddMilliseconds(milliseconds));
        Assert.All(board.Rows, r => Assert.Equal(expected, r.Due));
        Assert.Equal(expected == DueState.Overdue ? 28 : 0, board.Counts.OverdueUnits);
    }

    [Fact]
    public void Who_has_sent_is_not_overdue() => Assert.Equal(8, MadeBoard.Sent(20, MadeBoard.Deadline).Counts.OverdueUnits);

    [Fact]
    public void Without_a_day_in_the_letter_nothing_is_ever_due()
    {
        var state = new BoardState(MadeBoard.Request(null)).Apply(new(0, [], MadeBoard.Reports((_, _) => (ItemState.NotStarted, false))));
        Assert.All(state.Snapshot(MadeBoard.Deadline.AddYears(1)).Rows, r => Assert.Equal(DueState.None, r.Due));
        Assert.Null(state.NextInstant(MadeBoard.Issued));
    }

    [Fact]
    public void The_instants_at_which_the_picture_changes_are_known_beforehand()
    {
        var state = new BoardState(MadeBoard.Request(MadeBoard.Deadline)).Apply(new(0, [], MadeBoard.Reports((_, _) => (ItemState.NotStarted, false))));
        Assert.Equal(MadeBoard.Deadline.AddDays(-1), state.NextInstant(MadeBoard.Issued));
        Assert.Equal(MadeBoard.Deadline, state.NextInstant(MadeBoard.Deadline.AddDays(-1)));
        Assert.Null(state.NextInstant(MadeBoard.Deadline));
    }

    [Fact]
    public void A_supplement_has_a_due_instant_of_its_own()
    {
        var due = MadeBoard.Deadline.AddDays(3);
        var returned = new ReportProgress(1, "CAH", "G1", 1, 3, Timeliness.OnTime, MadeBoard.Issued, null,
            [new("CA-01", ItemState.Returned, true, 4, due), new("CA-02", ItemState.Accepted, true, 4, null), new(ItemAnswer.Cover, ItemState.Accepted, true, 4, null)]);
        var request = MadeBoard.Request(MadeBoard.Deadline);
        Assert.Equal(DueState.None, returned.DueAt(MadeBoard.Deadline, request));
        Assert.Equal(DueState.SupplementDueSoon, returned.DueAt(due, request));
        Assert.Equal(DueState.SupplementOverdue, returned.DueAt(due.AddMilliseconds(1), request));
        Assert.Equal(due.AddDays(-1), returned.NextInstant(MadeBoard.Deadline, request));
        Assert.Equal(due.AddMilliseconds(1), returned.NextInstant(due, request));
    }

    [Fact]
    public void An_extension_moves_the_deadline_of_its_unit_only()
    {
        var extended = new ReportProgress(1, "CAH", "G1", 1, 1, Timeliness.Open, null, MadeBoard.Deadline.AddHours(7), [new("CA-01", ItemState.Drafting, false, 1, null), new(ItemAnswer.Cover, ItemState.NotStarted, false, 0, null)]);
        var request = MadeBoard.Request(MadeBoard.Deadline);
        Assert.Equal(DueState.DueSoon, extended.DueAt(MadeBoard.Deadline, request));
        Assert.Equal(DueState.Overdue, extended.DueAt(MadeBoard.Deadline.AddHours(7), request));
    }
}
