using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Features.Consolidation;

/// <summary>Reads what the report draws from: only what was sent and counts; drafts are the units' own. Whoever calls has asked whether the person may.</summary>
public static class SourceBook
{
    private const string NumberField = "soKyHieuBaoCao", DayField = "ngayBaoCao";

    /// <summary>Reads all of a request from one snapshot of the database.</summary>
    /// <param name="db">The database; nothing was read through it before.</param>
    /// <param name="forms">The forms.</param>
    /// <param name="requestId">Which request.</param>
    /// <param name="choice">Which answers count.</param>
    /// <param name="now">The instant at which something is overdue.</param>
    public static async Task<ReportSources> ReadAsync(PortalDb db, FormCatalog forms, int requestId, SourceChoice choice, DateTimeOffset now)
    {
        var request = await db.Requests.AsNoTracking().SingleAsync(r => r.Id == requestId);
        var definition = await forms.OfAsync(requestId, request.FormVersion);
        var units = await db.Units.Where(u => db.Submissions.Any(s => s.RequestId == requestId && s.UnitCode == u.Code)).ToDictionaryAsync(u => u.Code, u => u.Name);
        var read = await db.Submissions.Where(s => s.RequestId == requestId)
            .SelectMany(s => s.Answers, (s, a) => new { s.Id, s.UnitCode, s.Order, Item = a.Order, AnswerId = a.Id, a.ItemCode, a.State, a.Unconfirmed, a.SentDocuments })
            .Where(a => a.State != ItemState.Cancelled).OrderBy(a => a.Order).ThenBy(a => a.Item).AsNoTracking().ToListAsync();
        var values = await ValuesAsync(db, forms, requestId, request.FormVersion, read.ToDictionary(a => a.AnswerId, a => a.ItemCode));
        var named = read.DistinctBy(a => a.UnitCode).ToDictionary(a => a.UnitCode, a => new SourceUnit(a.UnitCode, units[a.UnitCode], a.Order));
        var answers = read.ConvertAll(a => values.TryGetValue(a.AnswerId, out var v)
            ? new SourceAnswer(named[a.UnitCode], a.Id, a.ItemCode, a.State, a.Unconfirmed, v.Number, v.Values)
            : new SourceAnswer(named[a.UnitCode], a.Id, a.ItemCode, a.State, a.Unconfirmed, 0, null));
        var documents = read.GroupBy(a => a.Id).ToDictionary(g => g.Key, g => g.Where(a => a.ItemCode != ItemAnswer.Cover).Sum(a => a.SentDocuments));
        return new(definition with { Letter = request.Facts(definition.Letter) }, answers, await SendingsAsync(db, request, named, answers, documents, now), choice);
    }

    /// <summary>The register of documents of what counts, unit by unit while it is read; restricted ones are left out, as for who only watches.</summary>
    /// <param name="db">The database; used until the last line is read, on the thread that reads.</param>
    /// <param name="sources">What counts.</param>
    /// <param name="read">Told after each unit.</param>
    public static IEnumerable<RegisterLine> Evidence(PortalDb db, ReportSources sources, Action? read = null)
    {
        var number = 0;
        foreach (var unit in sources.Answers.GroupBy(a => (a.SubmissionId, a.Unit.Order)).OrderBy(g => g.Key.Order))
        {
            var counted = unit.Where(sources.Counts).Select(a => a.ItemCode).ToHashSet();
            if (counted.Count > 0)
            {
                // Off the request's thread: the letter's writer goes forward only and takes the lines as it comes to them.
                var entries = db.EvidenceAsync(Actor.Portal, unit.Key.SubmissionId, null).GetAwaiter().GetResult();
                foreach (var line in EvidenceRegister.Of(entries.Where(e => counted.Contains(e.ItemCode))).Lines)
                {
                    yield return line with { Number = ++number, Document = line.Document with { UnitName = unit.First().Unit.Name } }; // named as everywhere in the report
                }

                db.ChangeTracker.Clear();
            }

            read?.Invoke();
        }
    }

    private static async Task<Dictionary<int, (int Number, IReadOnlyDictionary<string, string> Values)>> ValuesAsync(PortalDb db, FormCatalog forms, int requestId, int formVersion, Dictionary<int, string> codes)
    {
        var found = new Dictionary<int, (int, IReadOnlyDictionary<string, string>)>();
        var versions = db.Versions.Where(v => db.Answers.Any(a => a.Id == v.ItemAnswerId && a.SentBefore && a.State != ItemState.Cancelled && db.Submissions.Any(s => s.Id == a.SubmissionId && s.RequestId == requestId)))
            .Current(db).Select(v => new { v.ItemAnswerId, v.Number, v.FormVersion, v.Body }).AsAsyncEnumerable();
        await foreach (var version in versions)
        {
            // By the form it was sent with; what the present one does not ask for any more does not count.
            var now = await forms.FormAsync(requestId, codes[version.ItemAnswerId], formVersion);
            found[version.ItemAnswerId] = (version.Number, now is null ? new Dictionary<string, string>()
                : FormFit.Read(await forms.FormAsync(requestId, codes[version.ItemAnswerId], version.FormVersion), now, AnswerContent.FromJson(version.Body).Values));
        }

        return found;
    }

    private static async Task<IReadOnlyList<SendingLine>> SendingsAsync(PortalDb db, ReportingRequest request, Dictionary<string, SourceUnit> units, List<SourceAnswer> answers, Dictionary<int, int> documents, DateTimeOffset now)
    {
        var covers = answers.Where(a => a.ItemCode == ItemAnswer.Cover).ToDictionary(a => a.SubmissionId);
        var unconfirmed = answers.Where(a => a.Unconfirmed).Select(a => a.SubmissionId).ToHashSet();
        var read = await db.Submissions.Where(s => s.RequestId == request.Id).OrderBy(s => s.Order)
            .Select(s => new { s.Id, s.UnitCode, s.Timeliness, s.FirstSentAt, s.ExtendedTo, s.DueAt, Last = s.Packages.Where(p => p.State == PackageState.Sent).Max(p => p.SentAt) }).ToListAsync();
        return [.. read.Select(s => new SendingLine(units[s.UnitCode], covers[s.Id][NumberField],
            DateOnly.TryParse(covers[s.Id][DayField], System.Globalization.CultureInfo.InvariantCulture, out var day) ? day : null,
            s.FirstSentAt, s.Last, s.Timeliness, s.FirstSentAt is null && (s.ExtendedTo ?? s.DueAt ?? request.DeadlineAt) is { } due && due <= now, unconfirmed.Contains(s.Id), documents[s.Id]))];
    }
}
