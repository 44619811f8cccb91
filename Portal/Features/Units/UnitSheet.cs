using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Platform.Documents;

namespace Portal.Features.Units;

/// <summary>A row of the sheet that says something.</summary>
/// <param name="Number">As the spreadsheet counts it, from 1.</param>
/// <param name="Cells">What stands in the columns that the sheet has, by field; blank ones too.</param>
internal sealed record UnitRow(int Number, IReadOnlyDictionary<string, string> Cells);

/// <summary>A cell that cannot be taken.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Field">What it holds.</param>
/// <param name="Stood">What stood there.</param>
/// <param name="Problem">Why, and what to do.</param>
internal sealed record UnitCellError(int Row, string Field, string Stood, Problem Problem);

/// <summary>Units as a workbook brings them, not yet compared with those that there are.</summary>
/// <param name="FileName">As its sender called it.</param>
/// <param name="Letters">The columns that it has: field → letters.</param>
/// <param name="Rows">Rows that say something.</param>
/// <param name="Errors">Cells that cannot be read.</param>
internal sealed record UnitSheet(string FileName, IReadOnlyDictionary<string, string> Letters, IReadOnlyList<UnitRow> Rows, IReadOnlyList<UnitCellError> Errors)
{
    /// <summary>The most rows of one file.</summary>
    public const int MaxRows = 5_000;

    private const int HeadWithin = 20;

    /// <summary>Finds the sheet by the head of its first column, and reads it.</summary>
    public static Outcome<UnitSheet> Of(IReadOnlyList<XlsxSheet> sheets, string fileName)
    {
        var first = UnitColumns.All[0].Head;
        var heads = sheets.SelectMany(s => s.Cells.Where(c => c.Key.Row <= HeadWithin && Same(c.Value.Shown, first)).Select(c => (Sheet: s, c.Key.Row))).Where(h => IsHead(h.Sheet, h.Row)).ToList();
        if (heads.Count == 0)
        {
            return Problem.Invalid(nameof(Problems.UnitsNoHead), fileName, first);
        }

        var (sheet, head) = heads[0];
        var columns = new Dictionary<int, UnitColumn>();
        foreach (var (at, cell) in sheet.Cells.Where(c => c.Key.Row == head && c.Value.Shown.Trim().Length > 0).OrderBy(c => c.Key.Column))
        {
            var column = UnitColumns.All.FirstOrDefault(c => Same(c.Head, cell.Shown));
            if (column is null || columns.ContainsValue(column))
            {
                return Problem.Invalid(column is null ? nameof(Problems.UnitsHeadUnknown) : nameof(Problems.UnitsHeadTwice), CellAddress.Of(head, at.Column), cell.Shown.Trim());
            }

            columns[at.Column] = column;
        }

        var filled = sheet.Cells.Where(c => c.Key.Row > head && c.Value.Shown.Trim().Length > 0).GroupBy(c => c.Key.Row).OrderBy(r => r.Key).ToList();
        return filled.Count > MaxRows ? Problem.Invalid(nameof(Problems.UnitsTooMany), MaxRows) : Read(fileName, columns, filled);
    }

    private static UnitSheet Read(string fileName, Dictionary<int, UnitColumn> columns, IEnumerable<IGrouping<int, KeyValuePair<(int Row, int Column), XlsxCell>>> filled)
    {
        var (rows, errors) = (new List<UnitRow>(), new List<UnitCellError>());
        foreach (var row in filled)
        {
            var cells = columns.Values.ToDictionary(c => c.Field, _ => "");
            foreach (var (at, cell) in row)
            {
                var column = columns.GetValueOrDefault(at.Column);
                var text = FieldInput.Clean(cell.Shown, keepLines: true);
                if (Wrong(column, cell, text) is { } problem)
                {
                    errors.Add(new(row.Key, column?.Field ?? CellAddress.Of(row.Key, at.Column), text, problem));
                }

                if (column is not null)
                {
                    cells[column.Field] = column.ManyLines && cell.Shown.EndsWith('\n') ? text + "\n" : text;
                }
            }

            rows.Add(new(row.Key, cells));
        }

        return new(fileName, columns.ToDictionary(c => c.Value.Field, c => CellAddress.Of(1, c.Key)[..^1]), rows, errors);
    }

    private static Problem? Wrong(UnitColumn? column, XlsxCell cell, string text) =>
        column is null ? Problem.Invalid(nameof(Problems.UnitsCellBeside))
        : cell.Kind is XlsxKind.Formula ? Problem.Invalid(nameof(Problems.CellIsFormula))
        : cell.Kind is XlsxKind.Error ? Problem.Invalid(nameof(Problems.CellIsError), text)
        : !column.ManyLines && text.Contains('\n') ? Problem.Invalid(nameof(Problems.UnitsOneLine))
        : null;

    // The guide names the columns too, but one under the other.
    private static bool IsHead(XlsxSheet sheet, int row) => sheet.Cells.Count(c => c.Key.Row == row && UnitColumns.All.Any(k => Same(k.Head, c.Value.Shown))) > 1;

    private static bool Same(string head, string typed) => Fold.Of(head).Trim() == Fold.Of(typed).Trim();
}
