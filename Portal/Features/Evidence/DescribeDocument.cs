using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Evidence;

/// <summary>Says what a document is: number, day, issuer and summary, or a description.</summary>
public sealed class DescribeDocument(Writer writer, FormCatalog forms)
{
    /// <summary>Describes.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="documentId">Which document.</param>
    /// <param name="typed">What was typed, with the version seen.</param>
    /// <param name="key">One-time key of this saving.</param>
    /// <returns>The document with its new version; null when the same saving came twice.</returns>
    public Task<Outcome<DocumentAnswer>> RunAsync(ReportKey report, int documentId, Description typed, Guid key) =>
        writer.RunAsync<DocumentAnswer>(nameof(DescribeDocument), report, Permission.Edit, key, async (submission, work) =>
        {
            if (submission.DocumentOf(documentId) is null)
            {
                return Problem.NotFound;
            }

            var questions = (await forms.FormsOfAsync(submission)).Items.Values.Select(f => f.Evidence).FirstOrDefault(e => e is not null)?.FileFields ?? [];
            var description = typed.Read(questions);
            if (description.Problem is { } wrong)
            {
                return wrong;
            }

            var described = submission.Describe(work.Act, documentId, description.Value!, typed.Version);
            return described.Problem is { } refused ? refused : DocumentAnswer.Of(report, described.Value!);
        });
}
