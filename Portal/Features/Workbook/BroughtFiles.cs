using Portal.Domain.Submissions;
using Portal.Platform;

namespace Portal.Features.Workbook;

/// <summary>A workbook that was read and not yet imported.</summary>
/// <param name="FileName">As its sender called it.</param>
/// <param name="MadeAt">When the workbook was made.</param>
/// <param name="Brought">What it brings.</param>
/// <param name="Refused">What in it cannot be read.</param>
internal sealed record BroughtFile(string FileName, DateTimeOffset MadeAt, Brought Brought, IReadOnlyList<ProposalRefusal> Refused);

/// <summary>What was read, kept in memory for its sender alone while he looks at it: half an hour, a few for each person. A restart loses it; then the file is chosen again.</summary>
public sealed class BroughtFiles(PortalClock clock)
{
    private const int MostOfOne = 3, MostOfAll = 200;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    private readonly Lock gate = new();
    private readonly List<Kept> kept = []; // the oldest first

    /// <summary>Keeps one.</summary>
    /// <returns>The name under which its sender finds it again.</returns>
    internal Guid Keep(int personId, ReportKey report, BroughtFile file)
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

            kept.Add(new(Guid.NewGuid(), personId, report, clock.Now, file));
            return kept[^1].Id;
        }
    }

    /// <summary>Finds one again; null when it was forgotten or is somebody else's.</summary>
    internal BroughtFile? Find(int personId, ReportKey report, Guid id)
    {
        lock (gate)
        {
            Forget();
            return kept.Find(k => k.Id == id && k.PersonId == personId && k.Report == report)?.File;
        }
    }

    private void Forget() => kept.RemoveAll(k => k.At + Life < clock.Now);

    private sealed record Kept(Guid Id, int PersonId, ReportKey Report, DateTimeOffset At, BroughtFile File);
}
