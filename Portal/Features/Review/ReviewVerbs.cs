using Portal.Domain;
using Portal.Domain.Submissions;

namespace Portal.Features.Review;

/// <summary>The verbs of the reviewer's page in one hand; each press has one key, which stays until the press had its answer.</summary>
public sealed class ReviewVerbs(DecideDocument decide, AcceptItem accept, AcceptAll acceptAll, ReturnItem returning)
{
    private Guid key = Guid.NewGuid();

    /// <inheritdoc cref="DecideDocument.RunAsync"/>
    public Task<Problem?> DecideAsync(ReviewedItem item, int documentId, LinkDecision decision, string? reason) =>
        PressAsync(k => decide.RunAsync(item.Report, item.ItemCode, documentId, decision, reason, k));

    /// <inheritdoc cref="AcceptItem.RunAsync"/>
    public Task<Problem?> AcceptAsync(ReviewedItem item) => PressAsync(k => accept.RunAsync(item.Report, item.ItemCode, item.Version, k));

    /// <inheritdoc cref="AcceptAll.RunAsync"/>
    public Task<Outcome<IReadOnlyList<SkippedItem>>> AcceptAllAsync(ReportKey report) => PressAsync(k => acceptAll.RunAsync(report, k));

    /// <inheritdoc cref="ReturnItem.RunAsync"/>
    public Task<Problem?> ReturnAsync(ReviewedItem item, string reason, DateTimeOffset? due) =>
        PressAsync(k => returning.RunAsync(item.Report, item.ItemCode, reason, due, item.Version, k));

    private async Task<T> PressAsync<T>(Func<Guid, Task<T>> verb)
    {
        var answer = await verb(key);
        key = Guid.NewGuid();
        return answer;
    }
}
