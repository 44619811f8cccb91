using System.Collections.Concurrent;

namespace Portal.Platform.Live;

/// <summary>That something changed, never what it says: who is told asks again, so that row filters hold everywhere.</summary>
/// <param name="RequestId">In which request.</param>
/// <param name="SubmissionId">On whose report; null for the whole request.</param>
/// <param name="EventNumber">The last event that caused it; 0 for a saved draft, which is no event.</param>
public sealed record Change(int RequestId, int? SubmissionId, long EventNumber);

/// <summary>Tells everybody in this process what changed. Handlers return at once; a slow one delays the others.</summary>
public sealed class ChangeFeed
{
    private readonly ConcurrentDictionary<object, Action<Change>> handlers = new();

    /// <summary>Calls the handler for every change until disposed.</summary>
    public IDisposable Subscribe(Action<Change> handler)
    {
        var subscription = new Subscription(this);
        handlers[subscription] = handler;
        return subscription;
    }

    /// <summary>Calls the handler for every change of one report until disposed.</summary>
    public IDisposable Subscribe(int submissionId, Action handler) => Subscribe(change =>
    {
        if (change.SubmissionId == submissionId)
        {
            handler();
        }
    });

    /// <summary>Tells all.</summary>
    public void Publish(Change change)
    {
        foreach (var handler in handlers.Values)
        {
            handler(change);
        }
    }

    private sealed class Subscription(ChangeFeed feed) : IDisposable
    {
        public void Dispose() => feed.handlers.TryRemove(this, out _);
    }
}
