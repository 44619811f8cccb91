using Portal.Domain.Submissions;

namespace Portal.Domain.Progress;

/// <summary>What was read after an event.</summary>
/// <param name="After">The number after which it was read.</param>
/// <param name="Events">All events of the request after that number, in order.</param>
/// <param name="Reports">Where the reports stand that those events touch; as new as the last event, or newer.</param>
public sealed record BoardUpdate(long After, IReadOnlyList<BoardEvent> Events, IReadOnlyList<ReportProgress> Reports);

/// <summary>All a board knows, without the clock. Immutable. Updates may come doubled, late or not at all: where a report stands is decided by versions,
/// what happened by event numbers, and what follows a gap is not counted until the gap was read.</summary>
public sealed class BoardState
{
    private const int HappeningsKept = 10;
    private readonly IReadOnlyDictionary<int, ReportProgress> reports;
    private readonly IReadOnlyList<ReportProgress> ordered;

    private BoardState(BoardRequest request, IReadOnlyDictionary<int, ReportProgress> reports, long eventNumber, IReadOnlyList<Happening> happenings, BurnUpLines burnUp)
    {
        (Request, this.reports, EventNumber, Happenings, BurnUp) = (request, reports, eventNumber, happenings, burnUp);
        ordered = [.. reports.Values.OrderBy(r => r.Order)];
    }

    /// <summary>A board that knows the request and nothing else yet.</summary>
    public BoardState(BoardRequest request) : this(request, new Dictionary<int, ReportProgress>(), 0, [], BurnUpLines.Empty) { }

    /// <summary>Which request.</summary>
    public BoardRequest Request { get; }

    /// <summary>The last event it has counted; what follows it is to be read.</summary>
    public long EventNumber { get; }

    /// <summary>What happened last, newest first.</summary>
    public IReadOnlyList<Happening> Happenings { get; }

    /// <summary>How sent and accepted grew.</summary>
    public BurnUpLines BurnUp { get; }

    /// <summary>With that update taken in, as far as it says something new.</summary>
    public BoardState Apply(BoardUpdate update)
    {
        var merged = new Dictionary<int, ReportProgress>(reports);
        foreach (var report in update.Reports)
        {
            merged[report.SubmissionId] = merged.TryGetValue(report.SubmissionId, out var known) ? known.Merge(report) : report;
        }

        var events = update.After > EventNumber ? [] : update.Events.Where(e => e.Number > EventNumber).ToList();
        return new(Request, merged, events.Count == 0 ? EventNumber : events[^1].Number, Tell(events, merged), BurnUp.With(events));
    }

    /// <summary>The picture at that instant.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="before">The picture before, of which unchanged rows are kept.</param>
    public BoardSnapshot Snapshot(DateTimeOffset now, BoardSnapshot? before = null)
    {
        var kept = before?.Rows.Count == ordered.Count && before.Request == Request ? before.Rows : null;
        var rows = ordered.Select((report, k) =>
        {
            var due = report.DueAt(now, Request);
            return kept?[k] is { } row && row.Report == report && row.Due == due ? row : new UnitRow(Request.Units[report.UnitCode], report, due);
        }).ToList();
        var groups = Request.Groups.Select(g =>
        {
            var of = ordered.Where(r => r.GroupCode == g.Code).ToList();
            return new GroupRow(g, of.Aggregate(default(Tally), (t, r) => t + r.Tally), of.Sum(r => r.SentItems)) { Resolutions = Resolutions.Count(of.SelectMany(r => r.Items)) };
        }).ToList();
        return new(EventNumber, now, Request, rows, groups, BoardCounts.Of(rows), Happenings, BurnUp);
    }

    /// <summary>The next instant after that at which the picture changes though nothing happens; null when none comes.</summary>
    public DateTimeOffset? NextInstant(DateTimeOffset now) => ordered.Min(r => r.NextInstant(now, Request));

    private IReadOnlyList<Happening> Tell(List<BoardEvent> events, Dictionary<int, ReportProgress> known)
    {
        var told = events.Where(e => BoardEvent.Told.Contains(e.Verb) && e.SubmissionId is { } id && known.ContainsKey(id))
            .GroupBy(e => (e.CommandId, e.Verb, e.SubmissionId))
            .Select(g =>
            {
                var codes = g.Select(e => e.ItemCode).Where(c => c != ItemAnswer.Cover).ToList();
                var first = g.First();
                return new Happening(first.Number, first.At, first.Verb, Request.Units[known[first.SubmissionId!.Value].UnitCode], codes.Count, codes.Count == 1 ? codes[0] : null);
            }).Reverse().ToList();
        return told.Count == 0 ? Happenings : [.. told.Concat(Happenings).Take(HappeningsKept)];
    }
}
