using System.Globalization;
using Portal.Domain.Figures;
using Portal.Domain.Requests;

namespace Portal.Platform.Documents;

/// <summary>What stands in a cell that was read.</summary>
public enum XlsxKind
{
    /// <summary>Words, or digits that were typed as words.</summary>
    Text,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A number that is shown as a day: days since 30/12/1899.</summary>
    Date,
    /// <summary>A number that is shown as a percentage: 0.5 is 50 %.</summary>
    Percent,
    /// <summary>TRUE or FALSE.</summary>
    Truth,
    /// <summary>#REF! and the like.</summary>
    Error,
    /// <summary>A formula. What it gave last is not read: nobody here knows whether it still holds.</summary>
    Formula,
}

/// <summary>One cell that was read and is not blank.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Words as they stand; a number as it is stored (invariant); a formula with its sign of equality.</param>
public readonly record struct XlsxCell(XlsxKind Kind, string Text)
{
    /// <summary>The number, to the 15 digits that the programs show; null where it is none.</summary>
    public decimal? Number => Kind is XlsxKind.Number or XlsxKind.Date or XlsxKind.Percent
        && double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e27 ? (decimal)number : null;

    /// <summary>The day of a number; null where it is none.</summary>
    public DateOnly? Day => Number is >= 1 and < 2_958_466 and { } serial ? DateOnly.FromDateTime(DateTime.FromOADate((double)decimal.Truncate(serial))) : null;

    /// <summary>The cell as people see it: 1234,5; 31/12/2024; 65,7%.</summary>
    public string Shown => Kind switch
    {
        XlsxKind.Number when Number is { } number => Plain(number),
        XlsxKind.Percent when Number is { } share => Plain(share * 100) + "%",
        XlsxKind.Date when Day is { } day => FieldInput.ShowDay(day),
        _ => Text,
    };

    private static string Plain(decimal number) => FigureParser.Canonical(number).Replace('.', ',');
}

/// <summary>One sheet that was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cells">What is not blank, by row and column from 1.</param>
public sealed record XlsxSheet(string Name, IReadOnlyDictionary<(int Row, int Column), XlsxCell> Cells)
{
    /// <summary>The text of a cell as people see it; empty when it is blank.</summary>
    public string Shown(int row, int column) => Cells.TryGetValue((row, column), out var cell) ? cell.Shown : "";
}
