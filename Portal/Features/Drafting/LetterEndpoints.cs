using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Portal.App;
using Portal.Domain;
using Portal.Platform;
using Portal.Platform.Documents;

namespace Portal.Features.Drafting;

/// <summary>Letters and definitions over plain HTTP, in and out.</summary>
internal static class LetterEndpoints
{
    /// <summary>What the browser says while a file is on its way.</summary>
    public static string Texts { get; } = JsonSerializer.Serialize(
        new { DraftingText.Reading, DraftingText.NoNetwork, DraftingText.SignedOut, DraftingText.ServerError, TooBig = Problem.Invalid(nameof(Problems.LetterTooBig), LetterText.MaxMegabytes).Text },
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>POST: the body is the letter's file, or a definition as JSON; answers with the address of the draft that was begun.</summary>
    public static async Task<IResult> ReadAsync(HttpContext http, LetterFile letters)
    {
        var read = await letters.RunAsync(Uri.UnescapeDataString(http.Request.Headers["X-File-Name"].ToString()), http.Request.Body, http.RequestAborted);
        return read.Problem is { } problem ? problem.ToResult() : Results.Json(new { Url = read.Value is { } code ? Urls.DraftStep(code, 1) : Urls.Requests });
    }

    /// <summary>GET: a request's definition, to be saved.</summary>
    public static async Task<IResult> ExportAsync(HttpContext http, string requestCode, RequestExport export)
    {
        var made = await export.RunAsync(requestCode);
        if (made.Problem is { } problem)
        {
            return problem.ToResult();
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(Encoding.UTF8.GetBytes(made.Value!), "application/json", $"{requestCode}.json");
    }
}
