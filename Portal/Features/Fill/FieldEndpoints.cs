using Microsoft.AspNetCore.Mvc;
using Portal.App;
using Portal.Platform;
using Portal.Platform.Identity;
using Portal.Shared.Fields;

namespace Portal.Features.Fill;

/// <summary>Fields of the working copy over HTTP. Typing goes this way and not through the circuit: a long text would end it, and a dropped line would lose it.</summary>
public static class FieldEndpoints
{
    /// <summary>Maps the address. PATCH: saves, 200 with one result per field. GET <c>?tu=</c>: what changed since.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPatch(Urls.FieldsRoute, SaveAsync).RequireAuthorization().WithMetadata(new RequestSizeLimitAttribute(FormPatch.LargestBody));
        routes.MapGet(Urls.FieldsRoute, async (string requestCode, string unitLogin, string itemCode, long? tu, FieldsNow now) =>
        {
            var read = await now.RunAsync(new(requestCode, unitLogin), itemCode, tu ?? 0);
            return read.Problem?.ToResult() ?? Results.Json(read.Value);
        }).RequireAuthorization();
    }

    private static async Task<IResult> SaveAsync(string requestCode, string unitLogin, string itemCode, HttpRequest request, SaveFields save, CurrentUser user, PortalClock clock)
    {
        var read = await FormPatch.ReadAsync(request, user.PersonId);
        if (read.Problem is { } unread)
        {
            return unread.ToResult();
        }

        var outcome = await save.RunAsync(new(requestCode, unitLogin), itemCode, read.Value!);
        return outcome.Problem?.ToResult() ?? PatchResult.Answer(outcome.Value!, clock.Now);
    }
}
