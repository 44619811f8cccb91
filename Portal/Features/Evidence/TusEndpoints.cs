using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Identity;
using Portal.Platform.Uploads;

namespace Portal.Features.Evidence;

/// <summary>
/// Files over a bad line: tus resumable upload protocol 1.0.0 with creation, checksum, termination and expiration. It only brings bytes;
/// <see cref="FinishUpload"/> makes a document of them. Each request asks for the person's rights anew.
/// </summary>
internal static class TusEndpoints
{
    private const string Version = "1.0.0";
    private const string Extensions = "creation,checksum,termination,expiration";
    private const string PieceType = "application/offset+octet-stream";
    private const int ChecksumMismatch = 460; // tus 1.0, checksum extension
    private const long Slack = 1024 * 1024;

    /// <summary>OPTIONS: what is spoken here.</summary>
    public static IResult Options(HttpContext http, EvidenceSettings settings)
    {
        var headers = http.Response.Headers;
        (headers["Tus-Resumable"], headers["Tus-Version"], headers["Tus-Extension"]) = (Version, Version, Extensions);
        headers["Tus-Checksum-Algorithm"] = PieceChecksum.Algorithms;
        headers["Tus-Max-Size"] = (settings.MaxFileMegabytes * 1024L * 1024).ToString(Invariant);
        return Results.NoContent();
    }

    /// <summary>POST: room for one file (<c>Upload-Length</c>, <c>Upload-Metadata</c> with filename and, where the browser can hash, sha256). Answers with its address.</summary>
    public static async Task<IResult> CreateAsync(HttpContext http, string requestCode, string unitLogin, string itemCode, StartUpload start, UploadStore uploads)
    {
        if (Unspoken(http) is { } unspoken)
        {
            return unspoken;
        }

        if (Number(http, "Upload-Length") is not { } length || Metadata(http.Request.Headers["Upload-Metadata"].ToString()) is not { } said)
        {
            return Results.BadRequest();
        }

        var report = new ReportKey(requestCode, unitLogin);
        var started = await start.RunAsync(report, itemCode, new(length, said.GetValueOrDefault("filename", ""), said.GetValueOrDefault("sha256")?.ToLowerInvariant(), http.Request.Headers["Upload-Metadata"]));
        if (started.Problem is { } problem)
        {
            return Told(problem);
        }

        http.Response.Headers["Upload-Expires"] = uploads.ExpiresAt(started.Value!).ToString("R", Invariant);
        return Results.Created(Urls.UploadOf(report, itemCode, started.Value!.Id), null);
    }

    /// <summary>HEAD, PATCH, DELETE on one upload; POST says in <c>X-HTTP-Method-Override</c> which of them it stands for.</summary>
    public static async Task<IResult> OneAsync(HttpContext http, string requestCode, string unitLogin, string itemCode, Guid uploadId, UploadTarget target, UploadStore uploads, CurrentUser user)
    {
        if (Unspoken(http) is { } unspoken)
        {
            return unspoken;
        }

        var (report, method) = (new ReportKey(requestCode, unitLogin), http.Request.Headers["X-HTTP-Method-Override"] is [{ Length: > 0 } other] ? other : http.Request.Method);
        var asked = await target.RunAsync(report, itemCode);
        if (asked.Problem is { } refused)
        {
            return Told(refused);
        }

        if (method == HttpMethods.Patch && http.Request.ContentType != PieceType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        AllowLongBody(http, asked.Value!.Limits.MaxBytes + Slack);
        try
        {
            return await uploads.AloneAsync(uploadId, http.RequestAborted, async ct =>
            {
                if (uploads.Find(user.PersonId!.Value, uploadId) is not { } upload || (upload.Report, upload.ItemCode) != (report, itemCode))
                {
                    return Results.StatusCode(StatusCodes.Status410Gone);
                }

                return method switch
                {
                    "HEAD" => Tell(http, uploads, upload),
                    "PATCH" => await AppendAsync(http, uploads, upload, ct),
                    "DELETE" => Remove(uploads, upload),
                    _ => Results.StatusCode(StatusCodes.Status405MethodNotAllowed),
                };
            });
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException cut)
        {
            return Results.StatusCode(cut.StatusCode); // the line broke, or nothing came for a minute
        }
        catch (Exception e) when (e is ConnectionResetException or OperationCanceledException || http.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status423Locked); // the sender came back on another line; if this one still lives, it may ask again
        }
    }

    private static IResult Tell(HttpContext http, UploadStore uploads, Upload upload)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Upload-Offset"] = uploads.OffsetOf(upload).ToString(Invariant);
        headers["Upload-Length"] = upload.Length.ToString(Invariant);
        headers["Upload-Expires"] = uploads.ExpiresAt(upload).ToString("R", Invariant);
        if (upload.Metadata is { Length: > 0 } said)
        {
            headers["Upload-Metadata"] = said;
        }

        return Results.Ok();
    }

    private static async Task<IResult> AppendAsync(HttpContext http, UploadStore uploads, Upload upload, CancellationToken ct)
    {
        if (Number(http, "Upload-Offset") is not { } from)
        {
            return Results.BadRequest();
        }

        if (from != uploads.OffsetOf(upload))
        {
            return Results.StatusCode(StatusCodes.Status409Conflict);
        }

        var said = http.Request.Headers["Upload-Checksum"].ToString();
        var checksum = said.Length > 0 ? PieceChecksum.Read(said) : null;
        if (said.Length > 0 && checksum is null)
        {
            return Results.BadRequest();
        }

        if (http.Request.ContentLength > upload.Length - from)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var appended = await uploads.AppendAsync(upload, http.Request.Body, checksum, ct);
        if (appended.Problem is { } problem)
        {
            return Told(problem);
        }

        http.Response.Headers["Upload-Offset"] = appended.Value.ToString(Invariant);
        http.Response.Headers["Upload-Expires"] = uploads.ExpiresAt(upload).ToString("R", Invariant);
        return Results.NoContent();
    }

    private static IResult Remove(UploadStore uploads, Upload upload)
    {
        uploads.Remove(upload);
        return Results.NoContent();
    }

    /// <summary>Says the version in every answer; 412 to whoever speaks another.</summary>
    private static IResult? Unspoken(HttpContext http)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        if (http.Request.Headers["Tus-Resumable"] == Version)
        {
            return null;
        }

        http.Response.Headers["Tus-Version"] = Version;
        return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
    }

    /// <summary>The refusal's text, under the status that the protocol has for it.</summary>
    private static IResult Told(Problem problem) => problem.ToResult(problem.Code switch
    {
        nameof(Problems.FileTooBig) or nameof(Problems.FileTooLong) => StatusCodes.Status413PayloadTooLarge,
        nameof(Problems.PieceDamaged) => ChecksumMismatch,
        _ => problem.HttpStatus,
    });

    private static long? Number(HttpContext http, string header) => long.TryParse(http.Request.Headers[header], System.Globalization.NumberStyles.None, Invariant, out var number) ? number : null;

    /// <summary><c>filename S+G6vy5wZGY=,sha256 …</c>: keys with base64 of UTF-8; null when it is not that.</summary>
    private static Dictionary<string, string>? Metadata(string header)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ');
            var (key, value) = (parts[0], parts.Length == 2 ? parts[1] : "");
            var bytes = new byte[value.Length];
            if (parts.Length > 2 || !Convert.TryFromBase64String(value, bytes, out var length) || !said.TryAdd(key, Encoding.UTF8.GetString(bytes, 0, length)))
            {
                return null;
            }
        }

        return said;
    }

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

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
