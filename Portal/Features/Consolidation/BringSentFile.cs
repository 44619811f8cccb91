using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Files;

namespace Portal.Features.Consolidation;

/// <summary>Takes the file of the report that was sent up: a scan with the stamp, or a signed PDF. It is safe on disk before it has a ticket; it is recorded by <see cref="RecordSending"/>.</summary>
public sealed class BringSentFile(Reader reader, EvidenceStore store, SentFiles files)
{
    private static readonly EvidenceLimits Limits = new(100 * 1024 * 1024);

    /// <summary>Takes it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="body">Its bytes, read once.</param>
    /// <param name="ct">The sender went away.</param>
    /// <returns>The ticket.</returns>
    public async Task<Outcome<Guid>> RunAsync(string requestCode, string fileName, Stream body, CancellationToken ct)
    {
        var allowed = await reader.RunAsync<int>(nameof(BringSentFile), requestCode, async (db, actor) =>
        {
            var opened = await ReportDesk.RequestAsync(db, actor, requestCode, RequestPermission.Compose);
            return opened.Problem is { } refusal ? refusal : actor.PersonId;
        });
        if (allowed.Problem is { } refused)
        {
            return refused;
        }

        var stored = await store.SaveAsync(body, fileName, Limits, ct);
        return stored.Problem is { } problem ? problem
            : stored.Value!.Kind is not (FileKind.Pdf or FileKind.Jpeg or FileKind.Png) ? Problem.Invalid(nameof(Problems.SentFileNeeded)) : files.Keep(requestCode, allowed.Value, stored.Value);
    }
}
