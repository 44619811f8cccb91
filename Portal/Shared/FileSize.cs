using System.Globalization;

namespace Portal.Shared;

/// <summary>A file's size for people: <c>512 KB</c>, <c>2,1 MB</c>.</summary>
public static class FileSize
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The words; at least 1 KB.</summary>
    public static string Of(long bytes) => bytes < 1 << 20
        ? $"{Math.Max(1, (bytes + 512) / 1024)} KB"
        : string.Create(Vietnamese, $"{bytes / (double)(1 << 20):0.#} MB");
}
