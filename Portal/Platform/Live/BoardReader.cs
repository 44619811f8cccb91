using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Notices;
using Portal.Domain.Progress;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Platform.Live;

/// <summary>Reads for the boards, each time from one snapshot of the database: no answers, no people.</summary>
public sealed class BoardReader(IDbContextFactory<PortalDb> dbs, FormCatalog forms)
{
    /// <summary>The number of the last event of all requests: one small query tells whether any board has something to read.</summary>
    public async Task<long> HeadAsync()
    {
        await using var db = dbs.CreateDbContext();
        return await db.ChainHeads.Where(h => h.Name == ChainHead.Events).Select(h => h.Number).SingleAsync();
    }

    /// <summary>Counts a request afresh.</summary>
    public async Task<BoardState> LoadAsync(int requestId)
    {
        await using var db = dbs.CreateDbContext();
        await db.BeginSnapshotAsync();
        var request = await db.Requests.AsNoTracking().SingleAsync(r => r.Id == requestId);
        var definition = await forms.OfAsync(requestId, request.FormVersion);
        var kinds = definition.Units.ToDictionary(u => u.Code, u => u.Kind);
        var units = await db.Units.AsNoTracking().Where(u => db.Submissions.Any(s => s.RequestId == requestId && s.UnitCode == u.Code)).ToListAsync();
        var sentUp = await db.ReportSendings.AnyAsync(s => s.RequestId == requestId && s.VoidedAt == null);
        var empty = new BoardState(new BoardRequest(request.Id, request.Code, request.Title, request.CoordinatingUnitCode, request.Deadline, request.IssuedAt,
            [.. definition.Groups.OrderBy(g => g.Order).Select(g => new BoardGroup(g.Code, g.Order, g.Title))],
            units.ToDictionary(u => u.Code, u => new BoardUnit(u.Code, u.LoginCode, u.Name, u.ShortName, kinds.GetValueOrDefault(u.Code, ""))))
        {
            Items = [.. definition.Items.Select(i => new BoardItem(i.Code, i.GroupCode, i.Title, i.Kind is ItemKind.Duty) { Done = i.Kind is ItemKind.Duty && sentUp })],
        });
        return empty.Apply(new(0, await EventsAsync(db, requestId, 0), await ReportsAsync(db, db.Submissions.Where(s => s.RequestId == requestId))));
    }

    /// <summary>Reads what followed the last event that the board knows: the events, and where the reports stand that they touch.</summary>
    /// <returns>What to take in; null when the request itself changed, or got new reports, so that it is to be loaded afresh.</returns>
    public async Task<BoardUpdate?> AfterAsync(int requestId, long number)
    {
        await using var db = dbs.CreateDbContext();
        await db.BeginSnapshotAsync();
        var events = await EventsAsync(db, requestId, number);
        if (events.Any(e => e.SubmissionId is null))
        {
            return null;
        }

        var touched = events.Select(e => e.SubmissionId!.Value).Distinct().ToList();
        return new(number, events, touched.Count == 0 ? [] : await ReportsAsync(db, db.Submissions.Where(s => touched.Contains(s.Id))));
    }

    private static Task<List<BoardEvent>> EventsAsync(PortalDb db, int requestId, long after) =>
        db.Events.Where(e => e.RequestId == requestId && e.Number > after).OrderBy(e => e.Number)
            .Select(e => new BoardEvent(e.Number, e.At, e.CommandId, e.Verb, e.SubmissionId, e.ItemCode, e.From, e.To) { OfSent = e.ContentHash != null }).ToListAsync();

    private static async Task<List<ReportProgress>> ReportsAsync(PortalDb db, IQueryable<Submission> submissions)
    {
        var read = await submissions.Select(s => new
        {
            s.Id,
            s.UnitCode,
            s.GroupCode,
            s.Order,
            s.Version,
            s.Timeliness,
            s.FirstSentAt,
            s.ExtendedTo,
            s.DueAt,
            Items = s.Answers.OrderBy(a => a.Order).Select(a => new ItemProgress(a.ItemCode, a.State, a.SentBefore, a.Version, a.SupplementDue ?? (a.SentBefore || a.State == ItemState.Cancelled ? null : a.DueAt)) { Unconfirmed = a.Unconfirmed, Since = a.StateSince, Resolution = a.SentResolution, Documents = a.SentDocuments }).ToList(),
            Urgings = db.Urgings.Count(u => u.SubmissionId == s.Id && u.Target != ReminderTarget.Reviewer),
        }).ToListAsync();
        return [.. read.Select(s => new ReportProgress(s.Id, s.UnitCode, s.GroupCode, s.Order, s.Version, s.Timeliness, s.FirstSentAt, s.ExtendedTo, s.Items, s.Urgings, s.DueAt))];
    }
}
