using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Portal.Shared.Documents;

/// <summary>What the preview says, and which documents it can draw.</summary>
public static class PreviewWords
{
    private static readonly string[] Drawn = [".pdf", ".jpg", ".jpeg", ".png"];

    /// <summary>All texts of <see cref="PreviewText"/> by name, as JSON, for preview.js.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(
        PreviewText.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!),
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>Whether a file of that name is drawn in the page; the others are offered as download only. A name's extension agrees with its content since the upload.</summary>
    public static bool CanDraw(string fileName) => Drawn.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);
}
