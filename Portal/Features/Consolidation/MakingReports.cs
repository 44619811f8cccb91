using System.Collections.Concurrent;
using Portal.Shared;

namespace Portal.Features.Consolidation;

/// <summary>How far the files are that are being made just now, for the pages of those who asked for them. In memory: what the process takes with it when it ends, it makes no more.</summary>
public sealed class MakingReports
{
    private readonly ConcurrentDictionary<(int RequestId, int PersonId), (int Done, int All)> making = new();

    private event Action? Moved;

    /// <summary>How many units' documents are written, out of how many (0 while sources are read); null where nothing is being made for that person.</summary>
    public (int Done, int All)? this[int requestId, int personId] => making.TryGetValue((requestId, personId), out var now) ? now : null;

    /// <summary>Calls, from any thread, whenever something moves.</summary>
    /// <returns>What ends that.</returns>
    public IDisposable Listen(Action moved)
    {
        Moved += moved;
        return new Ending(() => Moved -= moved);
    }

    /// <summary>Tells of a file while it is made, and that it is over, however it ends.</summary>
    /// <param name="requestId">Of which request.</param>
    /// <param name="personId">For whom.</param>
    /// <param name="make">Makes it, and says how far it is.</param>
    public async Task<T> WhileAsync<T>(int requestId, int personId, Func<IProgress<(int Done, int All)>, Task<T>> make)
    {
        var telling = new Telling(this, (requestId, personId));
        telling.Report((0, 0));
        try
        {
            return await make(telling);
        }
        finally
        {
            making.TryRemove((requestId, personId), out _);
            Moved?.Invoke();
        }
    }

    // At once and on the maker's thread, so that nothing is told after the end.
    private sealed class Telling(MakingReports reports, (int, int) key) : IProgress<(int Done, int All)>
    {
        public void Report((int Done, int All) value)
        {
            reports.making[key] = value;
            reports.Moved?.Invoke();
        }
    }
}
