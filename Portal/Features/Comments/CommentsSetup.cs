using Microsoft.AspNetCore.Mvc;
using Portal.App;

namespace Portal.Features.Comments;

/// <summary>What unit and reviewers say to each other about items.</summary>
public static class CommentsSetup
{
    private const long MostBytes = 256 * 1024;

    /// <summary>Adds the use cases and the query.</summary>
    public static IServiceCollection AddCommentsFeature(this IServiceCollection services) => services.AddScoped<AddComment>().AddScoped<ResolveComment>().AddScoped<TalkList>();

    /// <summary>Maps the addresses.</summary>
    public static void MapCommentsFeature(this IEndpointRouteBuilder app)
    {
        app.MapPost(Urls.CommentsRoute, CommentEndpoints.AddAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        app.MapPost(Urls.ResolveRoute, CommentEndpoints.ResolveAsync);
    }
}
