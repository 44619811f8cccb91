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
    /// <summary>What the item takes, or the refusal: not found, not his unit's, locked, no room.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="bytes">How large the file will be; 0 when it is under way already.</param>
    public Task<Outcome<ItemEvidence>> RunAsync(ReportKey report, string itemCode, long bytes = 0) =>
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

            var of = await db.Submissions.Where(s => s.Id == submissionId).Select(s => new { s.RequestId, s.UnitCode }).SingleAsync();
            var takes = ItemEvidence.Of((await forms.OfAsync(of.RequestId, item.FormVersion)).Template, itemCode, settings);
            if (bytes > takes.Limits.MaxBytes)
            {
                return Problem.Invalid(nameof(Problems.FileTooBig), takes.MaxMegabytes);
            }

            return bytes > 0 && await settings.NoRoomAsync(db, of.UnitCode, bytes) is { } full ? full : takes;
        });
}
