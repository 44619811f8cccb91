using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Files;

namespace Portal.Features.Reports;

/// <summary>What a line of a verification is about.</summary>
public enum CheckedKind
{
    /// <summary>What one item said.</summary>
    Item,
    /// <summary>The package as a whole.</summary>
    Package,
    /// <summary>The bytes of a document.</summary>
    Document,
    /// <summary>The bytes of documents that the reader may not know of, together.</summary>
    Hidden,
    /// <summary>An event of the sending, in its chain.</summary>
    Event,
}

/// <summary>What came of it.</summary>
public enum CheckResult
{
    /// <summary>Khớp.</summary>
    Same,
    /// <summary>Something else than was sent.</summary>
    Differs,
    /// <summary>Not there any more.</summary>
    Missing,
    /// <summary>There, but it cannot be read.</summary>
    Unreadable,
}

/// <summary>One line of a verification.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Result">What came of it.</param>
/// <param name="ItemCode">Of which item.</param>
/// <param name="FileName">Of which document.</param>
/// <param name="Number">The event's number, or how many documents.</param>
public sealed record CheckedLine(CheckedKind Kind, CheckResult Result, string? ItemCode = null, string? FileName = null, long Number = 0);

/// <summary>A verification: when, and every line.</summary>
public sealed record ReceiptVerdict(DateTimeOffset At, IReadOnlyList<CheckedLine> Lines);

/// <summary>Kiểm tra lại: recomputes every hash of a receipt from what is stored now: each item's body, the package, each document's bytes, and the events of the sending with their neighbours in the chain.</summary>
public sealed class ReceiptCheck(Reader reader, EvidenceStore store, PortalClock clock)
{
    private static readonly EventVerb[] OfSending = [EventVerb.SentUp, EventVerb.SignedOff, EventVerb.Sent, EventVerb.Resent, EventVerb.ProxySent];

    /// <summary>Verifies.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="package">Which package.</param>
    /// <returns>Every line; not found while the package was not sent.</returns>
    public Task<Outcome<ReceiptVerdict>> RunAsync(ReportKey report, int package) =>
        reader.RunAsync<ReceiptVerdict>(nameof(ReceiptCheck), report, Permission.See, async (db, actor, id) =>
        {
            if (await db.Packages.SingleOrDefaultAsync(p => p.SubmissionId == id && p.Number == package) is not { SentAt: not null } p)
            {
                return Problem.NotFound;
            }

            var events = await db.Events.Where(e => e.SubmissionId == id && OfSending.Contains(e.Verb) && (e.At == p.SentAt || e.At == p.SignedOffAt || e.At == p.SentUpAt)).OrderBy(e => e.Number).ToListAsync();
            var sent = events.Where(e => e.At == p.SentAt && e.Verb is EventVerb.Sent or EventVerb.Resent or EventVerb.ProxySent && e.ItemCode is not null).ToDictionary(e => e.ItemCode!);
            var versions = await db.Answers.Where(a => a.SubmissionId == id).OrderBy(a => a.Order)
                .SelectMany(a => a.Versions.Where(v => v.PackageNumber == package), (a, v) => new { a.ItemCode, a.Order, Version = v }).ToDictionaryAsync(v => v.ItemCode);
            var order = await db.Answers.Where(a => a.SubmissionId == id).ToDictionaryAsync(a => a.ItemCode, a => a.Order);
            var sight = await DocumentSight.OfAsync(db, actor, id);

            var lines = new List<CheckedLine>();
            foreach (var code in sent.Keys.Union(versions.Keys).OrderBy(c => order.GetValueOrDefault(c)))
            {
                var version = versions.GetValueOrDefault(code)?.Version;
                var now = version is null ? null : AnswerContent.Hash(version.Body);
                lines.Add(new(CheckedKind.Item, version is null ? CheckResult.Missing : now == version.Hash && sent.GetValueOrDefault(code)?.ContentHash == now ? CheckResult.Same : CheckResult.Differs, code));
            }

            var whole = AnswerContent.Hash(string.Join('\n', versions.Values.OrderBy(v => v.Order).Select(v => $"{v.ItemCode} {AnswerContent.Hash(v.Version.Body)}")));
            lines.Add(new(CheckedKind.Package, whole == p.Hash ? CheckResult.Same : CheckResult.Differs));
            await AddDocumentsAsync(lines, [.. versions.Values.OrderBy(v => v.Order).SelectMany(v => DocumentsOf(v.Version).Select(d => (v.ItemCode, d)))], sight);
            await AddEventsAsync(lines, db, events);
            return new ReceiptVerdict(clock.Now, lines);
        });

    // A body that was damaged names no documents: its item differs already.
    private static IReadOnlyList<VersionDocument> DocumentsOf(AnswerVersion version)
    {
        try
        {
            return version.Content.Documents;
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private async Task AddDocumentsAsync(List<CheckedLine> lines, IReadOnlyList<(string ItemCode, VersionDocument Document)> documents, DocumentSight sight)
    {
        var hidden = new List<CheckResult>();
        foreach (var (item, document) in documents)
        {
            var result = await RehashAsync(document.Sha256);
            if (sight.Shows(document))
            {
                lines.Add(new(CheckedKind.Document, result, item, document.FileName));
            }
            else
            {
                hidden.Add(result);
            }
        }

        lines.AddRange(hidden.GroupBy(r => r).OrderBy(g => g.Key).Select(g => new CheckedLine(CheckedKind.Hidden, g.Key, Number: g.Count())));
    }

    private async Task<CheckResult> RehashAsync(string sha256)
    {
        try
        {
            return !store.Exists(sha256) ? CheckResult.Missing : await store.RehashAsync(sha256) == sha256 ? CheckResult.Same : CheckResult.Differs;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return CheckResult.Unreadable;
        }
        catch (ArgumentException)
        {
            return CheckResult.Differs; // what stands there is no hash any more
        }
    }

    private static async Task AddEventsAsync(List<CheckedLine> lines, PortalDb db, List<SubmissionEvent> events)
    {
        var beside = events.SelectMany(e => new[] { e.Number - 1, e.Number + 1 }).Distinct().ToList();
        var around = await db.Events.Where(e => beside.Contains(e.Number)).Select(e => new { e.Number, e.Hash, e.PreviousHash }).ToDictionaryAsync(e => e.Number);
        var last = await db.ChainHeads.Where(h => h.Name == ChainHead.Events).Select(h => new { h.Number, h.Hash }).SingleAsync();
        foreach (var e in events)
        {
            var before = e.Number == 1 ? SubmissionEvent.Genesis : around.GetValueOrDefault(e.Number - 1)?.Hash;
            var after = e.Number == last.Number ? last.Hash : around.GetValueOrDefault(e.Number + 1)?.PreviousHash;
            lines.Add(new(CheckedKind.Event, e.ComputeHash() == e.Hash && e.PreviousHash == before && e.Hash == after ? CheckResult.Same : CheckResult.Differs, e.ItemCode, Number: e.Number));
        }

        // A number that is gone between the first and the last of one press.
        foreach (var press in events.GroupBy(e => e.CommandId))
        {
            var known = press.Select(e => e.Number).ToHashSet();
            for (var number = known.Min(); number < known.Max(); number++)
            {
                if (!known.Contains(number) && !around.ContainsKey(number))
                {
                    lines.Add(new(CheckedKind.Event, CheckResult.Missing, Number: number));
                }
            }
        }
    }
}
