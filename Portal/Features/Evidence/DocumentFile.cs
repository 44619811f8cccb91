using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Evidence;

/// <summary>A document's bytes by their address in the store.</summary>
/// <param name="Sha256">The address.</param>
/// <param name="FileName">Under which name it is saved.</param>
/// <param name="MediaType">By content.</param>
public sealed record OpenedDocument(string Sha256, string FileName, string MediaType);

/// <summary>Opens a document: the unit's people any of theirs, others what was sent; a restricted one leaves a record each time, and observers do not learn of it.</summary>
public sealed class DocumentFile(Reader reader, AccessLog access)
{
    /// <summary>Where the bytes lie, or not found.</summary>
    public Task<Outcome<OpenedDocument>> RunAsync(ReportKey report, int documentId) =>
        reader.RunAsync<OpenedDocument>(nameof(DocumentFile), report, Permission.See, async (db, actor, submissionId) =>
        {
            var of = await db.Submissions.Where(s => s.Id == submissionId).Select(s => new { s.UnitCode, s.Request.CoordinatingUnitCode }).SingleAsync();
            if (await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.SubmissionId == submissionId) is not { } document)
            {
                return Problem.NotFound;
            }

            var restricted = document.Restricted;
            if (!actor.WorksIn(of.UnitCode))
            {
                if (await LastSentAsync(db, submissionId, documentId, document.Sha256) is not { } sent)
                {
                    return Problem.NotFound;
                }

                restricted |= sent.Restricted;
                if (restricted && !actor.Is(Role.Coordinator, of.CoordinatingUnitCode) && !actor.Is(Role.Leader))
                {
                    return Problem.NotFound;
                }
            }

            if (restricted)
            {
                await access.WriteAsync(AccessKind.OpenedRestricted, actor.PersonId, nameof(DocumentFile), $"{report}/{documentId}");
            }

            return new OpenedDocument(document.Sha256, document.FileName, document.MediaType);
        });

    /// <summary>What it was called in the last version that holds it; null when no version that counts does.</summary>
    private static async Task<Domain.Submissions.DocumentDescription?> LastSentAsync(PortalDb db, int submissionId, int documentId, string sha256)
    {
        var items = db.Answers.Where(a => a.SubmissionId == submissionId).Select(a => a.Id);
        var versions = await db.Versions.Where(v => items.Contains(v.ItemAnswerId) && v.WithdrawnAt == null && v.Body.Contains(sha256)).OrderByDescending(v => v.SentAt).ThenByDescending(v => v.Number).ToListAsync();
        return versions.SelectMany(v => v.Content.Documents).FirstOrDefault(d => d.DocumentId == documentId)?.Description;
    }
}
