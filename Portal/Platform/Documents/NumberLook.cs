using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Platform.Documents;

/// <summary>What a number format shows (ECMA-376 part 1, 18.8.30–31): a number, a day or a percentage.</summary>
internal static partial class NumberLook
{
    /// <summary>What the format with this id shows.</summary>
    /// <param name="id">A built-in format's number or one of the file's own.</param>
    /// <param name="own">The file's own formats by id.</param>
    public static XlsxKind Of(string id, IReadOnlyDictionary<string, string> own)
    {
        if (own.TryGetValue(id, out var code))
        {
            var signs = Quoted().Replace(code, "");
            return signs.Contains('%') ? XlsxKind.Percent : signs.AsSpan().IndexOfAny("dDyY") >= 0 ? XlsxKind.Date : XlsxKind.Number;
        }

        return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number switch
        {
            9 or 10 => XlsxKind.Percent,
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => XlsxKind.Date,
            _ => XlsxKind.Number,
        } : XlsxKind.Number;
    }

    /// <summary>Words in a format, and its conditions, colours and languages in brackets.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
