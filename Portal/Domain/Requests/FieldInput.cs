using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Figures;

namespace Portal.Domain.Requests;

/// <summary>What people type into a field, and how a stored value is shown to them.</summary>
public static partial class FieldInput
{
    /// <summary>
    /// Checks what was typed and makes it canonical text: numbers 1234.5, days yyyy-MM-dd, "true" and "false", the code of a choice,
    /// text composed (NFC) with line ends as \n, without control characters and without characters that turn the reading direction.
    /// Whether the answer is long enough or required is no matter of typing: <see cref="FormCheck"/> judges that.
    /// </summary>
    /// <param name="field">The field or the column.</param>
    /// <param name="raw">What was typed. Stored numbers have to be shown first: "1234.5" is refused like any unclear number.</param>
    /// <returns>The canonical text, null for blank, or what is wrong and how to write it. Tables and files have no value of their own.</returns>
    public static Outcome<string?> Parse(Field field, string? raw)
    {
        if (field.Type is FieldType.Table or FieldType.File)
        {
            return Problem.Invalid(nameof(Problems.FieldHasNoValue), field.Label);
        }
        var text = Clean(raw ?? "", keepLines: field.Type is FieldType.LongText);
        return text.Length == 0 ? new Outcome<string?>(null, null) : field.Type switch
        {
            FieldType.Text or FieldType.LongText => OfText(field, text),
            FieldType.Integer or FieldType.Decimal or FieldType.Percent or FieldType.Money => OfNumber(field, text),
            FieldType.Date => OfDate(text),
            FieldType.Year => OfYear(text),
            FieldType.Boolean => text is "true" or "false" ? text : Problem.Invalid(nameof(Problems.FieldYesOrNo), FieldText.Yes, FieldText.No),
            FieldType.Choice or FieldType.UnitRef => OfChoice(field, text),
            FieldType.Phone => OfPhone(text),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, null),
        };
    }

    /// <summary>Writes a stored value for people: 1.234,5; 03/7/2024; a choice's label; an empty text for none.</summary>
    /// <param name="field">The field or the column.</param>
    /// <param name="canonical">The canonical text; what cannot be read as one is shown as it is.</param>
    public static string Show(Field field, string? canonical)
    {
        if (string.IsNullOrEmpty(canonical))
        {
            return "";
        }
        return field.Type switch
        {
            _ when field.IsNumber => Number(canonical) is { } number ? FigureParser.Show(number) : canonical,
            FieldType.Date => Day(canonical) is { } day ? ShowDay(day) : canonical,
            FieldType.Boolean => canonical switch { "true" => FieldText.Yes, "false" => FieldText.No, _ => canonical },
            FieldType.Choice or FieldType.UnitRef => field.Choices.FirstOrDefault(c => c.Code == canonical)?.Label ?? canonical,
            _ => canonical,
        };
    }

    /// <summary>A day as official letters write it: days under 10 and the months 1 and 2 with a leading 0, other months without (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
    public static string ShowDay(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}/{(day.Month < 3 ? "0" : "")}{day.Month}/{day.Year}");

    /// <summary>The number a canonical text holds, or null.</summary>
    public static decimal? Number(string? canonical) =>
        decimal.TryParse(canonical, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The day a canonical text holds, or null.</summary>
    public static DateOnly? Day(string? canonical) =>
        DateOnly.TryParseExact(canonical, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>How many characters a text has, as the browser counts them: Unicode scalars of the composed text.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Text that is fit to be kept: composed (NFC), line ends as \n or as a space, without control characters and without those that turn the reading direction, without space around it.</summary>
    /// <param name="raw">As typed.</param>
    /// <param name="keepLines">Line ends stay.</param>
    public static string Clean(string raw, bool keepLines)
    {
        var clean = new StringBuilder(raw.Length);
        foreach (var rune in Fold.Nfc(raw.ReplaceLineEndings("\n")).EnumerateRunes())
        {
            if (rune.Value == '\n' && keepLines)
            {
                clean.Append('\n');
            }
            else if (rune.Value is '\n' or '\t')
            {
                clean.Append(' ');
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFEFF or 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                clean.Append(rune);
            }
        }
        return Fold.Nfc(clean.ToString()).Trim();
    }

    private static Outcome<string?> OfText(Field field, string text)
    {
        var length = Length(text);
        return length <= field.LengthLimit ? text
            : Problem.Invalid(nameof(Problems.FieldTooLong), FigureParser.Show(length), FigureParser.Show(length - field.LengthLimit), FigureParser.Show(field.LengthLimit));
    }

    private static Outcome<string?> OfNumber(Field field, string text)
    {
        var read = FigureParser.Parse(text, field.DecimalPlaces);
        if (read.Problem is { } problem)
        {
            return problem;
        }
        var number = read.Value!.Value;
        var least = field.Min ?? (field.Type is FieldType.Percent ? 0 : null);
        var most = field.Max ?? (field.Type is FieldType.Percent ? 100 : null);
        if (number < least)
        {
            return Problem.Invalid(field.Type is FieldType.Integer ? nameof(Problems.FigureBelowWhole) : nameof(Problems.FigureBelow), FigureParser.Show(least.Value), FigureParser.Show(number));
        }
        if (number > most)
        {
            return Problem.Invalid(nameof(Problems.FigureAbove), FigureParser.Show(number), FigureParser.Show(most.Value));
        }
        return FigureParser.Canonical(number);
    }

    internal static Outcome<string?> OfDate(string text)
    {
        var parts = text.Contains('-') ? text.Split('-').Reverse().ToArray() : text.Split('/');
        if (parts is not [var day, var month, { Length: 4 } year] || !parts.All(p => p.Length is 1 or 2 or 4 && p.All(char.IsAsciiDigit)) || day.Length > 2 || month.Length > 2)
        {
            return Problem.Invalid(nameof(Problems.DateUnreadable), Shorten(text));
        }
        var (y, m, d) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        if (y is < 1900 or > 2100)
        {
            return Problem.Invalid(nameof(Problems.YearOutside), year);
        }
        return m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{m:00}-{d:00}")
            : Problem.Invalid(nameof(Problems.DateNotReal), $"{day}/{month}/{year}");
    }

    private static Outcome<string?> OfYear(string text)
    {
        if (text.Length != 4 || !text.All(char.IsAsciiDigit))
        {
            return Problem.Invalid(nameof(Problems.YearUnreadable), Shorten(text));
        }
        return int.Parse(text, CultureInfo.InvariantCulture) is >= 1900 and <= 2100 ? text : Problem.Invalid(nameof(Problems.YearOutside), text);
    }

    private static Outcome<string?> OfChoice(Field field, string text)
    {
        if (field.Choices.Any(c => c.Code == text))
        {
            return text;
        }
        return Problem.Invalid(nameof(Problems.ChoiceNotOffered), Shorten(text), string.Join("; ", field.Choices.Take(6).Select(c => c.Label)));
    }

    private static Outcome<string?> OfPhone(string text) =>
        PhoneSigns().IsMatch(text) && text.Count(char.IsAsciiDigit) is >= 8 and <= 15 ? text : Problem.Invalid(nameof(Problems.PhoneUnreadable), Shorten(text));

    private static string Shorten(string text) => Length(text) <= 40 ? text : string.Concat(text.EnumerateRunes().Take(40)) + "\u2026";

    [GeneratedRegex(@"\A\+?[0-9][0-9 .\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneSigns();
}
