using CsCheck;
using Portal.Domain.Progress;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Progress;

/// <summary>A made history of the letter's reports, read in windows that reach the board in any order, twice, or never.</summary>
public sealed class BoardStateTests
{
    private static readonly ItemState[] Path =
        [ItemState.Drafting, ItemState.WithHead, ItemState.Approved, ItemState.Sent, ItemState.Returned, ItemState.WithHead, ItemState.Approved, ItemState.Resent, ItemState.Accepted, ItemState.Returned, ItemState.WithHead, ItemState.Approved, ItemState.Resent, ItemState.Accepted];

    private static readonly Gen<(int[] Steps, (int After, int Length)[] Windows, int Seed)> History = Gen.Select(
        Gen.Int[0, 27].Array[5, 120], Gen.Select(Gen.Int[0, 120], Gen.Int[0, 40]).Array[0, 30], Gen.Int[0, 1_000_000]);

    [Fact]
    public void Reordered_doubled_and_lost_messages_end_equal_to_a_fresh_count() => History.Sample(h =>
    {
        var log = new Log(h.Steps);
        var messages = h.Windows.Select(w => log.Read(Math.Min(w.After, log.Count), w.Length)).ToList();
        var random = new Random(h.Seed);
        var board = new BoardState(MadeBoard.Request(MadeBoard.Deadline)).Apply(log.Read(0, 0, all: true));
        foreach (var message in messages.Concat(messages).OrderBy(_ => random.Next()).Skip(messages.Count / 3))
        {
            board = board.Apply(message);
        }

        board = board.Apply(log.Read((int)board.EventNumber, log.Count)); // the poll that heals
        var fresh = new BoardState(MadeBoard.Request(MadeBoard.Deadline)).Apply(log.Read(0, log.Count, all: true));
        AssertEqual(fresh.Snapshot(MadeBoard.Deadline), board.Snapshot(MadeBoard.Deadline));
    });

    [Fact]
    public void The_lines_end_at_the_numbers_of_the_tally() => History.Sample(h =>
    {
        var log = new Log(h.Steps);
        var board = new BoardState(MadeBoard.Request(MadeBoard.Deadline)).Apply(log.Read(0, log.Count, all: true)).Snapshot(MadeBoard.Deadline);
        Assert.Equal(board.Counts.SentItems, board.BurnUp.Sent.LastOrDefault().Count);
        Assert.Equal(board.Counts.Items.Accepted, board.BurnUp.Accepted.LastOrDefault().Count);
    });

    [Fact]
    public void An_update_with_an_older_version_is_dropped()
    {
        var log = new Log([0, 0, 0, 0]);
        var board = new BoardState(MadeBoard.Request(MadeBoard.Deadline)).Apply(log.Read(0, 0, all: true));
        var old = log.Read(0, 3);
        board = board.Apply(log.Read(0, log.Count));
        Assert.Equal(ItemState.Sent, board.Apply(old).Snapshot(MadeBoard.Issued).Rows[0].Report.State);
        Assert.Equal(board.EventNumber, board.Apply(old).EventNumber);
    }

    [Fact]
    public void What_follows_a_gap_waits_until_the_gap_was_read()
    {
        var log = new Log([0, 1, 0, 1, 0, 1, 0, 1]);
        var board = new BoardState(MadeBoard.Request(MadeBoard.Deadline)).Apply(log.Read(0, 0, all: true));
        board = board.Apply(log.Read(log.Count - 3, 3));
        Assert.Equal(0, board.EventNumber);
        Assert.Empty(board.BurnUp.Sent);
        board = board.Apply(log.Read((int)board.EventNumber, log.Count));
        Assert.Equal(log.Count, board.EventNumber);
        Assert.Equal(3, board.BurnUp.Sent[^1].Count);
    }

    [Fact]
    public void The_items_of_one_press_are_one_happening_and_drafts_are_none()
    {
        var log = new Log([7, 7, 7, 7]);
        var board = new BoardState(MadeBoard.Request(MadeBoard.Deadline)).Apply(log.Read(0, log.Count, all: true));
        Assert.Equal([(EventVerb.Sent, 6), (EventVerb.SentUp, 6)], board.Happenings.Select(h => (h.Verb, h.Items)));
    }

