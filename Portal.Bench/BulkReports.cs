using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Demo;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Files;
using Portal.Platform.Identity;

namespace Portal.Bench;

/// <summary>Many reports at once: the domain's own verbs, saved fifty reports at a time. No notices are made, and all documents share one file.</summary>
internal sealed class BulkReports(IDbContextFactory<PortalDb> dbs, EvidenceStore store, Random random)
{
    private const int Batch = 50;

    /// <summary>Answers the reports of one request that has just been issued.</summary>
    public async Task RunAsync(RequestDefinition letter, DateTimeOffset from)
    {
        using var bytes = new MemoryStream(SamplePdf.Write("Portal.Bench", ["Portal.Bench"]));
        var file = (await store.SaveAsync(bytes, "bench.pdf", EvidenceLimits.Default, CancellationToken.None)).Value!;
        int[] ids;
        await using (var db = dbs.CreateDbContext())
        {
            ids = await db.Submissions.Where(s => s.Request.Code == letter.Code && s.UnitCode != letter.CoordinatingUnitCode).OrderBy(s => s.Order).Select(s => s.Id).ToArrayAsync();
        }

        foreach (var batch in ids.Chunk(Batch))
        {
            await SaveAsync(letter, from, batch, file);
        }
    }

    private async Task SaveAsync(RequestDefinition letter, DateTimeOffset from, int[] ids, StoredFile file)
    {
        await using var db = dbs.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var submissions = await db.Submissions.AsSplitQuery().Where(s => ids.Contains(s.Id)).OrderBy(s => s.Order)
            .Include(s => s.Request).Include(s => s.Packages)
            .Include(s => s.Answers).ThenInclude(a => a.Values)
            .Include(s => s.Answers).ThenInclude(a => a.Links).ThenInclude(l => l.Document)
            .Include(s => s.Answers).ThenInclude(a => a.Versions).ToListAsync();
        var actors = await ActorsAsync(db, submissions, from);
        var started = submissions.Where(s => BenchAnswers.EndOf(s.Order) is not null)
            .Select(s => (Report: s, Document: new EvidenceDocument(s.Id, file.Sha256, file.Size, file.FileName, file.Kind.MediaType, NewAct(actors[(s.UnitCode, Role.Officer)], from)))).ToList();
        db.Documents.AddRange(started.Select(s => s.Document));
        await db.SaveChangesAsync(); // the events name the documents by their keys
        var acts = new List<Act>();
        foreach (var (k, (report, document)) in started.Index())
        {
            var at = from.AddSeconds(k);
            Act By(string unit, Role role, int day)
            {
                acts.Add(NewAct(actors[(unit, role)], at.AddDays(day)));
                return acts[^1];
            }

            Play(letter, report, document, By);
        }

        await db.SaveChangesAsync();
        var head = await db.LockChainAsync(ChainHead.Events);
        foreach (var e in acts.SelectMany(a => a.Events))
        {
            e.Chain(head.Number + 1, head.Hash);
            (head.Number, head.Hash) = (e.Number, e.Hash);
            db.Events.Add(e);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private void Play(RequestDefinition letter, Submission report, EvidenceDocument document, Func<string, Role, int, Act> by)
    {
        var end = BenchAnswers.EndOf(report.Order)!.Value;
        var figure = random.Next(1, 21);
        var fill = by(report.UnitCode, Role.Officer, 0);
        foreach (var item in report.Answers.OrderBy(a => a.Order))
        {
            var form = letter.Template.Form(item.ItemCode)!;
            foreach (var (path, text) in BenchAnswers.Of(form, figure, random, all: true))
            {
                var field = form.At(path);
                Must(item.Edit(report, fill, path, field is null || path.EndsWith(AnswerSheet.OrderKey) ? text : FieldInput.Parse(field, text).Value, 0, Seed.NextGuid(random)).Problem);
            }

            Must(item.IsCover ? null : item.Attach(report, fill, document, 20));
        }

        Must(report.Describe(fill, document.Id, new(EvidenceKind.Other, null, null, null, report.UnitCode), document.Version).Problem);
        if (end >= SampleEnd.WithHead)
        {
            Must(report.SendUp(by(report.UnitCode, Role.Officer, 1), letter.Template, null));
        }

        if (end >= SampleEnd.Sent)
        {
            Must(report.SignOff(by(report.UnitCode, Role.Head, 2), letter.Template, report.UnderWay!.Hash, null));
        }

        if (end == SampleEnd.Returned)
        {
            var review = by(letter.CoordinatingUnitCode, Role.Coordinator, 3);
            Must(report.Return(review, report.Items.Last().ItemCode, document.FileName, review.At.AddDays(3), 1));
        }

        if (end >= SampleEnd.Returned)
        {
            Must(report.AcceptAll(by(letter.CoordinatingUnitCode, Role.Coordinator, 4), letter.Template).Problem);
        }
    }

    private static async Task<Dictionary<(string Unit, Role Role), Actor>> ActorsAsync(PortalDb db, List<Submission> submissions, DateTimeOffset at)
    {
        var units = submissions.Select(s => s.UnitCode).Append(submissions[0].Request.CoordinatingUnitCode).ToHashSet();
        var holders = await db.RoleAssignments.Where(r => units.Contains(r.UnitCode)).Select(r => new { r.UnitCode, r.Role, r.PersonId }).ToListAsync();
        var actors = new Dictionary<(string, Role), Actor>();
        foreach (var holder in holders)
        {
            var user = new CurrentUser();
            user.Become(holder.PersonId);
            actors[(holder.UnitCode, holder.Role)] = (await user.ReadAsync(db, at))!;
        }

        return actors;
    }

    private Act NewAct(Actor actor, DateTimeOffset at) => new(actor, at, Seed.NextGuid(random));

    private static void Must(Problem? problem)
    {
        if (problem is not null)
        {
            throw new InvalidOperationException(problem.Text);
        }
    }
}
