using Portal.App;
using Portal.Platform;
using Portal.Platform.Files;

namespace Portal.Features.Progress;

/// <summary>The parts of this feature.</summary>
public static class ProgressSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddProgressFeature(this IServiceCollection services) => services.AddScoped<OpenBoard>().AddScoped<ProgressWorkbook>();

    /// <summary>Maps what is downloaded.</summary>
    public static void MapProgressFeature(this IEndpointRouteBuilder routes) => routes.MapGet(Urls.GridWorkbookRoute, DownloadAsync);

    private static async Task<IResult> DownloadAsync(HttpContext http, string requestCode, ProgressWorkbook workbook)
    {
        var made = await workbook.RunAsync(requestCode);
        if (made.Problem is { } problem)
        {
            return problem.ToResult();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(made.Value!.Bytes, FileKind.Xlsx.MediaType, made.Value.FileName);
    }
}
