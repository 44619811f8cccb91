using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Platform.Web;

/// <summary>What a person sees when something broke or is not there. A bug is logged with an id; the person sees the id.</summary>
public static class Errors
{
    /// <summary>The page for bugs and the page for addresses that lead nowhere.</summary>
    public static void UsePortalErrors(this WebApplication app, string errorPath, string notFoundPath)
    {
        app.UseExceptionHandler(errors => errors.Run(async http =>
        {
            var failure = http.Features.Get<IExceptionHandlerFeature>();
            var id = Id(http.TraceIdentifier);
            app.Logger.LogError(failure?.Error, "Failure {FailureId} at {Path}", id, failure?.Path);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            http.Response.Redirect($"{errorPath}?ma={id}", permanent: false);
            await Task.CompletedTask;
        }));
        app.UseStatusCodePagesWithReExecute(notFoundPath, createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            // A page for people who open pages; a fetch or a post gets the bare status.
            if (!HttpMethods.IsGet(http.Request.Method) && http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(http);
        });
    }

    /// <summary>A short id that can be read over the telephone: <c>7F3K-21</c>.</summary>
    public static string Id(string trace)
    {
        const string letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(trace));
        var text = string.Concat(hash.Take(6).Select(b => letters[b % letters.Length]));
        return $"{text[..4]}-{text[4..]}";
    }
}
