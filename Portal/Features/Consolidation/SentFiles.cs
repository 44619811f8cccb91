using System.Collections.Concurrent;
using Portal.Domain.Consolidation;
using Portal.Platform;

namespace Portal.Features.Consolidation;

/// <summary>Files of sent reports that were uploaded and are not recorded yet: for an hour, each for who brought it. The bytes are safe in the store already; what is never recorded is swept there.</summary>
public sealed class SentFiles(PortalClock clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(50); // less than the sweep waits

    private readonly ConcurrentDictionary<Guid, Brought> brought = new();

    /// <summary>Keeps one.</summary>
    /// <returns>Its ticket.</returns>
    public Guid Keep(string requestCode, int personId, SentFileFacts file)
    {
        foreach (var old in brought.Where(b => b.Value.At < clock.DiskNow - Kept))
        {
            brought.TryRemove(old.Key, out _);
        }

        var ticket = Guid.NewGuid();
        brought[ticket] = new(requestCode, personId, file, clock.DiskNow);
        return ticket;
    }

    /// <summary>The file of a ticket, for who brought it; null where there is none any more.</summary>
    public SentFileFacts? Find(Guid? ticket, string requestCode, int personId) =>
        ticket is { } of && brought.TryGetValue(of, out var found) && found.RequestCode == requestCode && found.PersonId == personId && found.At >= clock.DiskNow - Kept ? found.File : null;

    private sealed record Brought(string RequestCode, int PersonId, SentFileFacts File, DateTimeOffset At);
}
