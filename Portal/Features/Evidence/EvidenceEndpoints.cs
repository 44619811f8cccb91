using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Files;

namespace Portal.Features.Evidence;

/// <summary>Documents over plain HTTP: a large file must not pass through a circuit.</summary>
internal static class EvidenceEndpoints
{
    private const long Slack = 1024 * 1024;

    /// <summary>POST: the body is the file itself. <c>X-File-Name</c> its name in percent-encoded UTF-8, <c>X-Key</c> a guid per choice of a file.</summary>
    public static async Task<IResult> UploadAsync(HttpContext http, string requestCode, string unitLogin, string itemCode, UploadTarget target, AttachDocument attach, EvidenceStore store)
    {
        var report = new ReportKey(requestCode, unitLogin);
        var asked = await target.RunAsync(report, itemCode);
        if (asked.Problem is { } refused)
        {
            return refused.ToResult();
        }

        var takes = asked.Value!;
        if (http.Request.ContentLength > takes.Limits.MaxBytes)
        {
            return Problem.Invalid(nameof(Problems.FileTooBig), takes.MaxMegabytes).ToResult();
        }

        AllowLongBody(http, takes.Limits.MaxBytes + Slack);
        try
        {
            var name = Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString());
            var stored = await store.SaveAsync(http.Request.Body, name, takes.Limits, http.RequestAborted);
            if (stored.Problem is { } bad)
            {
                return bad.ToResult();
            }

            return Answer(await attach.RunAsync(report, itemCode, stored.Value!, Key(http)));
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException cut)
        {
            return Results.StatusCode(cut.StatusCode); // the line broke, or nothing came for a minute
        }
        catch (Exception e) when (e is ConnectionResetException || http.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest); // nobody is there to read it
        }
    }

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

    /// <summary>A scan over a district's line may be large and slow; everywhere else the server's own limits stay.</summary>
    private static void AllowLongBody(HttpContext http, long most)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new MinDataRate(bytesPerSecond: 50, gracePeriod: TimeSpan.FromSeconds(60));
        }
    }
}
