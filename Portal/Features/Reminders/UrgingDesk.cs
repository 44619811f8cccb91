using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Reminders;

/// <summary>One line of the urging log.</summary>
/// <param name="UnitName">Which unit.</param>
/// <param name="Target">Who was reminded.</param>
/// <param name="Actor">Who urged; null for the portal.</param>
/// <param name="Inboxes">How many found it in their inbox.</param>
/// <param name="Mails">To how many it goes by e-mail as well.</param>
/// <param name="Text">The words, by hand.</param>
public sealed record UrgingLine(long Id, DateTimeOffset At, string UnitCode, string UnitName, ReminderTarget Target, string? Actor, int Inboxes, int Mails, string? Text);

/// <summary>When units are reminded.</summary>
public sealed record ScheduleLine(string Hours, bool AtDeadline, bool Daily);

/// <summary>An extension that waits for an answer.</summary>
public sealed record ExtensionLine(ReportKey Report, string UnitName, string? AskedBy, DateTimeOffset AskedAt, DateTimeOffset Until, string? Reason);

/// <summary>What the page of urging shows beside the board.</summary>
/// <param name="Board">Where the units stand; it moves by itself.</param>
/// <param name="Log">The last urgings, newest first.</param>
/// <param name="Logged">How many there are in all.</param>
/// <param name="LastUrged">By unit code.</param>
/// <param name="MayUrge">The request takes urgings.</param>
/// <param name="MaySchedule">The person coordinates the request.</param>
/// <param name="Extensions">What units asked for and nobody has answered, the oldest first.</param>
public sealed record UrgingDeskModel(ProgressBoard Board, IReadOnlyList<UrgingLine> Log, int Logged, IReadOnlyDictionary<string, DateTimeOffset> LastUrged, ScheduleLine Schedule, bool MayUrge, bool MaySchedule, IReadOnlyList<ExtensionLine> Extensions);

/// <summary>Đôn đốc, gia hạn: who owes something, who was urged when; for coordinators and leaders. Null where no request is open.</summary>
public sealed class UrgingDesk(Reader reader, ProgressBoards boards)
{
    private const int Shown = 100;

    /// <summary>Reads it.</summary>
    /// <param name="requestCode">Which request; null for the one issued last, open ones first.</param>
    public Task<Outcome<UrgingDeskModel?>> RunAsync(string? requestCode) => reader.RunAsync<UrgingDeskModel?>(nameof(UrgingDesk), requestCode, async (db, actor) =>
    {
        if (!actor.Is(Role.Leader) && !actor.Is(Role.Coordinator))
        {
            return Problem.Refused(nameof(Problems.UrgingIsNotYours));
        }

        var found = await db.Requests.WhollyVisibleTo(actor).Meant(requestCode).FirstOrDefaultAsync();
        if (found is null)
        {
            return requestCode is null ? new Outcome<UrgingDeskModel?>(null, null) : Problem.NotFound;
        }

        var coordinates = actor.Is(Role.Coordinator, found.CoordinatingUnitCode);
        if (!coordinates && !actor.Is(Role.Leader))
        {
            return Problem.Refused(nameof(Problems.UrgingIsNotYours));
        }

        var all = db.Urgings.Where(u => u.RequestId == found.Id);
        var log = await (from u in all
                         join s in db.Submissions on u.SubmissionId equals s.Id
                         join unit in db.Units on s.UnitCode equals unit.Code
                         join p in db.People on u.ActorId equals p.Id into people
                         from p in people.DefaultIfEmpty()
                         orderby u.At descending, u.Id descending
                         select new UrgingLine(u.Id, u.At, unit.Code, unit.Name, u.Target, p == null ? null : p.Name, u.Inboxes, u.Mails, u.Text)).Take(Shown).ToListAsync();
        var last = await (from u in all
                          join s in db.Submissions on u.SubmissionId equals s.Id
                          group u.Id by s.UnitCode into g
                          select new { Unit = g.Key, Id = g.Max() }).ToListAsync();
        var ids = last.Select(l => l.Id).ToList();
        var times = await all.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.At);
        var schedule = await db.ReminderSchedules.FindAsync(found.Id) ?? new(found.Id);
        var extensions = await (from s in db.Submissions
                                join unit in db.Units on s.UnitCode equals unit.Code
                                from e in s.Extensions
                                where s.RequestId == found.Id && e.DecidedAt == null
                                orderby e.Id
                                select new { unit.LoginCode, unit.Name, e.AskedBy, e.AskedAt, e.WantedUntil, e.Reason, Asker = db.People.Where(p => p.Id == e.AskedBy).Select(p => p.Name).FirstOrDefault() }).ToListAsync();
        return new UrgingDeskModel(await boards.OpenAsync(found.Id), log, await all.CountAsync(), last.ToDictionary(l => l.Unit, l => times[l.Id]),
            new(string.Join(", ", schedule.HoursBefore), schedule.AtDeadline, schedule.Daily), found.State == RequestState.Open, coordinates && found.State == RequestState.Open,
            [.. extensions.Select(e => new ExtensionLine(new(found.Code, e.LoginCode), e.Name, e.Asker, e.AskedAt!.Value, e.WantedUntil!.Value, e.Reason))]);
    });
}
