using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Features.Workbook;

/// <summary>Workbooks over plain HTTP, out and in.</summary>
internal static class WorkbookEndpoints
{
    /// <summary>GET: the unit's workbook, to be saved.</summary>
    public static async Task<IResult> DownloadAsync(HttpContext http, string requestCode, string unitLogin, UnitWorkbook workbook)
    {
        var made = await workbook.RunAsync(new(requestCode, unitLogin));
        if (made.Problem is { } problem)
        {
            return problem.ToResult();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(made.Value!.Bytes, FileKind.Xlsx.MediaType, made.Value.Name);
    }

    /// <summary>POST: the body is the file itself, <c>X-File-Name</c> its name in percent-encoded UTF-8. Answers with the page on which its sender looks at what it would change.</summary>
    public static async Task<IResult> ReadAsync(HttpContext http, string requestCode, string unitLogin, ReadWorkbook workbook)
    {
        var report = new ReportKey(requestCode, unitLogin);
        try
        {
            var read = await workbook.RunAsync(report, Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString()), http.Request.Body);
            return read.Problem is { } problem ? problem.ToResult() : Results.Json(new { Url = Urls.ImportOf(report, read.Value) });
        }
        catch (BadHttpRequestException e)
        {
            return Problem.Invalid(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? nameof(Problems.WorkbookTooBig) : nameof(Problems.WorkbookCut), XlsxReader.MaxMegabytes).ToResult();
        }
    }
}
