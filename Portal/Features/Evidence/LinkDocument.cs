using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Files;

namespace Portal.Features.Evidence;

/// <summary>Puts a document of the report on one more item (dùng chung), or back where it was taken off.</summary>
public sealed class LinkDocument(Writer writer, FormCatalog forms, EvidenceSettings settings)
{
    /// <summary>Links; where it stands already nothing changes.</summary>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, int documentId, Guid key) =>
        writer.RunAsync(nameof(LinkDocument), report, Permission.Edit, key, async (submission, work) =>
        {
            var document = await work.Db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.SubmissionId == submission.Id);
            if (submission.Find(itemCode) is not { } item || document is null || !submission.HasInHand(document))
            {
                return Problem.NotFound;
            }

            var takes = ItemEvidence.Of(await forms.FormsOfAsync(submission), itemCode, settings);
            var kind = Enum.GetValues<FileKind>().First(k => k.MediaType == document.MediaType);
            return takes.Takes(kind, document.FileName) ?? item.Attach(submission, work.Act, document, takes.MaxFiles);
        });
}
