using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.Inbox;

/// <summary>An item that a notice is about; the cover has no title.</summary>
public sealed record NoticeItem(string Code, string? Title);

/// <summary>One line of the inbox.</summary>
/// <param name="Id">To mark it read.</param>
/// <param name="Verb">What happened.</param>
/// <param name="UnitName">On whose report; null for a whole request.</param>
/// <param name="Request">What the letter asks.</param>
/// <param name="Items">On which items: code and title; the cover by its code.</param>
/// <param name="Href">Where it leads.</param>
public sealed record NoticeLine(long Id, EventVerb Verb, string? UnitName, string Request, IReadOnlyList<NoticeItem> Items, DateTimeOffset At, bool Unread, string Href);

/// <summary>The inbox of one person.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Unread">How many are unread, on all pages.</param>
public sealed record InboxModel(Paged<NoticeLine> Lines, int Unread);

/// <summary>What a person was told, newest first; only his own.</summary>
public sealed class NoticeList(Reader reader, FormCatalog forms)
{
    /// <summary>Reads one page.</summary>
    public Task<Outcome<InboxModel>> RunAsync(int? page) => reader.RunAsync<InboxModel>(nameof(NoticeList), null, async (db, actor) =>
    {
        var own = db.Notices.Where(n => n.PersonId == actor.PersonId);
        var total = await own.CountAsync();
        var at = Paging.Page(page, total);
        var notices = await own.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Skip(Paging.Before(at)).Take(Paging.Size).ToListAsync();
        var ids = notices.Select(n => n.SubmissionId).OfType<int>().ToList();
        var reports = (await (from s in db.Submissions
                              join u in db.Units on s.UnitCode equals u.Code
                              where ids.Contains(s.Id)
                              select new Place(s.Id, u.Code, u.LoginCode, u.Name)).ToListAsync()).ToDictionary(p => p.SubmissionId);
        var requestIds = notices.Select(n => n.RequestId).ToHashSet();
        var requests = await db.Requests.Where(r => requestIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id);
        var lines = new List<NoticeLine>();
        foreach (var n in notices)
        {
            var request = requests[n.RequestId];
            var titles = (await forms.OfAsync(request.Id, request.FormVersion)).Items.ToDictionary(i => i.Code, i => i.Title);
            var place = n.SubmissionId is { } id ? reports[id] : null;
            var codes = (n.ItemCodes ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
            lines.Add(new(n.Id, n.Verb, place?.UnitName, request.Title, [.. codes.Select(c => new NoticeItem(c, titles.GetValueOrDefault(c)))], n.At, n.ReadAt is null, Link(actor, n, request.Code, place, codes)));
        }

        return new InboxModel(new(lines, at, total), await own.CountAsync(n => n.ReadAt == null));
    });

    private static string Link(Actor actor, Notice n, string requestCode, Place? place, string[] codes)
    {
        if (place is null)
        {
            return Urls.Request(requestCode);
        }

        var report = new ReportKey(requestCode, place.UnitLogin);
        return n.Verb == EventVerb.SentUp && actor.Is(Role.Head, place.UnitCode) ? Urls.SignOff(report)
            : n.Verb == EventVerb.Commented ? Urls.TalkOf(report, codes.FirstOrDefault() ?? ItemAnswer.Cover)
            : !actor.WorksIn(place.UnitCode) ? Urls.ReviewAt(requestCode, place.UnitLogin, codes.FirstOrDefault() ?? "")
            : codes.Length == 1 ? Urls.Item(report, codes[0])
            : Urls.Report(report);
    }

    private sealed record Place(int SubmissionId, string UnitCode, string UnitLogin, string UnitName);
}
