using System.Globalization;
using System.Text;

namespace Portal.Platform.Files;

/// <summary>File names as people send them, made safe to store, show and download.</summary>
public static class FileName
{
    /// <summary>The longest cleaned name, in UTF-16 units, extension included.</summary>
    public const int MaxLength = 150;

    /// <summary>The longest extension; what follows the last dot and is longer is part of the name.</summary>
    public const int MaxExtension = 12;
    private const string Nameless = "tep";

    /// <summary>
    /// The last path segment in Unicode NFC, without control, formatting (bidi, zero-width) and unpaired characters,
    /// without what Windows forbids in names, without <c>..</c>; never blank, at most <see cref="MaxLength"/> long.
    /// Cleaning a cleaned name changes nothing.
    /// </summary>
    /// <param name="raw">The name as the browser sent it; may be a whole path, may be hostile.</param>
    public static string Clean(string raw)
    {
        var text = Allowed(raw[(raw.LastIndexOfAny(['/', '\\']) + 1)..]).Normalize(NormalizationForm.FormC).TrimEnd(' ', '.');
        var extension = Extension(text);
        var stem = text[..^extension.Length].Trim(' ', '.');
        extension = extension.Replace(" ", "").Normalize(NormalizationForm.FormC); // what the space kept apart may join
        if (stem.Length == 0)
        {
            stem = Nameless;
        }
        if (IsReserved(stem))
        {
            stem = "_" + stem;
        }
        var room = MaxLength - extension.Length;
        if (stem.Length > room)
        {
            stem = stem[..(char.IsHighSurrogate(stem[room - 1]) ? room - 1 : room)].TrimEnd(' ', '.');
        }
        return stem + extension;
    }

    /// <summary>The extension with its dot, or nothing.</summary>
    public static string Extension(string name) => Path.GetExtension(name) is { Length: <= MaxExtension } extension ? extension : "";

    private static string Allowed(string segment)
    {
        var kept = new StringBuilder(segment.Length);
        foreach (var rune in segment.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                continue;
            }
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                    break;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    AppendOnce(kept, ' ');
                    break;
                default:
                    if (rune.Value == '.')
                    {
                        AppendOnce(kept, '.');
                    }
                    else
                    {
                        kept.Append(rune.Value < 128 && "<>:\"|?*".Contains((char)rune.Value) ? "_" : rune.ToString());
                    }
                    break;
            }
        }
        return kept.ToString();
    }

    private static void AppendOnce(StringBuilder text, char c)
    {
        if (text.Length == 0 || text[^1] != c)
        {
            text.Append(c);
        }
    }

    /// <summary>Names Windows keeps for devices, whatever follows the first dot.</summary>
    private static bool IsReserved(string stem)
    {
        var device = stem.Split('.')[0].TrimEnd().ToUpperInvariant();
        return device is "CON" or "PRN" or "AUX" or "NUL"
            || (device.Length == 4 && (device.StartsWith("COM", StringComparison.Ordinal) || device.StartsWith("LPT", StringComparison.Ordinal))
                && device[3] is (>= '0' and <= '9') or '¹' or '²' or '³');
    }
}
