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
}
