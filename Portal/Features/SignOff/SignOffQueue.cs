using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Progress;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.SignOff;

/// <summary>A package that waits for the head, or for its cover.</summary>
public sealed record WaitingPackage(int Number, PackageState State, string SentUpBy, DateTimeOffset SentUpAt, int Items);

/// <summary>One report of a unit that the actor heads.</summary>
/// <param name="Report">Its address.</param>
/// <param name="Title">What the letter asks.</param>
/// <param name="UnitName">Whose report.</param>
/// <param name="State">The one word for the whole.</param>
/// <param name="Sent">Items sent at least once.</param>
/// <param name="Items">All items.</param>
/// <param name="Timeliness">In time or not.</param>
/// <param name="Deadline">Until when.</param>
/// <param name="Waiting">What waits; null when nothing does.</param>
public sealed record HeadedReport(ReportKey Report, string Title, string UnitName, ItemState State, int Sent, int Items, Timeliness Timeliness, Deadline Deadline, WaitingPackage? Waiting);

/// <summary>The head's desk.</summary>
/// <param name="Now">The portal's time.</param>
/// <param name="Reports">The reports of his units, those that wait first.</param>
public sealed record HeadDesk(DateTimeOffset Now, IReadOnlyList<HeadedReport> Reports);

/// <summary>What waits for the head, and where his unit's reports stand.</summary>
public sealed class SignOffQueue(Reader reader, PortalClock clock)
{
    /// <summary>Reads the desk of the person who is signed in; refused to who heads no unit.</summary>
    public Task<Outcome<HeadDesk>> RunAsync() => reader.RunAsync<HeadDesk>(nameof(SignOffQueue), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Head))
        {
            return Problem.Refused(nameof(Problems.OnlyTheHead));
        }

        var units = actor.Holdings.Where(h => h.Role == Role.Head).Select(h => h.UnitCode).ToList();
        var submissions = await db.Submissions.VisibleTo(actor).AsSplitQuery()
            .Where(s => units.Contains(s.UnitCode) && s.Request.State != RequestState.Archived && s.Request.State != RequestState.Cancelled)
            .Include(s => s.Request).Include(s => s.Packages).Include(s => s.Answers).ToListAsync();
        var names = await db.Units.Where(u => units.Contains(u.Code)).ToDictionaryAsync(u => u.Code);
        var senders = submissions.Select(s => s.UnderWay?.SentUpBy).OfType<int>().ToList();
        var people = await db.People.Where(p => senders.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        return new HeadDesk(clock.Now, [.. submissions
            .Select(s => Line(s, names[s.UnitCode], people))
            .OrderBy(r => r.Waiting is null).ThenBy(r => r.Waiting?.SentUpAt).ThenBy(r => r.Deadline.At)]);
    });

    private static HeadedReport Line(Submission s, Unit unit, Dictionary<int, string> people)
    {
        var items = s.Items.Select(i => (i.State, i.SentBefore)).ToList();
        var waiting = s.UnderWay is { } p ? new WaitingPackage(p.Number, p.State, people.GetValueOrDefault(p.SentUpBy, ""), p.SentUpAt, s.ItemsOf(p).Count(i => !i.IsCover)) : null;
        return new(new(s.Request.Code, unit.LoginCode), s.Request.Title, unit.Name, Buckets.Whole(items, (s.Cover.State, s.Cover.SentBefore)),
            items.Count(i => i.SentBefore), items.Count, s.Timeliness, s.EffectiveDeadline, waiting);
    }
}
