using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>An item that was left out, and why.</summary>
public sealed record SkippedItem(string ItemCode, string Why);

/// <summary>Tiếp nhận tất cả: every item of one unit that fits and on which nothing is open; the others are named with the reason.</summary>
public sealed class AcceptAll(Writer writer, FormCatalog forms)
{
    /// <summary>Accepts what fits.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>What was skipped; nothing for a press that has had its effect already.</returns>
    public Task<Outcome<IReadOnlyList<SkippedItem>>> RunAsync(ReportKey report, Guid key) =>
        writer.RunAsync<IReadOnlyList<SkippedItem>>(nameof(AcceptAll), report, Permission.Review, key, async (submission, work) =>
        {
            var accepted = submission.AcceptAll(work.Act, await forms.SentFormsOfAsync(submission));
            return new(accepted.Value?.Select(s => new SkippedItem(s.ItemCode, s.Why.Text)).ToList(), accepted.Problem);
        });
}
