using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Documents;

namespace Portal.Features.Evidence;

/// <summary>Everything of one request, to be read without the portal: the consolidated report, what each unit sent, the evidence with its register, the log of events, the hashes of all of it. For its coordinators and leaders; that it was taken out is recorded, and so is each restricted document in it.</summary>
public sealed class RequestArchive(Reader reader, IEnumerable<IArchivePart> parts, EvidenceGathering evidence, AccessLog access)
{
    /// <summary>Gathers it.</summary>
    /// <param name="requestCode">Of which request.</param>
    public Task<Outcome<ArchiveContent>> RunAsync(string requestCode) => reader.RunAsync<ArchiveContent>(nameof(RequestArchive), requestCode, async (db, actor) =>
    {
        if (await db.Requests.VisibleTo(actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode && r.IssuedAt != null) is not { } request)
        {
            return Problem.NotFound;
        }

        if (!actor.Is(Role.Coordinator, request.CoordinatingUnitCode) && !actor.Is(Role.Leader))
        {
            return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
        }

        var pieces = new List<ArchivePiece>();
        foreach (var part in parts)
        {
            await foreach (var piece in part.OfAsync(db, actor, request.Id))
            {
                pieces.Add(piece);
            }
        }

        var reports = await db.Submissions.VisibleTo(actor).Where(s => s.RequestId == request.Id).OrderBy(s => s.Order).Select(s => s.Id).ToListAsync();
        var (register, files) = await evidence.GatherAsync(db, actor, nameof(RequestArchive), reports, null, ArchiveFolders.Evidence);
        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(RequestArchive), [requestCode]);
        return new ArchiveContent(ArchivePaths.NameOf(ArchiveText.WholeArchive, requestCode), register, files) { Parts = pieces, Summed = true };
    });
}
