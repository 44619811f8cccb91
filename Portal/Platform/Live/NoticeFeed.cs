using System.Collections.Concurrent;

namespace Portal.Platform.Live;

/// <summary>Tells, within this process, that somebody has something new in his inbox, and that something waits in the outbox. Handlers return at once.</summary>
public sealed class NoticeFeed
{
    private readonly ConcurrentDictionary<int, ImmutableHandlers> handlers = new();

    /// <summary>Raised when something was put into the outbox; true: it is to be tried now, whatever went wrong before.</summary>
    public event Action<bool>? Outbox;

    /// <summary>Raised when mails left, or could not.</summary>
    public event Action? MailsMoved;

    /// <summary>Asks for another try now.</summary>
    public void SendNow() => Outbox?.Invoke(true);

    /// <summary>Tells that mails left, or could not.</summary>
    public void TellMailsMoved() => MailsMoved?.Invoke();

    /// <summary>Calls the handler whenever that person's inbox changed, until disposed.</summary>
    public IDisposable Subscribe(int personId, Action handler)
    {
        var subscription = new Subscription(this, personId, handler);
        handlers.AddOrUpdate(personId, _ => new([subscription]), (_, all) => new([.. all.All, subscription]));
        return subscription;
    }

    /// <summary>Tells these people's pages.</summary>
    /// <param name="people">Whose inbox changed.</param>
    /// <param name="mails">Something is in the outbox.</param>
    public void Publish(IReadOnlyCollection<int> people, bool mails = false)
    {
        foreach (var person in people)
        {
            if (handlers.TryGetValue(person, out var all))
            {
                foreach (var subscription in all.All)
                {
                    subscription.Handler();
                }
            }
        }

        if (mails)
        {
            Outbox?.Invoke(false);
        }
    }

    private void End(Subscription subscription)
    {
        while (handlers.TryGetValue(subscription.PersonId, out var all))
        {
            Subscription[] left = [.. all.All.Where(s => s != subscription)];
            if (left.Length == 0 ? handlers.TryRemove(KeyValuePair.Create(subscription.PersonId, all)) : handlers.TryUpdate(subscription.PersonId, new(left), all))
            {
                return;
            }
        }
    }

    private sealed record ImmutableHandlers(Subscription[] All);

    private sealed class Subscription(NoticeFeed feed, int personId, Action handler) : IDisposable
    {
        public int PersonId => personId;

        public Action Handler => handler;

        public void Dispose() => feed.End(this);
    }
}
