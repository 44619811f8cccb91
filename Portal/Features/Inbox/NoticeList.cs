using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
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
/// <param name="Due">Until when the report, or what was returned of it, is asked for; null where nothing is.</param>
public sealed record NoticeLine(long Id, EventVerb Verb, string? UnitName, string Request, IReadOnlyList<NoticeItem> Items, DateTimeOffset At, bool Unread, string Href, string? Due);

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
        var lines = await NoticeReading.LinesAsync(db, forms, actor, [.. notices.Select(n => new NoticeFact(n.Id, n.Verb, n.RequestId, n.SubmissionId, n.ItemCodes, n.At, n.ReadAt is null))]);
        return new InboxModel(new(lines, at, total), await own.CountAsync(n => n.ReadAt == null));
    });
}
