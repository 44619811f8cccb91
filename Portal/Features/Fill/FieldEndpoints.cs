using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Portal.App;
using Portal.Domain;
using Portal.Platform;
using Portal.Platform.Identity;
using Portal.Shared;

namespace Portal.Features.Fill;

/// <summary>What the browser sends of a form.</summary>
/// <param name="Person">Who typed it, as the page knew; the cookie may be another's by now.</param>
/// <param name="Patches">Field by field.</param>
public sealed record FormPatch(int? Person, IReadOnlyList<FieldPatch>? Patches);

/// <summary>Fields of the working copy over HTTP. Typing goes this way and not through the circuit: a long text would end it, and a dropped line would lose it.</summary>
public static class FieldEndpoints
{
    private const long LargestBody = 2 * 1024 * 1024;

    /// <summary>Maps the address. PATCH: saves, 200 with one result per field. GET <c>?tu=</c>: what changed since.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPatch(Urls.FieldsRoute, SaveAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        routes.MapGet(Urls.FieldsRoute, async (string requestCode, string unitLogin, string itemCode, long? tu, FieldsNow now) =>
        {
            var read = await now.RunAsync(new(requestCode, unitLogin), itemCode, tu ?? 0);
            return read.Problem?.ToResult() ?? Results.Json(read.Value);
        }).RequireAuthorization();
    }

    private static async Task<IResult> SaveAsync(string requestCode, string unitLogin, string itemCode, HttpRequest request, SaveFields save, CurrentUser user, PortalClock clock)
    {
        if (await ReadAsync(request) is not { Patches: { } patches } patch)
        {
            return Problem.Invalid(nameof(Problems.PatchUnreadable)).ToResult();
        }

        if (patch.Person is { } person && person != user.PersonId)
        {
            return Problem.Refused(nameof(Problems.AnotherPersonSignedIn)).ToResult(); // what one person typed is never saved in another's name
        }

        var outcome = await save.RunAsync(new(requestCode, unitLogin), itemCode, patches);
        return outcome.Problem?.ToResult() ?? Results.Json(new
        {
            At = clock.Now.ToUnixTimeMilliseconds(),
            Time = VietTime.TimeSeconds(clock.Now),
            Fields = outcome.Value!.Select(r => new { r.Path, r.Now, r.Problem?.Code, r.Problem?.Text }),
        });
    }

    private static async Task<FormPatch?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFromJsonAsync<FormPatch>(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
