namespace Portal.Domain.Submissions;

/// <summary>Where a value was brought from: a cell of a sheet, or an earlier report.</summary>
/// <param name="Sheet">The sheet's name, or what the earlier report is called.</param>
/// <param name="Cell">The cell's address; null for a report.</param>
public sealed record Origin(string Sheet, string? Cell);

/// <summary>A value from outside for one field, with what stood there when it was taken out.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="ItemCode">The item, or the cover.</param>
/// <param name="Path">Which field or cell.</param>
/// <param name="Value">Canonical text; null for blank.</param>
/// <param name="Base">What the portal said when the workbook was made; null for blank.</param>
public sealed record BroughtValue(Origin Origin, string ItemCode, string Path, string? Value, string? Base);

/// <summary>A row of a table from outside.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="ItemCode">The item.</param>
/// <param name="Table">The table's code.</param>
/// <param name="RowId">The row as the portal knows it; null for a line that was blank.</param>
/// <param name="Cells">Its cells in the order of the columns; each path ends with the column, and is complete where the row is known.</param>
public sealed record BroughtRow(Origin Origin, string ItemCode, string Table, string? RowId, IReadOnlyList<BroughtValue> Cells);

/// <summary>All that was brought.</summary>
public sealed record Brought(IReadOnlyList<BroughtValue> Values, IReadOnlyList<BroughtRow> Rows);
