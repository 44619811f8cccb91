using System.Globalization;
using System.Text;

namespace Portal.Domain;

/// <summary>The one truth for accents: how text is stored (NFC) and how it is searched (folded).</summary>
public static class Fold
{
    /// <summary>Folds text for searching: no accents, đ as d, lower case. "Bình Đông" gives "binh dong".</summary>
    /// <param name="text">Any text, composed or decomposed.</param>
    public static string Of(string text)
    {
        var decomposed = Whole(text).Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
            folded.Append(c is '\u0111' or '\u0110' ? 'd' : char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }

    /// <summary>The composed form (NFC) in which text is stored; half a surrogate pair becomes U+FFFD, as UTF-8 would make it.</summary>
    /// <param name="text">Any text.</param>
    public static string Nfc(string text) => Whole(text).Normalize(NormalizationForm.FormC);

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
