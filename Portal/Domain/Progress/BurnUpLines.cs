using Portal.Domain.Submissions;

namespace Portal.Domain.Progress;

/// <summary>From <paramref name="At"/> on it is <paramref name="Count"/>.</summary>
public readonly record struct CountPoint(DateTimeOffset At, int Count);

/// <summary>How many unit-items were sent, and accepted, from each instant on. The last points are the numbers of the tally.</summary>
/// <param name="Sent">First sendings, cumulated; what is withdrawn, and what an amendment takes away, goes off again.</param>
/// <param name="Accepted">Acceptances, cumulated; what is returned after having been accepted goes off again.</param>
public sealed record BurnUpLines(IReadOnlyList<CountPoint> Sent, IReadOnlyList<CountPoint> Accepted)
{
    /// <summary>Before anything happened.</summary>
    public static BurnUpLines Empty { get; } = new([], []);

    /// <summary>With what these events add, in order of number.</summary>
    public BurnUpLines With(IReadOnlyList<BoardEvent> events)
    {
        var items = events.Where(e => e.ItemCode is not null && e.ItemCode != ItemAnswer.Cover).ToList();
        return new(Extend(Sent, items, e => e.Verb == EventVerb.Sent ? 1 : e is { Verb: EventVerb.Withdrawn, To: ItemState.Drafting } or { Verb: EventVerb.ItemTakenAway, OfSent: true } ? -1 : 0), Extend(Accepted, items, e => In(e.To) - In(e.From)));
    }

    private static IReadOnlyList<CountPoint> Extend(IReadOnlyList<CountPoint> line, List<BoardEvent> events, Func<BoardEvent, int> change)
    {
        var longer = new List<CountPoint>();
        var count = line.Count == 0 ? 0 : line[^1].Count;
        foreach (var e in events.Where(e => change(e) != 0))
        {
            count += change(e);
            if (longer.Count > 0 && longer[^1].At == e.At)
            {
                longer.RemoveAt(longer.Count - 1);
            }

            longer.Add(new(e.At, count));
        }

        return longer.Count == 0 ? line : [.. line, .. longer];
    }

    private static int In(ItemState? state) => state is ItemState.Accepted or ItemState.Included ? 1 : 0;
}
