using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.Inbox;

/// <summary>A notice as it is stored, in the inbox or in the outbox.</summary>
public sealed record NoticeFact(long Id, EventVerb Verb, int RequestId, int? SubmissionId, string? ItemCodes, DateTimeOffset At, bool Unread);

/// <summary>Notices as their reader sees them: names, titles, where each leads him. The same for the inbox and for e-mail.</summary>
public static class NoticeReading
{
    /// <summary>Reads them, in the order given.</summary>
    public static async Task<IReadOnlyList<NoticeLine>> LinesAsync(PortalDb db, FormCatalog forms, Actor reader, IReadOnlyList<NoticeFact> notices)
    {
        var ids = notices.Select(n => n.SubmissionId).OfType<int>().ToList();
        var reports = (await (from s in db.Submissions
                              join u in db.Units on s.UnitCode equals u.Code
                              where ids.Contains(s.Id)
                              select new Place(s.Id, u.Code, u.LoginCode, u.Name, s.ExtendedTo > s.DueAt || s.DueAt == null ? s.ExtendedTo : s.DueAt, s.Answers.Any(a => a.SentBefore && a.State != ItemState.Cancelled),
                                  s.Answers.Where(a => a.State != ItemState.Cancelled && (a.SupplementDue != null || (!a.SentBefore && a.DueAt != null))).Select(a => a.SupplementDue ?? a.DueAt).Min())).ToListAsync()).ToDictionary(p => p.SubmissionId);
        var requestIds = notices.Select(n => n.RequestId).ToHashSet();
        var requests = await db.Requests.Where(r => requestIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id);
        var lines = new List<NoticeLine>();
        foreach (var n in notices)
        {
            var request = requests[n.RequestId];
            var titles = await forms.TitlesAsync(request.Id, request.FormVersion);
            var place = n.SubmissionId is { } id ? reports[id] : null;
            var codes = (n.ItemCodes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
            lines.Add(new(n.Id, n.Verb, place?.UnitName, request.Title, [.. codes.Select(c => new NoticeItem(c, titles.GetValueOrDefault(c)))], n.At, n.Unread,
                Link(reader, n, request.Code, place, codes), Due(place, request.Deadline)));
        }

        return lines;
    }

    private static string Link(Actor reader, NoticeFact n, string requestCode, Place? place, string[] codes)
    {
        if (place is null)
        {
            return n.Verb is EventVerb.ReportSubmitted or EventVerb.ReportRemarked or EventVerb.ReportApproved or EventVerb.ReportSentBack or EventVerb.SendingRecorded or EventVerb.SendingVoided
                ? Urls.ConsolidatedAt(requestCode) : Urls.Request(requestCode);
        }

        var report = new ReportKey(requestCode, place.UnitLogin);
        return n.Verb is EventVerb.SentUp or EventVerb.HeadReminded && reader.Is(Role.Head, place.UnitCode) ? Urls.SignOff(report)
            : n.Verb == EventVerb.ProxySent && reader.Is(Role.Head, place.UnitCode) ? Urls.ConfirmEntry(report)
            : n.Verb is EventVerb.ProxyConfirmed or EventVerb.ProxyObjected ? Urls.Report(report)
            : n.Verb == EventVerb.HeadMissing && reader.Is(Role.Administrator) ? Urls.People
            : n.Verb == EventVerb.Commented ? Urls.TalkOf(report, codes.FirstOrDefault() ?? ItemAnswer.Cover)
            : n.Verb is EventVerb.HeadMissing or EventVerb.LateExplained && !reader.WorksIn(place.UnitCode) ? Urls.Report(report)
            : n.Verb is EventVerb.ExtensionAsked or EventVerb.ReviewerReminded && !reader.WorksIn(place.UnitCode) ? Urls.UrgingOf(requestCode)
            : !reader.WorksIn(place.UnitCode) ? Urls.ReviewAt(requestCode, place.UnitLogin, codes.FirstOrDefault() ?? "")
            : codes.Length == 1 ? Urls.Item(report, codes[0])
            : n.Verb is EventVerb.Reminded or EventVerb.Urged ? Urls.Tasks
            : Urls.Report(report);
    }

    private static string? Due(Place? place, Deadline general) =>
        place is { Sent: true } ? place.SupplementDue is { } due ? VietTime.DateTime(due) : null
        : (place?.OwnDue ?? general.At) is { } at ? DeadlineText.Of(general with { At = at })
        : null;

    private sealed record Place(int SubmissionId, string UnitCode, string UnitLogin, string UnitName, DateTimeOffset? OwnDue, bool Sent, DateTimeOffset? SupplementDue);
}
