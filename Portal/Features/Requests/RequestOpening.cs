using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>What issuing does, pressed by hand or at the hour that was set.</summary>
internal static class RequestOpening
{
    /// <summary>Opens a request that is not open yet: one report and one notice for each unit.</summary>
    /// <param name="work">The command; its transaction is open and its actor may.</param>
    /// <param name="request">Draft or Scheduled, tracked.</param>
    /// <param name="letter">Its form version.</param>
    /// <param name="pastDeadlineConfirmed">The deadline has passed and the coordinator knows.</param>
    public static async Task<Problem?> OpenAsync(Work work, ReportingRequest request, RequestDefinition letter, bool pastDeadlineConfirmed)
    {
        var (db, act) = work;
        var units = letter.Units.Select(u => u.Code).ToList();
        var known = await db.Units.Where(u => units.Contains(u.Code)).Select(u => u.Code).ToHashSetAsync();
        if (letter.Units.Where(u => !known.Contains(u.Code)).Select(u => u.Name).ToList() is { Count: > 0 } foreign)
        {
            return Problem.Invalid(nameof(Problems.UnitsNotHere), string.Join("; ", foreign));
        }

        if (request.Issue(act.At, pastDeadlineConfirmed) is { } problem)
        {
            return problem;
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
        return null;
    }

    /// <summary>The form version that is to be issued: what was written becomes one when nothing is missing in it; where nothing is being written, the one that stands.</summary>
    /// <param name="db">The command's context.</param>
    /// <param name="request">Draft, tracked.</param>
    /// <param name="forms">Knows the one that stands.</param>
    public static async Task<Outcome<RequestDefinition>> StandingAsync(PortalDb db, ReportingRequest request, FormCatalog forms)
    {
        if (await db.Drafts.Include(d => d.Request).SingleOrDefaultAsync(d => d.RequestId == request.Id) is not { } draft)
        {
            return await forms.OfAsync(request.Id, request.FormVersion);
        }

        var frozen = draft.Freeze(request.FormVersion + 1);
        if (frozen.Problem is { } missing)
        {
            return missing;
        }

        db.FormVersions.Add(frozen.Value!);
        db.Drafts.Remove(draft);
        return RequestFile.Parse(frozen.Value!.Definition);
    }
}
