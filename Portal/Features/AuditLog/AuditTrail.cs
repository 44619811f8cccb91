using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.AuditLog;

/// <summary>What of the log is wanted.</summary>
/// <param name="Kind">The name of an <see cref="EventVerb"/> or <see cref="AccessKind"/>; null for all.</param>
/// <param name="Person">Part of a name or user name, with or without accents; null for all.</param>
/// <param name="Day">A day here (UTC+7); null for all.</param>
public sealed record AuditFilter(string? Kind, string? Person, DateOnly? Day);

/// <summary>One row: an event or an access record. No answers, no reasons.</summary>
/// <param name="IsEvent">True for an event, false for an access record.</param>
/// <param name="Kind">The name of the verb or kind.</param>
/// <param name="Person">Who; null before sign-in.</param>
/// <param name="On">On what: unit and item of an event; surface, subject and code of an access record.</param>
/// <param name="Sound">Its own hash and the link to the row before hold.</param>
public sealed record AuditRow(bool IsEvent, long Number, DateTimeOffset At, string Kind, string? Person, string On, ItemState? From, ItemState? To, int Count, bool Sound);

/// <summary>Who did what, when, on what: newest first.</summary>
public sealed class AuditTrail(Reader reader)
{
    /// <summary>Reads one page and checks the chains on it.</summary>
    public Task<Outcome<Paged<AuditRow>>> RunAsync(AuditFilter filter, int? page) => reader.RunAsync<Paged<AuditRow>>(nameof(AuditTrail), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator) && !actor.Is(Role.Leader))
        {
            return Problem.Refused(nameof(Problems.OnlyAuditReaders));
        }

        var names = await NamesAsync(db);
        var (events, records) = Filter(db, filter, names);
        var total = await events.CountAsync() + await records.CountAsync();
        var at = Paging.Page(page, total);
        var upTo = Paging.Before(at) + Paging.Size;
        // Two tables, one order: of each the newest that can still stand on this page, then the page itself.
        var keys = (await events.OrderByDescending(e => e.At).ThenByDescending(e => e.Number).Take(upTo).Select(e => new { e.At, e.Number, IsEvent = true }).ToListAsync())
            .Concat(await records.OrderByDescending(r => r.At).ThenByDescending(r => r.Number).Take(upTo).Select(r => new { r.At, r.Number, IsEvent = false }).ToListAsync())
            .OrderByDescending(k => k.At).ThenByDescending(k => k.IsEvent).ThenByDescending(k => k.Number)
            .Skip(Paging.Before(at)).Take(Paging.Size).ToList();
        var rows = await EventRowsAsync(db, [.. keys.Where(k => k.IsEvent).Select(k => k.Number)], names);
        var accesses = await AccessRowsAsync(db, [.. keys.Where(k => !k.IsEvent).Select(k => k.Number)], names);
        return new Paged<AuditRow>([.. keys.Select(k => k.IsEvent ? rows[k.Number] : accesses[k.Number])], at, total);
    });

    /// <summary>What everybody is called: the name with which he signs in, and his own.</summary>
    internal static async Task<Dictionary<int, string>> NamesAsync(PortalDb db)
    {
        var names = await db.People.ToDictionaryAsync(p => p.Id, p => p.Name);
        foreach (var account in await db.Users.Select(a => new { a.PersonId, a.UserName }).ToListAsync())
        {
            names[account.PersonId] = $"{account.UserName} · {names[account.PersonId]}";
        }

        return names;
    }

    private static (IQueryable<SubmissionEvent>, IQueryable<AccessRecord>) Filter(PortalDb db, AuditFilter filter, Dictionary<int, string> names)
    {
        var (events, records) = (db.Events.AsQueryable(), db.AccessRecords.AsQueryable());
        if (filter.Kind is { Length: > 0 } kind)
        {
            events = Enum.TryParse<EventVerb>(kind, out var verb) ? events.Where(e => e.Verb == verb) : events.Where(e => false);
            records = Enum.TryParse<AccessKind>(kind, out var access) ? records.Where(r => r.Kind == access) : records.Where(r => false);
        }

        if (filter.Person is { Length: > 0 } person)
        {
            var wanted = Fold.Of(person).Trim();
            var who = names.Where(n => Fold.Of(n.Value).Contains(wanted, StringComparison.Ordinal)).Select(n => n.Key).ToList();
            events = events.Where(e => who.Contains(e.ActorId));
            records = records.Where(r => r.PersonId != null && who.Contains(r.PersonId.Value));
        }

        if (filter.Day is { } day)
        {
            var from = VietTime.At(day.ToDateTime(TimeOnly.MinValue));
            var to = from.AddDays(1);
            events = events.Where(e => e.At >= from && e.At < to);
            records = records.Where(r => r.At >= from && r.At < to);
        }

        return (events, records);
    }

    private static async Task<Dictionary<long, AuditRow>> EventRowsAsync(PortalDb db, List<long> numbers, Dictionary<int, string> names)
    {
        var before = numbers.Select(n => n - 1).ToList();
        var hashes = await db.Events.Where(e => before.Contains(e.Number)).ToDictionaryAsync(e => e.Number, e => e.Hash);
        var rows = await (from e in db.Events
                          where numbers.Contains(e.Number)
                          join s in db.Submissions on e.SubmissionId equals s.Id into reports
                          from s in reports.DefaultIfEmpty()
                          join u in db.Units on s.UnitCode equals u.Code into units
                          from u in units.DefaultIfEmpty()
                          join r in db.Requests on e.RequestId equals r.Id
                          select new { Event = e, Unit = u == null ? null : u.Name, Request = r.Code }).ToListAsync();
        return rows.ToDictionary(r => r.Event.Number, r => new AuditRow(true, r.Event.Number, r.Event.At, r.Event.Verb.ToString(), names.GetValueOrDefault(r.Event.ActorId),
            string.Join(" · ", new[] { r.Unit ?? r.Request, r.Event.ItemCode == ItemAnswer.Cover ? AuditText.Cover : r.Event.ItemCode }.Where(t => t is not null)), r.Event.From, r.Event.To, 1,
            r.Event.ComputeHash() == r.Event.Hash && r.Event.PreviousHash == (r.Event.Number == 1 ? SubmissionEvent.Genesis : hashes.GetValueOrDefault(r.Event.Number - 1))));
    }

    private static async Task<Dictionary<long, AuditRow>> AccessRowsAsync(PortalDb db, List<long> numbers, Dictionary<int, string> names)
    {
        var before = numbers.Select(n => n - 1).ToList();
        var hashes = await db.AccessRecords.Where(r => before.Contains(r.Number)).Select(r => new { r.Number, r.Segment, r.Hash }).ToDictionaryAsync(r => r.Number);
        var rows = await db.AccessRecords.Where(r => numbers.Contains(r.Number)).ToListAsync();
        // A month is a chain of its own, so that old months can be pruned whole: its first record follows nothing.
        return rows.ToDictionary(r => r.Number, r => new AuditRow(false, r.Number, r.At, r.Kind.ToString(), r.PersonId is { } id ? names.GetValueOrDefault(id) : null,
            string.Join(" · ", new[] { r.Surface, r.Subject, r.Code }.Where(t => t is not null)), null, null, r.Count,
            r.ComputeHash() == r.Hash && r.PreviousHash == (hashes.GetValueOrDefault(r.Number - 1) is { } last && last.Segment == r.Segment ? last.Hash : SubmissionEvent.Genesis)));
    }
}
