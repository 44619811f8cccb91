using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform;

namespace Portal.Features.Fill;

/// <summary>What the browser sends of one field.</summary>
/// <param name="Path">Which field or cell.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Version">The version that was seen.</param>
/// <param name="Key">The patch's one-time key.</param>
public sealed record FieldPatch(string? Path, string? Value, int Version, Guid Key);

/// <summary>PATCH: one field. Typing goes this way and not through the circuit: a long text would end it, and a dropped line would lose it.</summary>
public static class SaveFieldEndpoint
{
    private const long LargestBody = 256 * 1024;

    /// <summary>Maps the address. 200 with <see cref="SavedField"/>; a stale patch gets 409 with the other's text, version, name and time.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPatch(Urls.SaveFieldRoute, RunAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestBody));

    private static async Task<IResult> RunAsync(string requestCode, string unitLogin, string itemCode, HttpRequest request, SaveField save, FieldNow now)
    {
        if (await ReadAsync(request) is not { } patch)
        {
            return Problem.Invalid(nameof(Problems.PatchUnreadable)).ToResult();
        }

        var report = new ReportKey(requestCode, unitLogin);
        var path = patch.Path ?? "";
        var outcome = await save.RunAsync(report, itemCode, path, patch.Value, patch.Version, patch.Key);
        if (outcome.Problem is not { } problem)
        {
            return Results.Json(outcome.Value);
        }

        if (problem.Code != nameof(Problems.FieldChangedMeanwhile) || (await now.RunAsync(report, itemCode, path)).Value is not { } other)
        {
            return problem.ToResult();
        }

        return Results.Json(
            new { problem.Code, problem.Text, problem.Field, Other = new { other.Saved.Version, other.Saved.Shown, other.Saved.Time, other.By } },
            statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<FieldPatch?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFromJsonAsync<FieldPatch>(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
