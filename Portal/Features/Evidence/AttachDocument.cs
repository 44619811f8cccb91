using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Files;

namespace Portal.Features.Evidence;

/// <summary>Puts a file that is safely on disk on an item. Bytes that the report already has are not told twice, except where a reviewer rejected them.</summary>
public sealed class AttachDocument(Writer writer, Reader reader, FormCatalog forms, EvidenceSettings settings)
{
    /// <summary>Attaches; the same press again, or the same bytes again, answer with the row that is there.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="file">The stored file.</param>
    /// <param name="key">One-time key of the choice of this file.</param>
    /// <param name="proposal">What its first page seems to say, or null.</param>
    /// <param name="confirmed">What was asked about the file and confirmed by the person, for the history; or null.</param>
    public async Task<Outcome<DocumentAnswer>> RunAsync(ReportKey report, string itemCode, StoredFile file, Guid key, DocumentProposal? proposal = null, string? confirmed = null)
    {
        var attached = await writer.RunAsync<DocumentAnswer>(nameof(AttachDocument), report, Permission.Edit, key, async (submission, work) =>
        {
            if (submission.Find(itemCode) is not { } item)
            {
                return Problem.NotFound;
            }

            var takes = ItemEvidence.Of(await forms.FormsOfAsync(submission), itemCode, settings);
            if (item.MayEdit(ItemAnswer.SignedScan) is { } locked)
            {
                return locked;
            }

            if (takes.Takes(file.Kind, file.FileName) is { } refused)
            {
                return refused;
            }

            var found = await FindOrAddAsync(submission, item, file, proposal, work);
            return (found.Problem ?? item.Attach(submission, work.Act, found.Value!, takes.MaxFiles, confirmed)) is { } problem ? problem : DocumentAnswer.Of(report, found.Value!);
        });
        return attached is { Ok: true, Value: null } ? await AgainAsync(report, file) : attached;
    }

    private async Task<Outcome<EvidenceDocument>> FindOrAddAsync(Submission submission, ItemAnswer item, StoredFile file, DocumentProposal? proposal, Work work)
    {
        if (item.Links.FirstOrDefault(l => l.Document.Sha256 == file.Sha256 && l.Decision != LinkDecision.Rejected) is { } here)
        {
            return here.Document;
        }

        var documents = await work.Db.Documents.Where(d => d.SubmissionId == submission.Id).ToListAsync();
        var decided = submission.Answers.SelectMany(a => a.Links).Where(l => l.Decision != LinkDecision.Undecided).Select(l => l.DocumentId).ToHashSet();
        if (documents.Find(d => d.Sha256 == file.Sha256 && !decided.Contains(d.Id) && submission.HasInHand(d)) is { } known)
        {
            return known;
        }

        if (await settings.NoRoomAsync(work.Db, submission.UnitCode, file.Size) is { } full)
        {
            return full;
        }

        var document = new EvidenceDocument(submission.Id, file.Sha256, file.Size, file.FileName, file.Kind.MediaType, work.Act) { Proposal = proposal };
        work.Db.Documents.Add(document);
        return await work.Db.TrySaveAsync() is { } unsaved ? unsaved : document; // now it has its key, which the event names
    }

    private Task<Outcome<DocumentAnswer>> AgainAsync(ReportKey report, StoredFile file) =>
        reader.RunAsync<DocumentAnswer>(nameof(AttachDocument), report, Permission.Edit, async (db, _, submissionId) =>
            await db.Documents.Where(d => d.SubmissionId == submissionId && d.Sha256 == file.Sha256).OrderByDescending(d => d.Id).FirstOrDefaultAsync() is { } document
                ? DocumentAnswer.Of(report, document)
                : Problem.NotFound);
}
