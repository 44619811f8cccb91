using Portal.Platform;
using Portal.Platform.Documents;

namespace Portal.Features.Reminders;

/// <summary>GET: the letter as a file.</summary>
internal static class ReminderLetterEndpoint
{
    /// <summary>Makes and sends it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="query">What it says.</param>
    public static async Task<IResult> DownloadAsync(HttpContext http, string requestCode, ReminderLetter query)
    {
        var made = await query.RunAsync(requestCode);
        if (made.Problem is { } problem)
        {
            return problem.ToResult();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        using var file = new MemoryStream(); // some pages; the line takes no synchronous write
        WordWriter.Write(made.Value!.Letter, file);
        return Results.File(file.ToArray(), WordWriter.ContentType, made.Value.FileName);
    }
}
