using Portal.Platform;

namespace Portal.Features.Evidence;

/// <summary>GET: all evidence of a request, a unit or an item as one archive, made while it is sent.</summary>
internal static class ArchiveEndpoint
{
    /// <summary>Sends it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="archive">What goes in.</param>
    /// <param name="stream">How it is written.</param>
    /// <param name="unitLogin">Of which unit; not in the address for all.</param>
    /// <param name="itemCode">Of which item; not in the address for all.</param>
    public static async Task<IResult> DownloadAsync(HttpContext http, string requestCode, EvidenceArchive archive, ArchiveStream stream, string? unitLogin = null, string? itemCode = null)
    {
        var gathered = await archive.RunAsync(requestCode, unitLogin, itemCode);
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
