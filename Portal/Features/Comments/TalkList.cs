using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.Comments;

/// <summary>What is said about one item.</summary>
/// <param name="Title">The item's title; null for the cover.</param>
/// <param name="Open">How many comments are open.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Text">The last one, in whole.</param>
/// <param name="Author">Who said it.</param>
/// <param name="AuthorUnit">Of which unit.</param>
/// <param name="At">When.</param>
public sealed record TalkThread(ReportKey Report, string UnitName, string ItemCode, string? Title, int Open, int Count, string Text, string Author, string AuthorUnit, DateTimeOffset At);

/// <summary>The threads of one page.</summary>
/// <param name="Threads">Last spoken first.</param>
/// <param name="Open">How many threads are open, on all pages.</param>
/// <param name="All">How many there are.</param>
public sealed record TalkModel(Paged<TalkThread> Threads, int Open, int All);

/// <summary>What is talked about: of the person's own units; for coordinators and leaders of all reports whose talk they may read.</summary>
public sealed class TalkList(Reader reader, FormCatalog forms)
{
    /// <summary>Reads one page.</summary>
    /// <param name="all">Also what is resolved.</param>
    /// <param name="page">Which page.</param>
    public Task<Outcome<TalkModel>> RunAsync(bool all, int? page) => reader.RunAsync<TalkModel>(nameof(TalkList), null, async (db, actor) =>
    {
        if (Rights.CheckTalk(actor) is { } refusal)
        {
            return refusal;
        }

        var (open, total) = (await db.TalkedAbout(actor, openOnly: true).CountAsync(), await db.TalkedAbout(actor, openOnly: false).CountAsync());
        var at = Paging.Page(page, all ? total : open);
        var items = await (from a in db.TalkedAbout(actor, openOnly: !all)
                           join s in db.Submissions on a.SubmissionId equals s.Id
                           join u in db.Units on s.UnitCode equals u.Code
                           orderby a.Comments.Max(c => c.Id) descending
                           select new
                           {
                               a.ItemCode,
                               s.RequestId,
                               a.FormVersion,
                               RequestCode = s.Request.Code,
                               u.LoginCode,
                               u.Name,
                               Open = a.Comments.Count(c => c.ResolvedAt == null),
                               Count = a.Comments.Count,
                               Last = a.Comments.Max(c => c.Id),
                           }).Skip(Paging.Before(at)).Take(Paging.Size).ToListAsync();
        var last = items.Select(i => i.Last).ToList();
        var said = await (from c in db.Comments
                          where last.Contains(c.Id)
                          join p in db.People on c.AuthorId equals p.Id
                          join u in db.Units on p.UnitCode equals u.Code
                          select new { c.Id, c.Text, c.At, Author = p.Name, Unit = u.Name }).ToDictionaryAsync(c => c.Id);
        var threads = new List<TalkThread>();
        foreach (var i in items)
        {
            var title = (await forms.OfAsync(i.RequestId, i.FormVersion)).Items.FirstOrDefault(x => x.Code == i.ItemCode)?.Title;
            var c = said[i.Last];
            threads.Add(new(new(i.RequestCode, i.LoginCode), i.Name, i.ItemCode, title, i.Open, i.Count, c.Text, c.Author, c.Unit, c.At));
        }

        return new TalkModel(new(threads, at, all ? total : open), open, total);
    });
}
