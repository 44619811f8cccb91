using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>The manual's pictures: taken by the tests that walk the same way, where <c>PORTAL_PICTURES</c> names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PORTAL_PICTURES");

    /// <summary>Takes one of what is in sight.</summary>
    /// <param name="visitor">Who looks.</param>
    /// <param name="name">The picture's name, without its ending.</param>
    public static async Task PictureAsync(this Visitor visitor, string name)
    {
        if (Folder is not null)
        {
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}
