using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Platform.Documents;

namespace Portal.Features.Workbook;

/// <summary>A spreadsheet's cell as the answer to a field.</summary>
internal static class CellInput
{
    // Days between 1954 and 2078. A plain number outside is no day: 2024 would be 16/7/1905.
    private const int FirstSerial = 20_000, LastSerial = 65_000;

    /// <summary>Checks it as if it had been typed. A number stays the number it is, a day the day; a formula is never taken, nor what it gave.</summary>
    /// <param name="field">The field or the column.</param>
    /// <param name="cell">What stands in the cell; null when it is blank.</param>
    /// <returns>Canonical text, null for blank, or what is wrong and what to do.</returns>
    public static Outcome<string?> Read(Field field, XlsxCell? cell) => cell switch
    {
        null => new Outcome<string?>(null, null),
        { Kind: XlsxKind.Formula } => Problem.Invalid(nameof(Problems.CellIsFormula)),
        { Kind: XlsxKind.Error } error => Problem.Invalid(nameof(Problems.CellIsError), error.Text),
        { Kind: XlsxKind.Truth } truth when field.Type is FieldType.Boolean => truth.Text == "TRUE" ? "true" : "false",
        { Kind: XlsxKind.Text } text => LabelInput.Parse(field, field.Type is FieldType.Date ? WithoutTime(text.Text) : text.Text),
        { } number when field.Type is FieldType.Date && IsDay(number) => FieldInput.Parse(field, $"{number.Day:yyyy-MM-dd}"),
        { Kind: XlsxKind.Number, Number: { } number } when field.IsNumber => FieldInput.Parse(field, Domain.Figures.FigureParser.Show(number)),
        { Kind: XlsxKind.Percent, Number: { } share } when field.Type is FieldType.Percent => FieldInput.Parse(field, Domain.Figures.FigureParser.Show(share * 100)),
        { } other => LabelInput.Parse(field, other.Shown),
    };

    private static bool IsDay(XlsxCell cell) => cell.Day is not null && (cell.Kind is XlsxKind.Date || (cell is { Kind: XlsxKind.Number, Number: { } serial } && serial is >= FirstSerial and <= LastSerial && decimal.IsInteger(serial)));

    /// <summary>Some programs write a day with midnight behind it.</summary>
    private static string WithoutTime(string text) => text.Trim() is { Length: > 10 } day && day[10] is 'T' or ' ' && day[4] == '-' ? day[..10] : text;
}
