using Portal.Domain;
using Portal.Platform;
using Portal.Platform.Documents;

namespace Portal.Features.Reports;

/// <summary>GET: a report and a receipt as files.</summary>
internal static class ReportLetterEndpoints
{
    /// <summary>Makes and sends a unit's report.</summary>
    public static async Task<IResult> ReportAsync(HttpContext http, string requestCode, string unitLogin, UnitReportLetter query) => Sent(http, await query.RunAsync(new(requestCode, unitLogin)));

    /// <summary>Makes and sends a receipt.</summary>
    public static async Task<IResult> ReceiptAsync(HttpContext http, string requestCode, string unitLogin, int package, ReceiptLetter query) => Sent(http, await query.RunAsync(new(requestCode, unitLogin), package));

    private static IResult Sent(HttpContext http, Outcome<ReportLetterFile> made)
    {
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
