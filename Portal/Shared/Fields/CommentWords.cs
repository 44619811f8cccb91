using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Portal.Shared.Fields;

/// <summary>The words that comments.js needs.</summary>
public static class CommentWords
{
    /// <summary>The texts of the script, by name, as JSON.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(
        new[]
        {
            nameof(TalkText.Label), nameof(TalkText.Kept), nameof(TalkText.Sending), nameof(TalkText.Sent), nameof(TalkText.Resolving), nameof(TalkText.ResolvedNow),
            nameof(TalkText.Blank), nameof(TalkText.NoNetwork), nameof(TalkText.ServerError), nameof(TalkText.SessionOver),
        }.ToDictionary(name => name, name => TalkText.ResourceManager.GetString(name)!),
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
