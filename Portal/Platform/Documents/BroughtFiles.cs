namespace Portal.Platform.Documents;

/// <summary>What was read of a file, kept in memory for its sender alone while he looks at it: half an hour, a few for each person. A restart loses it; then the file is chosen again.</summary>
public sealed class BroughtFiles(PortalClock clock)
{
    private const int MostOfOne = 3, MostOfAll = 200;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly Lock gate = new();
    private readonly List<Kept> kept = []; // the oldest first

    /// <summary>Keeps one.</summary>
    /// <param name="personId">Whose it is.</param>
    /// <param name="subject">What it belongs to.</param>
    /// <param name="file">What was read.</param>
    /// <returns>The name under which its sender finds it again.</returns>
    public Guid Keep(int personId, object subject, object file)
    {
        lock (gate)
        {
            Forget();
            while (kept.Count(k => k.PersonId == personId) >= MostOfOne)
            {
                kept.RemoveAt(kept.FindIndex(k => k.PersonId == personId));
            }

            if (kept.Count >= MostOfAll)
            {
                kept.RemoveAt(0);
            }

            kept.Add(new(Guid.NewGuid(), personId, subject, clock.Now, file));
            return kept[^1].Id;
        }
    }

    /// <summary>Finds one again; null when it was forgotten, is somebody else's or belongs to something else.</summary>
    /// <param name="personId">Who asks.</param>
    /// <param name="subject">What it belongs to.</param>
    /// <param name="id">The name under which it was kept.</param>
    public T? Find<T>(int personId, object subject, Guid id) where T : class
    {
        lock (gate)
        {
            Forget();
            return kept.Find(k => k.Id == id && k.PersonId == personId && k.Subject.Equals(subject))?.File as T;
        }
    }

    private void Forget() => kept.RemoveAll(k => k.At + Life < clock.Now);

    private sealed record Kept(Guid Id, int PersonId, object Subject, DateTimeOffset At, object File);
}
