using Portal.App;
using Portal.Domain;
using Portal.Platform;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Features.Units;

/// <summary>The units' workbook over plain HTTP, out and in.</summary>
internal static class UnitEndpoints
{
    /// <summary>GET: the units that stand, as a workbook to be saved.</summary>
    public static async Task<IResult> DownloadAsync(HttpContext http, UnitsWorkbook workbook)
    {
        var made = await workbook.RunAsync();
        if (made.Problem is { } problem)
        {
            return problem.ToResult();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(made.Value!.Bytes, FileKind.Xlsx.MediaType, made.Value.Name);
    }

    /// <summary>POST: the body is the file itself, <c>X-File-Name</c> its name in percent-encoded UTF-8. Answers with the page that shows what it would change.</summary>
    public static async Task<IResult> ReadAsync(HttpContext http, ReadUnits units)
    {
        try
        {
            var read = await units.RunAsync(Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString()), http.Request.Body);
            return read.Problem is { } problem ? problem.ToResult() : Results.Json(new { Url = Urls.UnitImportOf(read.Value) });
        }
        catch (BadHttpRequestException e)
        {
            return Problem.Invalid(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? nameof(Problems.WorkbookTooBig) : nameof(Problems.WorkbookCut), XlsxReader.MaxMegabytes).ToResult();
        }
    }
}
