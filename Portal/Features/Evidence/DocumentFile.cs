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
            if (await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.SubmissionId == submissionId) is not { } document)
            {
                return Problem.NotFound;
            }

            var sight = await DocumentSight.OfAsync(db, actor, submissionId);
            var restricted = sight.Restricts(documentId);
            if (!sight.Holds(documentId))
            {
                if (await LastSentAsync(db, submissionId, documentId, document.Sha256) is not { } sent || !sight.Shows(sent))
                {
                    return Problem.NotFound;
                }

                restricted = sight.Restricts(sent);
            }

            if (restricted)
            {
                await access.WriteAsync(AccessKind.OpenedRestricted, actor.PersonId, nameof(DocumentFile), $"{report}/{documentId}");
            }

            return new OpenedDocument(document.Sha256, document.FileName, document.MediaType);
        });

    /// <summary>As it stands in the last version that holds it, before those that were withdrawn; null when it was never sent.</summary>
    private static async Task<VersionDocument?> LastSentAsync(PortalDb db, int submissionId, int documentId, string sha256)
    {
        var items = db.Answers.Where(a => a.SubmissionId == submissionId).Select(a => a.Id);
        var versions = await db.Versions.Where(v => items.Contains(v.ItemAnswerId) && v.Body.Contains(sha256)).OrderBy(v => v.WithdrawnAt != null).ThenByDescending(v => v.SentAt).ThenByDescending(v => v.Number).ToListAsync();
        return versions.SelectMany(v => v.Content.Documents).FirstOrDefault(d => d.DocumentId == documentId);
    }
}
