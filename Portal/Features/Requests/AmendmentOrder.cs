using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Features.Requests;

/// <summary>What a coordinator says when he amends a form.</summary>
/// <param name="LetterOrReason">The amending letter: number, date, what it says; or why. Units whose report comes back read it.</param>
/// <param name="DueForAdded">Until when added items and units are due; may stay blank where nothing is added, and while the request's own deadline is ahead or it has none.</param>
/// <param name="ReturnWhatWasSent">Ask for a supplement by the new form of what was sent or accepted; else it stays as it was sent.</param>
/// <param name="SupplementDue">Until when that is due; after now.</param>
public sealed record AmendmentOrder(string? LetterOrReason, DateTimeOffset? DueForAdded, bool ReturnWhatWasSent, DateTimeOffset? SupplementDue)
{
    private const int Longest = 2000;

    /// <summary>The order as the verb takes it, or what is wrong with it.</summary>
    internal Outcome<AmendmentTerms> Terms(Amendment amendment, ReportingRequest request, DateTimeOffset at)
    {
        var reason = FieldInput.Clean(LetterOrReason ?? "", keepLines: true);
        if (reason.Length is 0 or > Longest)
        {
            return (reason.Length == 0 ? Problem.Invalid(nameof(Problems.AmendmentReasonNeeded)) : Problem.Invalid(nameof(Problems.AmendmentReasonLong), Longest)).At("letterOrReason");
        }

        if (amendment.Adds && (DueForAdded is { } due ? due <= at || due < request.DeadlineAt : !request.Deadline.Holds(at)))
        {
            return Problem.Invalid(nameof(Problems.AmendmentDueNeeded)).At("dueForAdded");
        }

        if (ReturnWhatWasSent && !(SupplementDue > at))
        {
            return Problem.Invalid(nameof(Problems.SupplementDueInPast)).At("supplementDue");
        }

        return new AmendmentTerms(request.FormVersion + 1, reason, amendment.Adds ? DueForAdded : null, ReturnWhatWasSent ? SupplementDue : null);
    }
}
