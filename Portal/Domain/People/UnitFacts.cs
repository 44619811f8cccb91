using System.Text.RegularExpressions;

namespace Portal.Domain.People;

/// <summary>What describes a unit, as it is typed or read from a file.</summary>
/// <param name="Name">As letters call it.</param>
/// <param name="FullName">In full.</param>
/// <param name="ShortName">As lists call it.</param>
/// <param name="Order">Official order, from 1; null leaves it.</param>
/// <param name="Kind">What kind, a word of the data.</param>
/// <param name="ParentCode">The unit it belongs to.</param>
public sealed partial record UnitFacts(string? Name, string? FullName, string? ShortName, int? Order, string? Kind, string? ParentCode)
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int MaxName = 200;

    /// <summary>The longest key.</summary>
    public const int MaxCode = 40;

    private const int MostLines = 20;

    /// <summary>Other spellings.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The line over its name in a letterhead.</summary>
    public string? LetterheadParent { get; init; }

    /// <summary>The lines of its own letterhead.</summary>
    public IReadOnlyList<string> LetterheadLines { get; init; } = [];

    /// <summary>The place before the date of its letters.</summary>
    public string? PlaceName { get; init; }

    /// <summary>The day it began.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>What else is to be known.</summary>
    public string? Note { get; init; }

    /// <summary>What is wrong with the words; null when nothing is.</summary>
    public Problem? Check() => Wrongs().FirstOrDefault();

    /// <summary>All that is wrong with the words, each at its field.</summary>
    public IReadOnlyList<Problem> Wrongs()
    {
        var name = Problem.Invalid(nameof(Problems.UnitNameNeeded), MaxName);
        var lines = Problem.Invalid(nameof(Problems.UnitLinesTooMany), MostLines, MaxName);
        (bool Is, Problem Problem)[] wrong =
        [
            (Wrong(Name), name.At("name")),
            (Wrong(FullName), name.At("fullName")),
            (Wrong(ShortName), name.At("shortName")),
            (Order is < 1 or > 9999, Problem.Invalid(nameof(Problems.UnitOrderWrong)).At("order")),
            (TooMany(Aliases), lines.At("aliases")),
            (TooMany(LetterheadLines), lines.At("letterhead")),
        ];
        return [.. wrong.Where(w => w.Is).Select(w => w.Problem)];
    }

    /// <summary>What is wrong with the codes of a new unit; null when nothing is.</summary>
    /// <param name="code">The key: letters without accents, digits, hyphens.</param>
    /// <param name="officialCode">Five digits, or nothing.</param>
    public static Problem? CheckCodes(string? code, string? officialCode) =>
        code is not { Length: > 0 and <= MaxCode } || !Key().IsMatch(code) ? Problem.Invalid(nameof(Problems.UnitCodeWrong), MaxCode).At("code")
        : officialCode is not null && !FiveDigits().IsMatch(officialCode) ? Problem.Invalid(nameof(Problems.OfficialCodeWrong)).At("officialCode")
        : null;

    /// <summary>A line without blank ends; null for a blank one.</summary>
    internal static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : Fold.Nfc(text).Trim();

    /// <summary>Lines without blank ones.</summary>
    internal static IReadOnlyList<string> Lines(IReadOnlyList<string> lines) => [.. lines.Select(Clean).OfType<string>().Distinct()];

    private static bool Wrong(string? name) => string.IsNullOrWhiteSpace(name) || name.Length > MaxName;

    private static bool TooMany(IReadOnlyList<string> lines) => lines.Count > MostLines || lines.Any(l => l.Length > MaxName);

    [GeneratedRegex(@"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"^[0-9]{5}\z")]
    private static partial Regex FiveDigits();
}
