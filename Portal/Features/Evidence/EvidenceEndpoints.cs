using Microsoft.Net.Http.Headers;
using Portal.Domain;
using Portal.Platform;
using Portal.Platform.Files;

namespace Portal.Features.Evidence;

/// <summary>Documents over plain HTTP: a large file must not pass through a circuit.</summary>
internal static class EvidenceEndpoints
{
    /// <summary>POST: a file that has arrived becomes a document of the item.</summary>
    public static async Task<IResult> FinishAsync(HttpContext http, string requestCode, string unitLogin, string itemCode, ArrivedFile arrived, FinishUpload finish) =>
        Answer(await finish.RunAsync(new(requestCode, unitLogin), itemCode, arrived.Upload, arrived.NotSecret, Key(http)));

    /// <summary>PATCH: what the document is.</summary>
    public static async Task<IResult> DescribeAsync(HttpContext http, string requestCode, string unitLogin, int documentId, Description typed, DescribeDocument describe) =>
        Answer(await describe.RunAsync(new(requestCode, unitLogin), documentId, typed, Key(http)));

    /// <summary>PUT: on one more item.</summary>
    public static async Task<IResult> LinkAsync(HttpContext http, string requestCode, string unitLogin, string itemCode, int documentId, LinkDocument link) =>
        await link.RunAsync(new(requestCode, unitLogin), itemCode, documentId, Key(http)) is { } problem ? problem.ToResult() : Results.NoContent();

    /// <summary>DELETE: off an item.</summary>
    public static async Task<IResult> UnlinkAsync(HttpContext http, string requestCode, string unitLogin, string itemCode, int documentId, UnlinkDocument unlink) =>
        await unlink.RunAsync(new(requestCode, unitLogin), itemCode, documentId, Key(http)) is { } problem ? problem.ToResult() : Results.NoContent();

    /// <summary>GET: always to be saved, never shown in the portal's own origin.</summary>
    public static async Task<IResult> OpenAsync(HttpContext http, string requestCode, string unitLogin, int documentId, DocumentFile file, EvidenceStore store)
    {
        var opened = await file.RunAsync(new(requestCode, unitLogin), documentId);
        if (opened.Problem is { } problem)
        {
            return problem.ToResult();
        }

        var document = opened.Value!;
        Stream bytes;
        try
        {
            bytes = store.OpenRead(document.Sha256);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem.Of(ProblemKind.Unavailable, nameof(Problems.DocumentUnreadable)).ToResult();
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
        return Results.File(bytes, document.MediaType, document.FileName, entityTag: new EntityTagHeaderValue($"\"{document.Sha256}\""), enableRangeProcessing: true);
    }

    private static IResult Answer(Outcome<DocumentAnswer> outcome) =>
        outcome.Problem is { } problem ? problem.ToResult() : outcome.Value is { } document ? Results.Json(document) : Results.NoContent();

    /// <summary>The one-time key; a request without one stands for itself.</summary>
    private static Guid Key(HttpContext http) => Guid.TryParse(http.Request.Headers["X-Key"], out var key) ? key : Guid.NewGuid();
}

/// <summary>What the browser says when a file has arrived.</summary>
/// <param name="Upload">Which.</param>
/// <param name="NotSecret">The person was asked about a secrecy stamp and says that it is none.</param>
internal sealed record ArrivedFile(Guid Upload, bool NotSecret);
