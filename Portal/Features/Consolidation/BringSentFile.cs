using System.Text.Json;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Features.Consolidation;

/// <summary>Takes the file of the report that was sent up: a scan with the stamp, or a signed PDF. It is safe on disk before it has a ticket; it is recorded by <see cref="RecordSending"/>.</summary>
public sealed class BringSentFile(Reader reader, EvidenceStore store, PageReader pages, BroughtFiles files)
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
        if (stored.Value is not { } file)
        {
            return stored.Problem!;
        }

        if (file.Kind is not (FileKind.Pdf or FileKind.Jpeg or FileKind.Png))
        {
            return Problem.Invalid(nameof(Problems.SentFileNeeded));
        }

        var signatures = file.Kind is FileKind.Pdf ? await SignaturesAsync(file.Sha256, ct) : null;
        return files.Keep(allowed.Value, requestCode, new SentFileFacts(file.Sha256, file.FileName, file.Size, signatures));
    }

    // In the child process: what strangers signed is opened nowhere else.
    private async Task<string> SignaturesAsync(string sha256, CancellationToken ct) =>
        JsonSerializer.Serialize(await pages.ReadSignaturesAsync(store.PathOf(sha256), FileKind.Pdf, ct));
}
