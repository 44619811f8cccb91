using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>What an amendment came to.</summary>
/// <param name="FormVersion">The number of the new form version.</param>
/// <param name="Left">Units of which the coordinator may not ask a supplement himself (rule C): who may is told.</param>
public sealed record AmendedRequest(int FormVersion, IReadOnlyList<string> Left);

/// <summary>Điều chỉnh biểu mẫu: makes a new form version of an open request and brings every report to it, row by row (workflow §7), in one transaction. Every verb on its reports waits for it or is before it.</summary>
public sealed class AmendRequest(Writer writer, FormCatalog forms)
{
    /// <summary>Amends.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="definitionJson">The request's file as it is to be; null for what is being written of it.</param>
    /// <param name="order">On what terms.</param>
    /// <param name="expectedVersion">The request's version as it was seen.</param>
    /// <param name="key">One-time key of the press; the second press of it gets no value and no problem.</param>
    public Task<Outcome<AmendedRequest?>> RunAsync(string requestCode, string? definitionJson, AmendmentOrder order, int expectedVersion, Guid key) =>
        writer.RunAsync<AmendedRequest?>(nameof(AmendRequest), requestCode, key, async work =>
        {
            var opened = await Gate.OpenAsync(work.Db, work.Act.Actor, requestCode, RequestPermission.Run);
            if (opened.Value is not { } request)
            {
                return opened.Problem!;
            }

            if (request.Version != expectedVersion)
            {
                return Problem.Stale(nameof(Problems.StalePage));
            }

            var draft = await work.Db.Drafts.SingleOrDefaultAsync(d => d.RequestId == request.Id);
            if ((definitionJson ?? draft?.Definition) is not { } json)
            {
                return Problem.Invalid(nameof(Problems.DraftNotBegun));
            }

            var read = RequestFile.Parse(json);
            var amendment = read.Value is { } to ? Amendment.Between(await forms.OfAsync(request.Id, request.FormVersion), to) : read.Problem!;
            var terms = amendment.Value is { } step ? order.Terms(step, request, work.Act.At) : amendment.Problem!;
            if (terms.Problem is { } unfit)
            {
                return request.State == RequestState.Open ? unfit : Problem.State(nameof(Problems.RequestNotOpen));
            }

            if (draft is not null)
            {
                work.Db.Drafts.Remove(draft);
            }

            return await AmendAsync(work, request, json, amendment.Value!, terms.Value!);
        });

    private async Task<Outcome<AmendedRequest?>> AmendAsync(Work work, ReportingRequest request, string json, Amendment amendment, AmendmentTerms terms)
    {
        var (db, act) = work;
        if (request.Amend(amendment.To) is { } closed)
        {
            return closed;
        }

        db.FormVersions.Add(new FormVersion(request, terms.Version, json, act.At, act.Actor.PersonId, terms.Reason));
        await LetterUnits.AddMissingAsync(db, amendment.To);
        act.Note(EventVerb.Amended, request.Id, terms.Reason);
        var left = new List<string>();
        foreach (var id in await db.Submissions.Where(s => s.RequestId == request.Id).OrderBy(s => s.Order).Select(s => s.Id).ToListAsync())
        {
            var submission = await Gate.LoadAsync(db, id);
            var barred = await BarredAsync(work, request, submission, terms);
            var documents = submission.EnteringBy is null ? [] : await DraftAsync(db, id);
            if (submission.Amend(act, amendment, await forms.FormsOfAsync(submission), terms, barred, documents) is { } refused)
            {
                return refused;
            }

            submission.Place(amendment.To.Units.First(u => u.Code == submission.UnitCode).Order);
            if (act.Events.Any(e => e.Verb == EventVerb.ReturnLeft && e.SubmissionId == id))
            {
                left.Add(submission.UnitCode);
            }
        }

        var added = amendment.UnitsAdded.Select(u => new Submission(request.Id, u.Code, u.GroupCode!, u.Order, terms.Version, amendment.To.ReportItemsOf(u.Code).Select(i => i.Code), act.At, terms.DueForAdded)).ToList();
        db.Submissions.AddRange(added);
        if (await db.TrySaveAsync() is { } conflict)
        {
            return conflict;
        }

        added.ForEach(s => s.Issued(act));
        return new AmendedRequest(terms.Version, left);
    }

    // Asked for each report: somebody may be barred from one and not from another.
    private static async Task<bool> BarredAsync(Work work, ReportingRequest request, Submission submission, AmendmentTerms terms) => terms.SupplementDue is not null
        && Rights.Check(work.Act.Actor, Permission.Review, await Gate.ReviewFactsAsync(work.Db, work.Act.Actor, submission.Id, submission.UnitCode, request.CoordinatingUnitCode, request.IssuedAt ?? default)) is not null;

    private static async Task<IReadOnlyCollection<EvidenceDocument>> DraftAsync(PortalDb db, int submissionId)
    {
        await db.SetAsideDrafts.Where(d => db.Answers.Any(a => a.Id == d.ItemAnswerId && a.SubmissionId == submissionId)).LoadAsync(); // comes to the items by itself
        return await db.Documents.Where(d => d.SubmissionId == submissionId).ToListAsync();
    }
}
