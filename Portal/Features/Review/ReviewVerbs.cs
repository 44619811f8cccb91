using Portal.Domain;
using Portal.Domain.Submissions;

namespace Portal.Features.Review;

/// <summary>The verbs of the reviewer's page in one hand; each press has one key, which stays until the press had its answer.</summary>
public sealed class ReviewVerbs(DecideDocument decide, AcceptItem accept, AcceptAll acceptAll, ReturnItem returning, ReturnForSigner returningForSigner)
{
    private Guid key = Guid.NewGuid();

    /// <inheritdoc cref="DecideDocument.RunAsync"/>
    public Task<Problem?> DecideAsync(ReviewedItem item, int documentId, LinkDecision decision, string? reason) =>
        PressAsync(k => decide.RunAsync(item.Report, item.ItemCode, documentId, decision, reason, k));

    /// <inheritdoc cref="AcceptItem.RunAsync"/>
    public Task<Problem?> AcceptAsync(ReviewedItem item) => PressAsync(k => accept.RunAsync(item.Report, item.ItemCode, item.Version, k));

    /// <inheritdoc cref="AcceptAll.RunAsync"/>
    public Task<Outcome<IReadOnlyList<SkippedItem>>> AcceptAllAsync(ReportKey report) => PressAsync(k => acceptAll.RunAsync(report, k));

    /// <summary>Returns the item, or the cover for another signature.</summary>
    public Task<Problem?> ReturnAsync(ReviewedItem item, Supplement asking) => PressAsync(k => asking.WrongSigner
        ? returningForSigner.RunAsync(item.Report, asking.Reason, asking.Due, item.Version, k)
        : returning.RunAsync(item.Report, item.ItemCode, asking.Reason, asking.Due, item.Version, k));

    private async Task<T> PressAsync<T>(Func<Guid, Task<T>> verb)
    {
        var answer = await verb(key);
        key = Guid.NewGuid();
        return answer;
    }
}
