using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Search;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Search;

/// <summary>Something that was found.</summary>
/// <param name="Href">Where it stands.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Place">Whose, and of which request.</param>
/// <param name="Parts">The words around what was found; empty where the title says it all.</param>
/// <param name="Exactly">As typed, with all accents.</param>
public sealed record Found(string Href, IReadOnlyList<TextPart> Title, string? Place, IReadOnlyList<TextPart> Parts, bool Exactly);

/// <summary>What was found of one kind: as typed first, then what fits best.</summary>
/// <param name="More">There is more than is shown.</param>
public sealed record FoundKind(SearchKind Kind, IReadOnlyList<Found> Found, bool More);

/// <summary>What was found.</summary>
/// <param name="Enough">What was typed is enough to search for.</param>
public sealed record SearchContent(bool Enough, IReadOnlyList<FoundKind> Kinds);

/// <summary>Searches units, items, answers, documents and people: what was sent, never drafts, and only what the person may see, decided inside the query.</summary>
public sealed class SearchEverything(Reader reader, FormCatalog forms)
{
    private const int Few = 5, Many = 50, Around = 180;
    private const int Candidates = 500; // best matches that are looked up first; more only where too few of them may be shown

    /// <summary>Searches.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="only">One kind alone, with more of it; null for some of each.</param>
    public Task<Outcome<SearchContent>> RunAsync(string? typed, SearchKind? only) => reader.RunAsync<SearchContent>(nameof(SearchEverything), null, async (db, actor) =>
    {
        if (SearchTerms.Parse(typed) is not { } terms)
        {
            return new SearchContent(false, []);
        }

        var size = only is null ? Few : Many;
        var kinds = new List<FoundKind>();
        foreach (var kind in Enum.GetValues<SearchKind>().Where(k => only is null || k == only))
        {
            var found = kind switch
            {
                SearchKind.Unit => await UnitsAsync(db, actor, terms, size + 1),
                SearchKind.Item => await ItemsAsync(db, actor, terms, size + 1),
                SearchKind.Person => await PeopleAsync(db, actor, terms, size + 1),
                _ => await SentAsync(db, actor, terms, kind, size + 1),
            };
            if (found.Count > 0)
            {
                kinds.Add(new(kind, [.. found.Take(size)], found.Count > size));
            }
        }

        return new SearchContent(true, kinds);
    });

    private static async Task<List<Found>> UnitsAsync(PortalDb db, Actor actor, SearchTerms terms, int size)
    {
        var visible = db.Submissions.VisibleTo(actor);
        var administers = actor.Is(Role.Administrator);
        var found = await (
            from m in db.Matches(terms)
            join e in db.SearchEntries on m.Id equals e.Id
            join u in db.Units on e.UnitCode equals u.Code
            where e.Kind == SearchKind.Unit && (administers || visible.Any(s => s.UnitCode == u.Code))
            orderby m.Exactly descending, u.Order
            select new { u.Name, u.LoginCode, m.Exactly, Request = visible.Where(s => s.UnitCode == u.Code).OrderByDescending(s => s.Request.IssuedAt).Select(s => s.Request.Code).FirstOrDefault() })
            .Take(size).ToListAsync();
        return [.. found.Select(f => new Found(f.Request is null ? Urls.Units : Urls.Report(new(f.Request, f.LoginCode)), terms.Mark(f.Name, Around), f.LoginCode, [], f.Exactly))];
    }

    private static async Task<List<Found>> PeopleAsync(PortalDb db, Actor actor, SearchTerms terms, int size)
    {
        if (!actor.Is(Role.Administrator))
        {
            return [];
        }

        var found = await (
            from m in db.Matches(terms)
            join e in db.SearchEntries on m.Id equals e.Id
            join p in db.People on e.PersonId equals p.Id
            join u in db.Units on p.UnitCode equals u.Code
            where e.Kind == SearchKind.Person
            orderby m.Exactly descending, m.Rank, p.Id
            select new { p.Name, Unit = u.Name, m.Exactly })
            .Take(size).ToListAsync();
        return [.. found.Select(f => new Found(Urls.People, terms.Mark(f.Name, Around), f.Unit, [], f.Exactly))];
    }

