using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Letters;
using Portal.Domain.Requests;

namespace Portal.Features.Reports;

/// <summary>What the cover of a report says for the head and the foot of its letter. What is not given stays blank.</summary>
/// <param name="Number">The number; null while it is blank.</param>
/// <param name="Symbol">The symbol after it; null while it is blank.</param>
/// <param name="Day">The day; null while it is blank.</param>
/// <param name="SignerTitle">The signer's office; empty while it is blank.</param>
/// <param name="SignerName">The signer's name; null where only the office is given.</param>
public sealed partial record ReportCover(int? Number, string? Symbol, DateOnly? Day, string SignerTitle, string? SignerName)
{
    private const string NumberField = "soKyHieuBaoCao", DayField = "ngayBaoCao", SignerField = "nguoiKy";

    /// <summary>Reads it.</summary>
    /// <param name="values">Canonical values of the cover by path.</param>
    public static ReportCover Of(IReadOnlyDictionary<string, string> values)
    {
        var number = NumberAndSymbol().Match(values.GetValueOrDefault(NumberField) ?? "");
        var (title, name) = SignerOf(values.GetValueOrDefault(SignerField)?.Trim() ?? "");
        return new(number.Success ? int.Parse(number.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null, number.Success ? number.Groups[2].Value : null,
            FieldInput.Day(values.GetValueOrDefault(DayField)), title, name);
    }

    /// <summary>The day as the letter writes it.</summary>
    /// <param name="year">The year where the day is blank.</param>
    public LetterDay DayOr(int year) => Day is { } day ? new(day.Day, day.Month, day.Year) : new(null, null, year);

    // The field asks for the office and the name; people write one of them alone too, and the other way round.
    private static (string Title, string? Name) SignerOf(string text) => text.Split([',', ';', '\n'], 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var name, var title] when IsName(name) && !IsName(title) => (title, name),
        [var title, var name] => (title, name),
        [var name] when IsName(name) => ("", name),
        [var title] => (title, null),
        _ => ("", null),
    };

    private static bool IsName(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 and < 7 } words && words.All(w => char.IsUpper(w[0]) && w.Skip(1).All(char.IsLower));

    [GeneratedRegex(@"^\D{0,10}0*(\d{1,6})\s*/\s*([\p{Lu}\p{Nd}&.]+(?:-[\p{Lu}\p{Nd}&.]+)*)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberAndSymbol();
}
