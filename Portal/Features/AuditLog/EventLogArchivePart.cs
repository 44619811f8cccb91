using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.AuditLog;

/// <summary>In the archive of a request its events, with the words over which each hash was taken, and what to read first: what lies where, and how all of it is checked without the portal.</summary>
public sealed class EventLogArchivePart(IDbContextFactory<PortalDb> dbs, FormCatalog forms, PortalClock clock) : IArchivePart
{
    private const int AtOnce = 1000;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ArchivePiece> OfAsync(PortalDb db, Actor actor, int requestId)
    {
        var now = clock.Now;
        var request = await db.Requests.SingleAsync(r => r.Id == requestId);
        var subject = request.Facts((await forms.OfAsync(requestId, request.FormVersion)).Letter).Subject;
        var last = await db.Events.Where(e => e.RequestId == requestId).MaxAsync(e => (long?)e.Number) ?? 0;
        var words = string.Format(AuditText.ReadFirst, request.Code, subject, VietTime.DateTime(now), ArchiveFolders.Report, ArchiveFolders.UnitReports, ArchiveFolders.Evidence, ArchiveFolders.Register, ArchiveFolders.EventLog, ArchiveFolders.Sums, ArchiveFolders.Warning);
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(words.Trim().ReplaceLineEndings("\r\n") + "\r\n")];
        yield return new(ArchiveFolders.ReadFirst, now, (output, ct) => output.WriteAsync(bytes, ct).AsTask());
        yield return new(ArchiveFolders.EventLog, now, (output, ct) => CsvWriter.WriteAsync(RowsAsync(actor, requestId, last, ct), output, ct));
    }

    /// <summary>The events, some at a time: a slow line must hold no transaction open.</summary>
    private async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(Actor actor, int requestId, long last, [EnumeratorCancellation] CancellationToken ct)
    {
        yield return
        [
            AuditText.Number, AuditText.LogAt, AuditText.Who, AuditText.LogInPlaceOf, AuditText.What, AuditText.LogUnit, AuditText.LogItem, AuditText.Change,
            AuditText.LogContentHash, AuditText.LogHash, AuditText.LogPreviousHash, AuditText.LogHashedText,
        ];
        await using var db = dbs.CreateDbContext();
        var names = await AuditTrail.NamesAsync(db);
        var units = await db.Submissions.Where(s => s.RequestId == requestId).Join(db.Units, s => s.UnitCode, u => u.Code, (s, u) => new { s.Id, u.Code, u.Name }).ToDictionaryAsync(s => s.Id, s => (s.Code, s.Name), ct);
        for (long done = 0; done < last;)
        {
            var events = await db.Events.AsNoTracking().Where(e => e.RequestId == requestId && e.Number > done && e.Number <= last).OrderBy(e => e.Number).Take(AtOnce).ToListAsync(ct);
            foreach (var e in events)
            {
                (string Code, string Name)? unit = e.SubmissionId is { } report && units.TryGetValue(report, out var found) ? found : null;
                yield return Hidden(actor, e, unit?.Code)
                    ? [$"{e.Number}", "", "", "", AuditText.LogUnitsOwn, "", "", "", "", e.Hash, e.PreviousHash, ""]
                    :
                    [
                        $"{e.Number}", $"{VietTime.Date(e.At)} {VietTime.TimeSeconds(e.At)}", Person(names, e.ActorId), e.InPlaceOf is { } other ? Person(names, other) : "", AuditLogPage.Word(e.Verb.ToString()),
                        unit?.Name ?? "", (e.ItemCode == ItemAnswer.Cover ? AuditText.Cover : e.ItemCode) ?? "", Change(e), e.ContentHash ?? "", e.Hash, e.PreviousHash, e.HashedText,
                    ];
            }

            done = events.Count < AtOnce ? last : events[^1].Number;
        }
    }

    // What a unit does to its own draft is told to its people and to who reads the whole log (workflow §10).
    private static bool Hidden(Actor actor, SubmissionEvent e, string? unitCode) =>
        TrailEntry.OfDrafts.Contains(e.Verb) && !actor.Is(Role.Leader) && !(unitCode is not null && actor.WorksIn(unitCode));

    private static string Person(Dictionary<int, string> names, int id) =>
        id == Actor.Portal.PersonId ? AuditText.LogPortal : string.Format(AuditText.LogPerson, names.GetValueOrDefault(id), id);

    private static string Change(SubmissionEvent e) =>
        e.To is not { } to ? "" : e.From is { } from && from != to ? string.Format(AuditText.FromTo, StateLook.Of(from).Word, StateLook.Of(to).Word) : StateLook.Of(to).Word;
}
