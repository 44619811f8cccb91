using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Submissions;

namespace Portal.Platform.Commands;

/// <summary>Where something happened, as far as it decides who is told.</summary>
/// <param name="RequestId">In which request.</param>
/// <param name="SubmissionId">On whose report; null for the whole request.</param>
/// <param name="UnitCode">Whose report; null for the whole request.</param>
/// <param name="CoordinatingUnitCode">Who coordinates.</param>
/// <param name="Since">When the request was issued.</param>
public sealed record ReportPlace(int RequestId, int? SubmissionId, string? UnitCode, string CoordinatingUnitCode, DateTimeOffset Since);

/// <summary>The one place where an audience becomes people: active, with a role that holds at that instant; of a unit that has ended the people of its successor.</summary>
public static class Recipients
{
    /// <summary>Reads where something happened.</summary>
    public static async Task<ReportPlace> PlaceAsync(PortalDb db, int requestId, int? submissionId)
    {
        var request = await db.Requests.Where(r => r.Id == requestId).Select(r => new { r.CoordinatingUnitCode, r.IssuedAt }).SingleAsync();
        var unit = submissionId is { } id ? await db.Submissions.Where(s => s.Id == id).Select(s => s.UnitCode).SingleAsync() : null;
        return new(requestId, submissionId, unit, request.CoordinatingUnitCode, request.IssuedAt ?? default);
    }

    /// <summary>All people of these audiences, each once, without who acted.</summary>
    /// <param name="db">The context, in the transaction.</param>
    /// <param name="audiences">From <see cref="NoticeTable"/>.</param>
    /// <param name="place">Where it happened.</param>
    /// <param name="act">Who did it, when.</param>
    /// <param name="itemCodes">On which items.</param>
    public static async Task<IReadOnlyList<int>> OfAsync(PortalDb db, IReadOnlyCollection<Audience> audiences, ReportPlace place, Act act, IReadOnlyList<string> itemCodes)
    {
        var people = new SortedSet<int>();
        foreach (var audience in audiences.Where(a => a != Audience.Presser))
        {
            people.UnionWith(await OfAsync(db, audience, place, act, itemCodes));
        }

        people.Remove(act.Actor.PersonId);
        if (audiences.Contains(Audience.Presser) && act.Actor.PersonId != Actor.Portal.PersonId)
        {
            people.Add(act.Actor.PersonId);
        }

        return [.. people];
    }

    /// <summary>Who signs off the unit's reports at that instant. The one place for that: whoever stands in for a head is added here.</summary>
    public static async Task<IReadOnlyList<int>> HeadsAsync(PortalDb db, ReportPlace place, DateTimeOffset at)
    {
        var unit = await db.ActingForAsync(place.UnitCode!, at);
        return await Holding(db, at).Where(r => r.Role == Role.Head && r.UnitCode == unit).Select(r => r.PersonId).Distinct().ToListAsync();
    }

    private static async Task<IReadOnlyList<int>> OfAsync(PortalDb db, Audience audience, ReportPlace place, Act act, IReadOnlyList<string> itemCodes) => audience switch
    {
        Audience.Heads => await HeadsAsync(db, place, act.At),
        Audience.Unit => [.. await OfficersAsync(db, await db.ActingForAsync(place.UnitCode!, act.At), act.At), .. await HeadsAsync(db, place, act.At)],
        Audience.Coordinators => await Holding(db, act.At).Where(r => r.Role == Role.Coordinator && r.UnitCode == place.CoordinatingUnitCode).Select(r => r.PersonId).ToListAsync(),
        Audience.Leaders => await EverywhereAsync(db, Role.Leader, act.At),
        Audience.Administrators => await EverywhereAsync(db, Role.Administrator, act.At),
        Audience.OtherSide => await OfAsync(db, OtherSide(act.Actor, place), place, act, itemCodes),
        Audience.Reviewers => await ReviewersAsync(db, place, act.At),
        Audience.AllUnits => await AllUnitsAsync(db, place.RequestId, act.At),
        Audience.Assignee => await ActiveAsync(db, db.Answers.Where(a => a.SubmissionId == place.SubmissionId && itemCodes.Contains(a.ItemCode) && a.AssigneeId != null).Select(a => a.AssigneeId!.Value)),
        Audience.WriterBefore => await ActiveAsync(db, db.People.Where(p => act.ReplacedWriters.Contains(p.Id)).Select(p => p.Id)),
        _ => [],
    };

    private static Audience OtherSide(Actor actor, ReportPlace place) =>
        !actor.WorksIn(place.UnitCode!) ? Audience.Unit : place.UnitCode == place.CoordinatingUnitCode ? Audience.Leaders : Audience.Coordinators;

    // Who decides (workflow §9): coordinators whom rule C does not bar, and leaders only where none is left.
    private static async Task<IReadOnlyList<int>> ReviewersAsync(PortalDb db, ReportPlace place, DateTimeOffset at)
    {
        var barred = await Gate.BarredAsync(db, place.SubmissionId!.Value, place.UnitCode!, place.Since);
        var coordinators = await Holding(db, at).Where(r => r.Role == Role.Coordinator && r.UnitCode == place.CoordinatingUnitCode).Select(r => r.PersonId).ToListAsync();
        var free = coordinators.Where(c => !barred.Contains(c)).ToList();
        return free.Count > 0 ? free : [.. (await EverywhereAsync(db, Role.Leader, at)).Where(l => !barred.Contains(l))];
    }

    private static async Task<IReadOnlyList<int>> AllUnitsAsync(PortalDb db, int requestId, DateTimeOffset at)
    {
        var units = await db.Submissions.Where(s => s.RequestId == requestId).Select(s => s.UnitCode).ToListAsync();
        var ended = await db.Units.Where(u => units.Contains(u.Code) && u.EndedAt != null && u.EndedAt <= at).Select(u => u.Code).ToListAsync();
        var now = units.Except(ended).ToHashSet();
        foreach (var unit in ended)
        {
            now.Add(await db.ActingForAsync(unit, at));
        }

        return await Holding(db, at).Where(r => now.Contains(r.UnitCode) && (r.Role == Role.Officer || r.Role == Role.Head)).Select(r => r.PersonId).Distinct().ToListAsync();
    }

    private static Task<List<int>> OfficersAsync(PortalDb db, string unit, DateTimeOffset at) =>
        Holding(db, at).Where(r => r.Role == Role.Officer && r.UnitCode == unit).Select(r => r.PersonId).ToListAsync();

    private static Task<List<int>> EverywhereAsync(PortalDb db, Role role, DateTimeOffset at) => Holding(db, at).Where(r => r.Role == role).Select(r => r.PersonId).ToListAsync();

    private static Task<List<int>> ActiveAsync(PortalDb db, IQueryable<int> people) => db.People.Where(p => p.Active && people.Contains(p.Id)).Select(p => p.Id).ToListAsync();

    private static IQueryable<RoleAssignment> Holding(PortalDb db, DateTimeOffset at) =>
        db.RoleAssignments.Where(r => r.From <= at && (r.To == null || r.To > at) && db.People.Any(p => p.Id == r.PersonId && p.Active));
}
