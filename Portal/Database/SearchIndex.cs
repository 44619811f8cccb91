using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Search;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>Keeps the entries of the search: within the transaction of the deed for whatever a command adds or renames, at start for whatever came another way.</summary>
public sealed class SearchIndex(IDbContextFactory<PortalDb> dbs, FormCatalog forms)
{
    private const int Batch = 500;

    /// <summary>Adds entries for what is about to be saved.</summary>
    /// <param name="db">The context, in the transaction of the deed.</param>
    public async Task FollowAsync(PortalDb db)
    {
        foreach (var version in db.ChangeTracker.Entries<AnswerVersion>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList())
        {
            var item = db.ChangeTracker.Entries<ItemAnswer>().Single(e => e.Entity.Id == version.ItemAnswerId).Entity;
            var submission = db.ChangeTracker.Entries<Submission>().Single(e => e.Entity.Id == item.SubmissionId).Entity;
            db.SearchEntries.AddRange(Of(version, await forms.FormAsync(submission.RequestId, item.ItemCode, version.FormVersion)));
        }

        foreach (var unit in db.ChangeTracker.Entries<Unit>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList())
        {
            Say(db, await db.SearchEntries.SingleOrDefaultAsync(e => e.UnitCode == unit.Code), Of(unit));
        }

        foreach (var person in db.ChangeTracker.Entries<Person>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity).ToList())
        {
            Say(db, person.Id > 0 ? await db.SearchEntries.SingleOrDefaultAsync(e => e.PersonId == person.Id) : null, Of(person));
        }
    }

    /// <summary>Adds what is not there yet: before the first search, and after samples or another program put in rows of their own. A version's key grows, so that only the newer ones are looked at.</summary>
    public async Task CatchUpAsync()
    {
        await using var db = dbs.CreateDbContext();
        db.SearchEntries.AddRange((await db.Units.Where(u => !db.SearchEntries.Any(e => e.UnitCode == u.Code)).ToListAsync()).Select(Of));
        db.SearchEntries.AddRange((await db.People.Where(p => !db.SearchEntries.Any(e => e.PersonId == p.Id)).ToListAsync()).Select(Of));
        await db.SaveChangesAsync();
        for (var last = await db.SearchEntries.MaxAsync(e => e.VersionId) ?? 0; ;)
        {
            db.ChangeTracker.Clear();
            var versions = await db.Versions.Where(v => v.Id > last).OrderBy(v => v.Id).Take(Batch)
                .Join(db.Answers, v => v.ItemAnswerId, a => a.Id, (v, a) => new { Version = v, a.ItemCode, a.SubmissionId })
                .Join(db.Submissions, v => v.SubmissionId, s => s.Id, (v, s) => new { v.Version, v.ItemCode, s.RequestId }).ToListAsync();
            if (versions.Count == 0)
            {
                return;
            }

            foreach (var v in versions)
            {
                db.SearchEntries.AddRange(Of(v.Version, await forms.FormAsync(v.RequestId, v.ItemCode, v.Version.FormVersion)));
            }

            await db.SaveChangesAsync();
            last = versions.Max(v => v.Version.Id);
        }
    }

    private static void Say(PortalDb db, SearchEntry? known, SearchEntry now)
    {
        if (known is null)
        {
            db.SearchEntries.Add(now);
        }
        else
        {
            known.Say(now.Text);
        }
    }

    // An answer is always there, if only with no words: its version is what tells how far the entries go.
    private static IEnumerable<SearchEntry> Of(AnswerVersion version, ItemForm? form)
    {
        var content = version.Content;
        var lines = form is null ? [] : AnswerLines.Of(form, null, content.Values, confidential: false)
            .Where(l => l is { Hidden: false, After: not null, Kind: LineKind.Text or LineKind.Short }).Select(l => l.After!);
        yield return new(SearchKind.Answer, string.Join('\n', lines)) { Version = version };
        foreach (var document in content.Documents)
        {
            var of = document.Description;
            yield return new(SearchKind.Document, string.Join(" · ", new[] { of.Number, of.Summary, of.Issuer, document.FileName }.Where(t => !string.IsNullOrWhiteSpace(t))))
            {
                Version = version,
                DocumentId = document.DocumentId,
                Restricted = of.Restricted,
            };
        }
    }

    private static SearchEntry Of(Unit unit) => new(SearchKind.Unit, string.Join(" · ", new[] { unit.FullName, unit.Name, unit.ShortName, unit.LoginCode }.Distinct())) { UnitCode = unit.Code };

    private static SearchEntry Of(Person person) => new(SearchKind.Person, person.Name) { Person = person };
}
