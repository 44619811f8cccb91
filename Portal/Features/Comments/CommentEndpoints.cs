using Portal.Domain;
using Portal.Platform;

namespace Portal.Features.Comments;

/// <summary>What is typed into the body of a comment's request.</summary>
/// <param name="Text">As typed.</param>
public sealed record TypedComment(string? Text);

/// <summary>Comments over plain HTTP: what is typed does not pass through a circuit, so that a cut line loses nothing.</summary>
internal static class CommentEndpoints
{
    /// <summary>POST: <c>X-Key</c> is a guid per press; 204 when it was said, also for the same press again.</summary>
    public static async Task<IResult> AddAsync(HttpContext http, string requestCode, string unitLogin, string itemCode, TypedComment typed, AddComment add) =>
        Answer(await add.RunAsync(new(requestCode, unitLogin), itemCode, typed.Text, Key(http)));

    /// <summary>POST: resolved up to this comment.</summary>
    public static async Task<IResult> ResolveAsync(HttpContext http, string requestCode, string unitLogin, string itemCode, int commentId, ResolveComment resolve) =>
        Answer(await resolve.RunAsync(new(requestCode, unitLogin), itemCode, commentId, Key(http)));

    private static IResult Answer(Problem? problem) => problem?.ToResult() ?? Results.NoContent();

    /// <summary>The one-time key; a request without one stands for itself.</summary>
    private static Guid Key(HttpContext http) => Guid.TryParse(http.Request.Headers["X-Key"], out var key) ? key : Guid.NewGuid();
}
