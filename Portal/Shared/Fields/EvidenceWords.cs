using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Portal.Shared.Fields;

/// <summary>How documents are spoken of: kinds, and the words that evidence.js needs.</summary>
public static class EvidenceWords
{
    private static readonly (string Extension, string Name)[] Known = [(".pdf", "PDF"), (".doc", "Word"), (".xls", "Excel"), (".jpg", "JPEG"), (".png", "PNG")];

    /// <summary>The texts of the script, by name, as JSON.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(
        new[]
        {
            nameof(EvidenceText.Uploading), nameof(EvidenceText.Left), nameof(EvidenceText.Seconds), nameof(EvidenceText.Minutes), nameof(EvidenceText.Checking), nameof(EvidenceText.Uploaded),
            nameof(EvidenceText.Cancel), nameof(EvidenceText.Dismiss), nameof(EvidenceText.Retry), nameof(EvidenceText.NoNetwork), nameof(EvidenceText.Offline), nameof(EvidenceText.Waiting), nameof(EvidenceText.Preparing), nameof(EvidenceText.Pause), nameof(EvidenceText.Resume), nameof(EvidenceText.Paused),
            nameof(EvidenceText.Unreadable), nameof(EvidenceText.NotSecret), nameof(EvidenceText.KeptFile), nameof(EvidenceText.ServerError), nameof(EvidenceText.SignedOut), nameof(EvidenceText.SessionOver),
            nameof(EvidenceText.TooBig), nameof(EvidenceText.Empty), nameof(EvidenceText.TooMany), nameof(EvidenceText.WrongKind),
            nameof(EvidenceText.Saving), nameof(EvidenceText.Saved), nameof(EvidenceText.NotSaved), nameof(EvidenceText.TakenOff), nameof(EvidenceText.Undo), nameof(EvidenceText.Stale),
            nameof(EvidenceText.Kind), nameof(EvidenceText.Official), nameof(EvidenceText.Other), nameof(EvidenceText.Number), nameof(EvidenceText.IssuedOn), nameof(EvidenceText.IssuedOnHint),
            nameof(EvidenceText.Issuer), nameof(EvidenceText.Summary), nameof(EvidenceText.Description), nameof(EvidenceText.Restricted),
        }.ToDictionary(name => name, name => EvidenceText.ResourceManager.GetString(name)!),
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>The kinds behind a list of extensions: <c>PDF, Word, Excel</c>.</summary>
    public static string Kinds(string accept)
    {
        var extensions = accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", Known.Where(k => extensions.Any(e => e.StartsWith(k.Extension, StringComparison.OrdinalIgnoreCase))).Select(k => k.Name));
    }
}