    // The letters' own words are in memory with the forms: a few dozen lines a request.
    private async Task<List<Found>> ItemsAsync(PortalDb db, Actor actor, SearchTerms terms, int size)
    {
        var whole = (await db.Requests.WhollyVisibleTo(actor).Where(r => r.State != RequestState.Cancelled).OrderByDescending(r => r.IssuedAt).Select(r => new { r.Id, r.Code, r.FormVersion, r.Title }).ToListAsync())
            .Select(r => (r.Id, r.Code, r.FormVersion, r.Title, Unit: (string?)null, Login: (string?)null));
        var own = (await db.Submissions.Where(s => actor.OwnUnits.Contains(s.UnitCode) && s.Request.State != RequestState.Draft && s.Request.State != RequestState.Scheduled)
            .Join(db.Units, s => s.UnitCode, u => u.Code, (s, u) => new { s.RequestId, s.Request.Code, s.FormVersion, s.Request.Title, s.UnitCode, u.LoginCode, s.Request.IssuedAt })
            .OrderByDescending(s => s.IssuedAt).ToListAsync()).Select(s => (Id: s.RequestId, s.Code, s.FormVersion, s.Title, Unit: (string?)s.UnitCode, Login: (string?)s.LoginCode));
        var found = new List<Found>();
        foreach (var (id, code, version, title, unit, login) in own.Concat(whole).ToList())
        {
            var definition = await forms.OfAsync(id, version);
            var items = unit is null ? definition.Items : definition.ReportItemsOf(unit);
            found.AddRange(items.Where(i => terms.In($"{i.Code} {i.Title} {i.Text}")).Select(i => new Found(
                login is null ? Urls.GridOf(code) : Urls.Item(new(code, login), i.Code),
                terms.Mark(i.Title, Around), $"{i.Code} · {title}", terms.Mark(i.Text, Around), terms.ExactlyIn($"{i.Code} {i.Title} {i.Text}"))));
        }

        return [.. found.OrderByDescending(f => f.Exactly).Take(size)];
    }

    private async Task<List<Found>> SentAsync(PortalDb db, Actor actor, SearchTerms terms, SearchKind kind, int size)
    {
        var best = await SentAsync(db, actor, terms, kind, size, db.Matches(terms).OrderByDescending(m => m.Exactly).ThenBy(m => m.Rank).ThenByDescending(m => m.Id).Take(Candidates));
        return best.Count == size || await db.Matches(terms).Take(Candidates + 1).CountAsync() <= Candidates ? best : await SentAsync(db, actor, terms, kind, size, db.Matches(terms));
    }

    private async Task<List<Found>> SentAsync(PortalDb db, Actor actor, SearchTerms terms, SearchKind kind, int size, IQueryable<SearchMatch> matches)
    {
        var current = db.Versions.Current(db);
        var confidential = db.Submissions.ConfidentialTo(actor);
        var found = await (
            from m in matches
            join e in db.SearchEntries on m.Id equals e.Id
            join v in current on e.VersionId equals v.Id
            join a in db.Answers on v.ItemAnswerId equals a.Id
            join s in db.Submissions.VisibleTo(actor) on a.SubmissionId equals s.Id
            join u in db.Units on s.UnitCode equals u.Code
            where e.Kind == kind && a.State != ItemState.Cancelled
            // A document of several items is one; who only watches does not find a restricted one, whichever mark says so.
            where kind != SearchKind.Document || !db.SearchEntries.Any(o => o.DocumentId == e.DocumentId && o.Id < e.Id && current.Any(c => c.Id == o.VersionId))
            where kind != SearchKind.Document || confidential.Any(c => c.Id == s.Id)
                || (!db.Documents.Any(d => d.Id == e.DocumentId && (d.Restricted || d.RestrictedByReviewer))
                    && !db.SearchEntries.Any(o => o.DocumentId == e.DocumentId && o.Restricted && current.Any(c => c.Id == o.VersionId)))
            orderby m.Exactly descending, m.Rank, e.Id descending
            select new { e.Text, m.Exactly, a.ItemCode, s.RequestId, v.FormVersion, Request = s.Request.Code, Unit = u.Name, u.LoginCode })
            .Take(size).ToListAsync();
        var all = new List<Found>();
        foreach (var f in found)
        {
            var title = (await forms.OfAsync(f.RequestId, f.FormVersion)).Items.FirstOrDefault(i => i.Code == f.ItemCode)?.Title ?? SearchText.Cover;
            all.Add(new(Urls.ReportAt(new(f.Request, f.LoginCode), f.ItemCode), [new($"{f.Unit} · {title}", false)], f.ItemCode == ItemAnswer.Cover ? f.LoginCode : $"{f.LoginCode} · {f.ItemCode}", terms.Mark(f.Text, Around), f.Exactly));
        }

        return all;
    }
}
