using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Portal.Platform.Documents;

/// <summary>
/// Finds the signatures of a PDF (ISO 32000-1, 12.8): each dictionary with /ByteRange and /Contents. What is signed is taken from the bytes of the file,
/// not from its objects: everything from the first byte on except one gap, and that gap holds the signature and nothing else. Whatever deviates is
/// called unreadable, so that nothing can hide in a gap.
/// </summary>
internal static class PdfSignatures
{
    /// <summary>The greatest file, in bytes: it stands in memory twice.</summary>
    public const int MaxFile = 48 * 1024 * 1024;

    private const int MaxContents = 2 * 1024 * 1024;
    private const string Cms = "adbe.pkcs7.detached", Cades = "ETSI.CAdES.detached", Timestamp = "ETSI.RFC3161";

    private sealed record Place(long[] Range, string? Kind, DateTimeOffset? At);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it lies.</param>
    public static SignatureReading Read(string path)
    {
        if (new FileInfo(path).Length > MaxFile)
        {
            return SignatureReading.Unread;
        }

        var file = File.ReadAllBytes(path);
        var places = Find(file);
        return new([.. places.OrderBy(p => p.Range.Length == 4 ? p.Range[2] + p.Range[3] : long.MaxValue).Select(p => Read(file, p))]);
    }

    private static List<Place> Find(byte[] file)
    {
        using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        var structure = document.Structure;
        var (found, waiting) = (new List<Place>(), new Stack<IToken>());
        foreach (var reference in structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            if (structure.GetObject(reference)?.Data is { } token)
            {
                waiting.Push(token);
            }

            while (waiting.TryPop(out var next) && found.Count < SignatureReading.Most)
            {
                Look(next, waiting, found);
            }
        }

        return found;
    }

    private static void Look(IToken token, Stack<IToken> waiting, List<Place> found)
    {
        foreach (var inner in token switch { ArrayToken array => array.Data, DictionaryToken dictionary => dictionary.Data.Values, _ => [] })
        {
            waiting.Push(inner);
        }

        // A time stamp of its own signs nothing in anybody's name.
        if (token is DictionaryToken signature && signature.Data.TryGetValue("ByteRange", out var range) && signature.Data.ContainsKey("Contents") && Name(signature, "SubFilter") is var kind and not Timestamp)
        {
            found.Add(new(Range(range), kind, signature.Data.TryGetValue("M", out var at) ? Time(at) : null));
        }
    }

    private static PdfSignature Read(byte[] file, Place place) =>
        place.Kind is Cms or Cades && Contents(file, place.Range) is { } contents
            ? PdfSignatureCheck.Read(Covered(file, place.Range), contents, place.At) with { CoversWhole = place.Range[2] + place.Range[3] == file.Length }
            : new();

    /// <summary>The four numbers; none where they are no such.</summary>
    private static long[] Range(IToken token) => token is ArrayToken { Data: { Count: 4 } numbers } && numbers.All(n => n is NumericToken { HasDecimalPlaces: false, Double: >= 0 and < int.MaxValue })
        ? [.. numbers.Select(n => ((NumericToken)n).Long)]
        : [];

    /// <summary>The signature in the gap: a string of hexadecimal digits from its first bracket to its last, or null when anything else stands there.</summary>
    private static byte[]? Contents(byte[] file, long[] range)
    {
        if (range is not [0, > 0 and var gap, var after, var rest] || after - gap is < 4 or > MaxContents || after + rest > file.Length)
        {
            return null;
        }

        var text = file.AsSpan((int)gap, (int)(after - gap));
        if (text is not [(byte)'<', .. var inside, (byte)'>'])
        {
            return null;
        }

        var digits = string.Concat(Encoding.Latin1.GetString(inside).Where(c => c is not (' ' or '\n' or '\r' or '\t' or '\f' or '\0')));
        return digits.Length % 2 == 0 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
    }

    private static byte[] Covered(byte[] file, long[] range)
    {
        var (before, after, rest) = ((int)range[1], (int)range[2], (int)range[3]);
        var covered = new byte[before + rest];
        file.AsSpan(0, before).CopyTo(covered);
        file.AsSpan(after, rest).CopyTo(covered.AsSpan(before));
        return covered;
    }

    private static string? Name(DictionaryToken dictionary, string key) => dictionary.Data.TryGetValue(key, out var value) && value is NameToken name ? name.Data : null;

    /// <summary>D:YYYYMMDDHHmmSSOHH'mm' (7.9.4); without a zone it is taken for the time here.</summary>
    private static DateTimeOffset? Time(IToken token)
    {
        var text = token switch { StringToken s => s.Data, HexToken h => h.Data, _ => "" };
        var digits = text.StartsWith("D:", StringComparison.Ordinal) ? text[2..] : text;
        if (digits.Length < 14 || !DateTime.TryParseExact(digits[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var zone = digits[14..].Replace("'", "", StringComparison.Ordinal);
        return zone switch
        {
            "" => new(time, TimeSpan.FromHours(7)),
            ['Z', ..] => new(time, TimeSpan.Zero),
            _ => DateTimeOffset.TryParseExact($"{digits[..14]}{zone}", ["yyyyMMddHHmmsszzz", "yyyyMMddHHmmsszz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at
                : zone.Length == 5 && DateTimeOffset.TryParseExact($"{digits[..14]}{zone[..3]}:{zone[3..]}", "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out at) ? at : null,
        };
    }
}
