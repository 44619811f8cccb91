using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Who answers whether one item opens again: that depends on where it stands, which is known only once the report is loaded.</summary>
internal static class ReopenGate
{
    /// <summary>The refusal, or null when the actor may answer.</summary>
    public static async Task<Problem?> RefusesAsync(PortalDb db, Actor actor, Submission submission, string itemCode) =>
        submission.Find(itemCode) is { } item ? Rights.CheckReopening(actor, await FactsAsync(db, actor, submission), item.State == ItemState.Included) : Problem.NotFound;

    /// <summary>What of the report decides on who reviews it.</summary>
    public static Task<SubmissionFacts> FactsAsync(PortalDb db, Actor actor, Submission s) =>
        Gate.ReviewFactsAsync(db, actor, s.Id, s.UnitCode, s.Request.CoordinatingUnitCode, s.Request.IssuedAt ?? default);
}
