using System.Globalization;
using System.Text;
using Portal.Domain;

namespace Portal.Platform.Documents;

/// <summary>
/// Plain text of any encoding that Vietnamese letters lie about in: UTF-8, UTF-16, windows-1258, TCVN 5712:1993 (TCVN3, fonts whose names begin with .Vn)
/// and VNI. Without a mark at its head that encoding is taken in which the text looks most like Vietnamese. The tables are data (<c>LetterCodes.resx</c>).
/// </summary>
public static class PlainLetter
{
    private const double ManyZeros = 0.2;
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323", Shapes = "\u0302\u0306\u031B";

    private static readonly HashSet<string> Clusters = [.. LetterCodes.VowelClusters.Split(' ')];

    private static readonly Dictionary<byte, char> Tcvn3 = Table(LetterCodes.Tcvn3), VniLetters = Table(LetterCodes.VniLetters);
    private static readonly Dictionary<byte, string> VniMarks = LetterCodes.VniMarks.Split(' ').Select(p => p.Split('=')).ToDictionary(
        p => byte.Parse(p[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), p => string.Concat(p[1].Split('+').Select(m => (char)int.Parse(m, NumberStyles.HexNumber, CultureInfo.InvariantCulture))));

    /// <summary>Reads it.</summary>
    /// <param name="bytes">The file, or its beginning.</param>
    /// <returns>The text, composed; null where the bytes are no text.</returns>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        var text = Marked(bytes) ?? Wide(bytes) ?? Utf8(bytes);
        if (text is null && bytes.IndexOfAny((byte)0, (byte)1, (byte)2) < 0)
        {
            text = new[] { CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetString(bytes), OfTcvn3(bytes), OfVni(bytes) }.MaxBy(Likeness);
        }

        return text is null || text.Contains('\0') ? null : Fold.Nfc(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\f', '\n').Replace('\u00A0', ' ');
    }

    /// <summary>The text of a font that shows TCVN3's codes as letters of Latin-1.</summary>
    public static string OfTcvn3(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append(Tcvn3.TryGetValue(b, out var letter) ? letter : (char)b);
        }

        return text.ToString();
    }

    /// <summary>VNI writes a vowel and after it a sign for its accents.</summary>
    public static string OfVni(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            var lower = b is >= 0xC0 and < 0xE0 ? (byte)(b + 0x20) : b;
            if (VniMarks.TryGetValue(lower, out var marks) && text.Length > 0 && IsVowel(text[^1]))
            {
                text.Append(marks);
            }
            else
            {
                text.Append(VniLetters.TryGetValue(b, out var letter) ? letter : (char)b);
            }
        }

        return Fold.Nfc(text.ToString());
    }

    private static string? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    /// <summary>UTF-16 without a mark: every second byte of its blanks and plain letters is zero.</summary>
    private static string? Wide(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var half = bytes.Length / 2 * ManyZeros;
        return odd > half && even == 0 ? Encoding.Unicode.GetString(bytes) : even > half && odd == 0 ? Encoding.BigEndianUnicode.GetString(bytes) : null;
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        // Cut in the middle of a letter, the last letter is not held against it.
        for (var cut = 0; cut < 4 && cut < Math.Max(1, bytes.Length); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
            {
                return Encoding.UTF8.GetString(bytes[..^cut]);
            }
        }

        return null;
    }

    /// <summary>How much a text looks like Vietnamese: its words whose vowels stand together in Vietnamese, less those whose do not, less the letters and signs that no Vietnamese word has.</summary>
    private static int Likeness(string text)
    {
        var likeness = 0;
        foreach (var word in Fold.Nfc(text).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(c => c > '\u007F')))
        {
            likeness += word.Any(IsForeign) ? -4 : HasVowels(word) ? 1 : -1;
        }

        return likeness;
    }

    private static bool IsForeign(char c) => c > '\u007F' && c is not ('\u0111' or '\u2013' or '\u2014' or '\u201C' or '\u201D' or '\u2018' or '\u2019' or '\u2026')
        && !(IsVowel(c) && c.ToString().Normalize(NormalizationForm.FormD) is { Length: > 1 } parts && parts.Skip(1).All(m => Tones.Contains(m) || Shapes.Contains(m)));

    /// <summary>One run of vowels that Vietnamese knows, with one tone at most; the "i" of "gi" and the "u" of "qu" belong to the consonant.</summary>
    private static bool HasVowels(string word)
    {
        var vowels = string.Concat(word.SkipWhile(c => !IsVowel(c)).TakeWhile(IsVowel)).Normalize(NormalizationForm.FormD);
        var bare = Fold.Nfc(string.Concat(vowels.Where(c => !Tones.Contains(c))));
        return bare.Length == 0 || (vowels.Count(Tones.Contains) <= 1 && (Clusters.Contains(bare) || (bare.Length > 1 && bare[0] is 'i' or 'u' && Clusters.Contains(bare[1..]))));
    }

    private static bool IsVowel(char c) => "aeiouy".Contains(char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]), StringComparison.Ordinal);

    private static Dictionary<byte, char> Table(string table) => table.Split(' ').Select(p => p.Split('=')).ToDictionary(p => byte.Parse(p[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), p => p[1][0]);
}
