using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.SignOff;

/// <summary>Duyệt: the head signs the package that he was shown; it is sent in the same breath when nothing is missing on the cover.</summary>
public sealed class SignOffReport(Writer writer, FormCatalog forms)
{
    /// <summary>Signs off.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="shownHash">The hash of the package as it was shown.</param>
    /// <param name="lateExplanation">Why late, where that is asked for.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string shownHash, string? lateExplanation, Guid key) =>
        writer.RunAsync(nameof(SignOffReport), report, Permission.SignOff, key, async (submission, work) =>
            submission.SignOff(work.Act, await forms.FormsOfAsync(submission), shownHash, lateExplanation));
}
