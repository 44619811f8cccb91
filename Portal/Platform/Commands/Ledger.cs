using Portal.Database;
using Portal.Domain;
using Portal.Platform.Live;

namespace Portal.Platform.Commands;

/// <summary>How what was done becomes lasting, for people's commands and for what the portal does by itself: events into the chain, notices into inboxes and outbox, words into the search,
/// all within the transaction of the deed; after it, whoever looks on is told.</summary>
public sealed class Ledger(Notifying notifying, SearchIndex search, ChangeFeed changes, NoticeFeed notices)
{
    /// <summary>Saves, appends the events, tells, saves. The caller's transaction is open, and he commits it.</summary>
    /// <returns>What the database refused, or null.</returns>
    public async Task<Problem?> SealAsync(Work work)
    {
        await search.FollowAsync(work.Db);
        if (await work.Db.TrySaveAsync() is { } conflict) // gives new rows their keys before events are hashed over them
        {
            return conflict;
        }

        await AppendAsync(work);
        work.Told = await notifying.TellAsync(work);
        return await work.Db.TrySaveAsync();
    }

    /// <summary>After the commit: pages that show what changed look again, bells count again, the outbox is emptied.</summary>
    public void Publish(Work work)
    {
        foreach (var change in work.Act.Events.GroupBy(e => (e.RequestId, e.SubmissionId)))
        {
            changes.Publish(new Change(change.Key.RequestId, change.Key.SubmissionId, change.Max(e => e.Number)));
        }

        notices.Publish([.. work.Told.SelectMany(t => t.People).Distinct()], work.Told.Any(t => t.Mails > 0));
    }

    private static async Task AppendAsync(Work work)
    {
        if (work.Act.Events.Count == 0)
        {
            return;
        }

        var head = await work.Db.LockChainAsync(ChainHead.Events);
        foreach (var e in work.Act.Events)
        {
            e.Chain(head.Number + 1, head.Hash);
            (head.Number, head.Hash) = (e.Number, e.Hash);
            work.Db.Events.Add(e);
        }
    }
}
