using Microsoft.AspNetCore.Mvc;
using Portal.App;
using Portal.Domain;
using Portal.Platform;
using Portal.Platform.Documents;
using Portal.Platform.Files;
using Portal.Platform.Identity;
using Portal.Shared.Fields;

namespace Portal.Features.Consolidation;

/// <summary>The consolidated report over plain HTTP: what is typed, files out, the sent file in.</summary>
internal static class ReportEndpoints
{
    private const long LargestSentFile = 101L * 1024 * 1024;

    /// <summary>Maps the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPatch(Urls.ConsolidatedBlocksRoute, SaveAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(FormPatch.LargestBody));
        routes.MapGet(Urls.ConsolidatedBlocksRoute, async (string requestCode, long? tu, BlocksNow now) =>
        {
            var read = await now.RunAsync(requestCode, tu ?? 0);
            return read.Problem?.ToResult() ?? Results.Json(read.Value);
        }).RequireAuthorization();
        routes.MapGet(Urls.ConsolidatedFileRoute, async (HttpContext http, string requestCode, ReportFile files) => Send(http, await files.RunAsync(requestCode, null), WordWriter.ContentType)).RequireAuthorization();
        routes.MapGet(Urls.ConsolidatedVersionRoute, async (HttpContext http, string requestCode, int number, ReportFile files) => Send(http, await files.RunAsync(requestCode, number), WordWriter.ContentType)).RequireAuthorization();
        routes.MapGet(Urls.ConsolidatedWorkbookRoute, async (HttpContext http, string requestCode, ReportFigures figures) => Send(http, await figures.RunAsync(requestCode, FiguresFormat.Workbook), FileKind.Xlsx.MediaType)).RequireAuthorization();
        routes.MapGet(Urls.ConsolidatedCsvRoute, async (HttpContext http, string requestCode, ReportFigures figures) => Send(http, await figures.RunAsync(requestCode, FiguresFormat.Csv), CsvWriter.ContentType)).RequireAuthorization();
        routes.MapGet(Urls.SentFileRoute, async (HttpContext http, string requestCode, int sendingId, SentFile files) => Send(http, await files.RunAsync(requestCode, sendingId), "application/octet-stream")).RequireAuthorization();
        routes.MapPost(Urls.SentFilesRoute, BringAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestSentFile));
    }

    private static async Task<IResult> SaveAsync(string requestCode, HttpRequest request, SaveBlocks save, CurrentUser user, PortalClock clock)
    {
        var read = await FormPatch.ReadAsync(request, user.PersonId);
        if (read.Problem is { } unread)
        {
            return unread.ToResult();
        }

        var outcome = await save.RunAsync(requestCode, read.Value!);
        return outcome.Problem?.ToResult() ?? PatchResult.Answer(outcome.Value!, clock.Now);
    }

    private static async Task<IResult> BringAsync(HttpContext http, string requestCode, BringSentFile bring)
    {
        var brought = await bring.RunAsync(requestCode, Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString()), http.Request.Body, http.RequestAborted);
        return brought.Problem?.ToResult() ?? Results.Json(new { Url = $"{Urls.ConsolidatedAt(requestCode)}?tep={brought.Value:N}#gui-len" });
    }

    private static IResult Send(HttpContext http, Outcome<ReportDownload> made, string type)
    {
        if (made.Problem is { } problem)
        {
            return problem.ToResult();
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(made.Value!.Content, type, made.Value.Name);
    }
}
