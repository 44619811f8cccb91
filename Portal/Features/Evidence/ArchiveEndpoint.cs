using Portal.Domain;
using Portal.Platform;

namespace Portal.Features.Evidence;

/// <summary>GET: all evidence of a request, a unit or an item, or all that there is of a request, as one archive, made while it is sent.</summary>
internal static class ArchiveEndpoint
{
    /// <summary>Sends evidence.</summary>
    /// <param name="http">The request.</param>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="archive">What goes in.</param>
    /// <param name="stream">How it is written.</param>
    /// <param name="unitLogin">Of which unit; not in the address for all.</param>
    /// <param name="itemCode">Of which item; not in the address for all.</param>
    public static async Task<IResult> DownloadAsync(HttpContext http, string requestCode, EvidenceArchive archive, ArchiveStream stream, string? unitLogin = null, string? itemCode = null) =>
        Sent(http, await archive.RunAsync(requestCode, unitLogin, itemCode), stream);

    /// <summary>Sends everything of a request.</summary>
    public static async Task<IResult> WholeAsync(HttpContext http, string requestCode, RequestArchive archive, ArchiveStream stream) => Sent(http, await archive.RunAsync(requestCode), stream);

    private static IResult Sent(HttpContext http, Outcome<ArchiveContent> gathered, ArchiveStream stream)
    {
        if (gathered.Problem is { } problem)
        {
            return problem.ToResult();
        }

        var content = gathered.Value!;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(async body =>
        {
            try
            {
                await stream.WriteAsync(content, body, http.RequestAborted);
            }
            catch (Exception) when (http.RequestAborted.IsCancellationRequested)
            {
                // nobody is there to read the rest
            }
            catch
            {
                http.Abort(); // the answer has begun: only a cut line can still say that it is not whole
                throw;
            }
        }, "application/zip", content.FileName);
    }
}
