using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Platform.Documents;

/// <summary>Text as SpreadsheetML keeps it (ECMA-376, ST_Xstring): _x000D_ stands for a character, so a text that looks like that is escaped.</summary>
internal static partial class XlsxText
{
    /// <summary>For writing; what XML cannot hold is left out.</summary>
    public static string Escape(string text) =>
        Looks().Replace(string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || (c >= ' ' && c is not ('\uFFFE' or '\uFFFF')))), "_x005F$0");

    /// <summary>After reading.</summary>
    public static string Unescape(string text) => !text.Contains("_x", StringComparison.Ordinal) ? text
        : Looks().Replace(text, m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Looks();
}
