using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Evidence;

/// <summary>Asked before a file's bytes are read: may this person put a document here now, and how large may it be?</summary>
public sealed class UploadTarget(Reader reader, FormCatalog forms, EvidenceSettings settings)
{
    /// <summary>What the item takes, or the refusal: not found, not his unit's, locked.</summary>
    public Task<Outcome<ItemEvidence>> RunAsync(ReportKey report, string itemCode) =>
        reader.RunAsync<ItemEvidence>(nameof(UploadTarget), report, Permission.Edit, async (db, _, submissionId) =>
        {
            if (await db.Answers.SingleOrDefaultAsync(a => a.SubmissionId == submissionId && a.ItemCode == itemCode) is not { } item)
            {
                return Problem.NotFound;
            }

            if (item.MayEdit(ItemAnswer.SignedScan) is { } locked)
            {
                return locked;
            }

            var form = await db.Submissions.Where(s => s.Id == submissionId).Select(s => new { s.RequestId, s.FormVersion }).SingleAsync();
            return ItemEvidence.Of((await forms.OfAsync(form.RequestId, form.FormVersion)).Template, itemCode, settings);
        });
}