    [Fact]
    public void A_row_is_kept_while_nothing_about_it_changes()
    {
        var log = new Log([0]);
        var board = new BoardState(MadeBoard.Request(MadeBoard.Deadline)).Apply(log.Read(0, 0, all: true));
        var before = board.Snapshot(MadeBoard.Issued);
        var after = board.Apply(log.Read(0, log.Count)).Snapshot(MadeBoard.Issued.AddMinutes(1), before);
        Assert.Equal([0], Enumerable.Range(0, 28).Where(k => before.Rows[k] != after.Rows[k] || !ReferenceEquals(before.Rows[k], after.Rows[k])));
    }

    private static void AssertEqual(BoardSnapshot fresh, BoardSnapshot board)
    {
        Assert.Equal(fresh.EventNumber, board.EventNumber);
        Assert.Equal(fresh.Counts, board.Counts);
        Assert.Equal(fresh.Groups, board.Groups);
        Assert.Equal(fresh.Rows.Select(Text), board.Rows.Select(Text));
        Assert.Equal(fresh.Happenings, board.Happenings);
        Assert.Equal(fresh.BurnUp.Sent, board.BurnUp.Sent);
        Assert.Equal(fresh.BurnUp.Accepted, board.BurnUp.Accepted);
    }

    private static string Text(UnitRow row) => $"{row.Unit.Code} {row.Report.State} {row.Report.Version} {row.Report.Tally} {row.Due} {string.Join(',', row.Report.Items)}";

    /// <summary>A database in miniature: each step moves a whole report one state on, with an event per item and cover.</summary>
    private sealed class Log
    {
        private readonly List<(BoardEvent Event, ReportProgress After)> entries = [];
        private readonly Dictionary<int, ReportProgress> start;

        public Log(IEnumerable<int> units)
        {
            var reports = MadeBoard.Reports((_, _) => (ItemState.NotStarted, false));
            start = reports.ToDictionary(r => r.SubmissionId);
            var steps = new int[reports.Count];
            foreach (var k in units.Where(k => steps[k] < Path.Length))
            {
                Move(reports, k, Path[steps[k]++]);
            }
        }

        public int Count => entries.Count;

        /// <summary>What a reader gets who reads up to that many events after a number, at the moment at which the last of them had just happened.</summary>
        public BoardUpdate Read(int after, int length, bool all = false)
        {
            // A press is read whole or not at all.
            while (InsidePress(after))
            {
                after--;
            }

            var upto = Math.Min(Count, after + length);
            while (InsidePress(upto))
            {
                upto++;
            }

            var events = entries.Skip(after).Take(upto - after).Select(e => e.Event).ToList();
            var touched = all ? start.Keys.ToHashSet() : events.Select(e => e.SubmissionId!.Value).ToHashSet();
            return new(after, events, [.. touched.Select(id => entries.Take(upto).LastOrDefault(e => e.After?.SubmissionId == id).After ?? start[id])]);
        }

        private bool InsidePress(int k) => k > 0 && k < Count && entries[k].Event.CommandId == entries[k - 1].Event.CommandId;

        private void Move(List<ReportProgress> reports, int k, ItemState to)
        {
            var (before, command, at, last) = (reports[k], Guid.NewGuid(), MadeBoard.Issued.AddMinutes(entries.Count), entries.Count);
            var sends = to is ItemState.Sent or ItemState.Resent;
            var verb = to switch
            {
                ItemState.Drafting => EventVerb.DraftStarted,
                ItemState.WithHead => EventVerb.SentUp,
                ItemState.Approved => EventVerb.SignedOff,
                ItemState.Sent => EventVerb.Sent,
                ItemState.Resent => EventVerb.Resent,
                ItemState.Accepted => EventVerb.Accepted,
                _ => EventVerb.ReturnedForSupplement,
            };
            reports[k] = new(before.SubmissionId, before.UnitCode, before.GroupCode, before.Order, before.Version + 1,
                sends && before.FirstSentAt is null ? Timeliness.OnTime : before.Timeliness, sends ? before.FirstSentAt ?? at : before.FirstSentAt, null,
                [.. before.Items.Select(i => i with { State = to, SentBefore = i.SentBefore || sends, Version = i.Version + 1 })]);
            entries.AddRange(before.Items.Select((item, n) => (new BoardEvent(last + n + 1, at, command, verb, before.SubmissionId, item.ItemCode, item.State, to), reports[k])));
        }
    }
}
