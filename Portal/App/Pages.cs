namespace Portal.App;

/// <summary>All routable components.</summary>
public static class Pages
{
    /// <summary>Maps them, rendered on the server; the frame policy stands in the portal's own header.</summary>
    public static void MapPortalPages(this IEndpointRouteBuilder app) =>
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
}
