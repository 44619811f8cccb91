using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.Figures;

/// <summary>
/// Vietnamese numbers. The library's own vi-VN reading gives 15 for "1.5" and 12345 for "1234.5" without a word;
/// here a number that can be read in two ways is asked about instead.
/// </summary>
public static partial class FigureParser
{
    /// <summary>The most digits before the comma; far over any figure of a district, far under what a decimal holds.</summary>
    public const int IntegerDigits = 15;

    private static readonly NumberFormatInfo Vietnamese = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NumberNegativePattern = 1,
    };

    /// <summary>
    /// Reads a number as Vietnamese people write it: dots (or spaces) between groups of exactly three digits, a comma before
    /// the decimals. Blank gives null, never 0. Signs, exponents, letters and digits other than 0–9 are refused.
    /// </summary>
    /// <param name="raw">What was typed.</param>
    /// <param name="decimals">The most decimals allowed; more are refused, never rounded.</param>
    /// <returns>The number, null for blank, or what was read and how to write it.</returns>
    public static Outcome<decimal?> Parse(string raw, int decimals)
    {
        var text = raw.Trim();
        if (text.Length == 0)
        {
            return new Outcome<decimal?>(null, null);
        }
        if (Written().Match(text) is not { Success: true } match)
        {
            return Unreadable(text, decimals);
        }
        var whole = NotDigit().Replace(match.Groups["whole"].Value, "");
        var fraction = match.Groups["fraction"].Value;
        if (fraction.Length > decimals)
        {
            return decimals == 0
                ? Problem.Invalid(nameof(Problems.FigureNotWhole), Quote(text))
                : Problem.Invalid(nameof(Problems.FigureDecimals), Quote(text), fraction.Length, decimals);
        }
        if (whole.TrimStart('0').Length > IntegerDigits)
        {
            return Problem.Invalid(nameof(Problems.FigureTooLarge), Quote(text), IntegerDigits);
        }
        return decimal.Parse($"{whole}.{fraction}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>Writes a number for people: 1.234,5.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">How many decimals to show; null shows those it has.</param>
    public static string Show(decimal value, int? decimals = null) =>
        value.ToString(decimals is { } d ? $"N{d}" : "#,##0.############################", Vietnamese);

    /// <summary>Writes a number for storage: invariant, 1234.5, no trailing zeros.</summary>
    public static string Canonical(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static Problem Unreadable(string text, int decimals)
    {
        if (OneDot().Match(text) is { Success: true } dot)
        {
            var (left, right) = (dot.Groups["left"].Value, dot.Groups["right"].Value);
            var grouped = left[0] == '0' || left.Length + right.Length > IntegerDigits ? "1.234"
                : left.Length <= 3 && right.Length < 3 ? $"{left}.{right.PadRight(3, '0')}"
                : Show(decimal.Parse(left + right, CultureInfo.InvariantCulture));
            return decimals == 0
                ? Problem.Invalid(nameof(Problems.FigureDotWhole), Quote(text), grouped)
                : Problem.Invalid(nameof(Problems.FigureDot), Quote(text), Quote($"{left},{right}"), grouped);
        }
        var onlyNumberSigns = text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or ' ' or '\u00A0' or '\u202F');
        var code = onlyNumberSigns && text.Count(c => c == ',') > 1 ? nameof(Problems.FigureCommas)
            : onlyNumberSigns && text.Any(char.IsAsciiDigit) ? nameof(Problems.FigureGroups)
            : text[0] is '-' or '\u2212' or '\u2013' && text.Length > 1 && char.IsAsciiDigit(text[1]) ? nameof(Problems.FigureNegative)
            : decimals == 0 ? nameof(Problems.FigureNotNumberWhole)
            : nameof(Problems.FigureNotNumber);
        return Problem.Invalid(code, Quote(text));
    }

    /// <summary>What was typed, short enough to be quoted.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder();
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (++count > 40)
            {
                return quoted.Append('\u2026').ToString();
            }
            quoted.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }
        return quoted.ToString();
    }

    [GeneratedRegex(@"\A(?<whole>[0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+|[1-9][0-9]{0,2}([ \u00A0\u202F][0-9]{3})+)(,(?<fraction>[0-9]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"\A(?<left>[0-9]+)\.(?<right>[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex OneDot();

    [GeneratedRegex("[^0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex NotDigit();
}
