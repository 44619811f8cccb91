using System.Globalization;
using Portal.Domain.People;
using Portal.Shared;

namespace Portal.Features.Units;

/// <summary>A column of the units' sheet.</summary>
/// <param name="Field">What it holds, as problems name it.</param>
/// <param name="Head">What stands over it.</param>
/// <param name="Hint">How it is filled in.</param>
/// <param name="Width">In characters.</param>
internal sealed record UnitColumn(string Field, string Head, string Hint, double Width)
{
    /// <summary>Whether a cell may have several lines.</summary>
    public bool ManyLines => Field is UnitColumns.Aliases or UnitColumns.Letterhead or UnitColumns.Groups or UnitColumns.Note;
}

/// <summary>The columns of the units' sheet, and a unit as their cells.</summary>
internal static class UnitColumns
{
    public const string Code = "code", Official = "officialCode", Order = "order", Name = "name", FullName = "fullName", ShortName = "shortName", Kind = "kind", Parent = "parent",
        Groups = "groups", Aliases = "aliases", LetterheadParent = "letterheadParent", Letterhead = "letterhead", Place = "place", StartedOn = "startedOn", Note = "note";

    /// <summary>In the order of the sheet.</summary>
    public static IReadOnlyList<UnitColumn> All { get; } =
    [
        new(Code, UnitsText.Key, UnitsText.KeyHint, 14),
        new(Official, UnitsText.OfficialCode, UnitsText.OfficialCodeHint, 10),
        new(Order, UnitsText.Order, UnitsText.SheetOrderHint, 8),
        new(Name, UnitsText.Name, UnitsText.SheetNameHint, 28),
        new(FullName, UnitsText.FullName, UnitsText.SheetFullNameHint, 38),
        new(ShortName, UnitsText.ShortName, UnitsText.SheetShortNameHint, 20),
        new(Kind, UnitsText.Kind, UnitsText.SheetKindHint, 14),
        new(Parent, UnitsText.SheetParent, UnitsText.SheetParentHint, 14),
        new(Groups, UnitsText.Groups, UnitsText.SheetGroupsHint, 30),
        new(Aliases, UnitsText.Aliases, UnitsText.SheetManyHint, 30),
        new(LetterheadParent, UnitsText.LetterheadParent, UnitsText.SheetLetterheadParentHint, 26),
        new(Letterhead, UnitsText.LetterheadLines, UnitsText.SheetManyHint, 30),
        new(Place, UnitsText.PlaceName, UnitsText.SheetPlaceHint, 14),
        new(StartedOn, UnitsText.StartedOn, UnitsText.DayHint, 12),
        new(Note, UnitsText.NoteLabel, UnitsText.SheetNoteHint, 30),
    ];

    /// <summary>A unit as the cells of its row, by field.</summary>
    /// <param name="code">The key.</param>
    /// <param name="official">The official code.</param>
    /// <param name="facts">What describes it.</param>
    /// <param name="groups">The groups it belongs to, by name.</param>
    public static IReadOnlyDictionary<string, string> Cells(string code, string? official, UnitFacts facts, IEnumerable<string> groups) => new Dictionary<string, string>
    {
        [Code] = code,
        [Official] = official ?? "",
        [Order] = facts.Order?.ToString(CultureInfo.InvariantCulture) ?? "",
        [Name] = facts.Name ?? "",
        [FullName] = facts.FullName ?? "",
        [ShortName] = facts.ShortName ?? "",
        [Kind] = facts.Kind ?? "",
        [Parent] = facts.ParentCode ?? "",
        [Groups] = Join([.. groups]),
        [Aliases] = Join(facts.Aliases),
        [LetterheadParent] = facts.LetterheadParent ?? "",
        [Letterhead] = Join(facts.LetterheadLines),
        [Place] = facts.PlaceName ?? "",
        [StartedOn] = facts.StartedOn is { } day ? VietTime.Date(day) : "",
        [Note] = facts.Note ?? "",
    };

    /// <summary>The values of a cell: one on each line, or on one line with semicolons between them.</summary>
    public static IReadOnlyList<string> Split(string text) => UnitFacts.Lines(text.Split(text.Contains('\n') ? '\n' : ';'));

    // Where a value itself has a semicolon, lines part them; a single one ends its line.
    private static string Join(IReadOnlyList<string> values) => values.Any(v => v.Contains(';')) ? string.Join('\n', values) + "\n" : string.Join("; ", values);
}
