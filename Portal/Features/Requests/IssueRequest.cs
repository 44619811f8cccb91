using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Phát hành: opens a draft, makes one report for each unit and tells it. The second press changes nothing.</summary>
public sealed class IssueRequest(Writer writer, FormCatalog forms)
{
    /// <summary>Issues it.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="pastDeadlineConfirmed">The deadline has passed and the coordinator knows.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, bool pastDeadlineConfirmed, Guid key) =>
        (await writer.RunAsync<bool>(nameof(IssueRequest), requestCode, key, async work =>
        {
            var (db, act) = work;
            if (await db.Requests.VisibleTo(act.Actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode) is not { } request)
            {
                return Problem.NotFound;
            }

            if (!act.Actor.Is(Role.Coordinator, request.CoordinatingUnitCode))
            {
                return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
            }

            if (request.State == RequestState.Open)
            {
                return true;
            }

            var frozen = await FreezeAsync(db, request);
            if ((frozen.Problem ?? request.Issue(act.At, pastDeadlineConfirmed)) is { } problem)
            {
                return problem;
            }

            var letter = frozen.Value ?? await forms.OfAsync(request.Id, request.FormVersion);
            var units = letter.Units.Select(u => u.Code).ToList();
            var known = await db.Units.Where(u => units.Contains(u.Code)).Select(u => u.Code).ToHashSetAsync();
            if (letter.Units.Where(u => !known.Contains(u.Code)).Select(u => u.Name).ToList() is { Count: > 0 } foreign)
            {
                return Problem.Invalid(nameof(Problems.UnitsNotHere), string.Join("; ", foreign));
            }

            var submissions = letter.Units
                .Select((u, k) => new Submission(request.Id, u.Code, u.GroupCode!, k + 1, request.FormVersion, letter.ReportItemsOf(u.Code).Select(i => i.Code), act.At))
                .ToList();
            db.Submissions.AddRange(submissions);
            if (await db.TrySaveAsync() is { } conflict)
            {
                return conflict;
            }

            act.Note(EventVerb.Issued, request.Id);
            submissions.ForEach(s => s.Issued(act));
            return true;
        })).Problem;

    /// <summary>What was written becomes the form version that is issued; nothing where the version that stands is.</summary>
    private static async Task<Outcome<RequestDefinition?>> FreezeAsync(PortalDb db, ReportingRequest request)
    {
        if (await db.Drafts.Include(d => d.Request).SingleOrDefaultAsync(d => d.RequestId == request.Id) is not { } draft)
        {
            return default(RequestDefinition);
        }

        var frozen = draft.Freeze(request.FormVersion + 1);
        if (frozen.Problem is { } missing)
        {
            return missing;
        }

        db.FormVersions.Add(frozen.Value!);
        db.Drafts.Remove(draft);
        return RequestFile.Parse(frozen.Value!.Definition).Value;
    }
}
