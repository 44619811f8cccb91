using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>One field that would change.</summary>
/// <param name="Path">Which field or cell; <c>table/rowId/#</c> for a row's place.</param>
/// <param name="Field">Its definition; null for a row's place.</param>
/// <param name="Before">What stands there now; null for blank.</param>
/// <param name="After">What would stand there; null for blank.</param>
/// <param name="SeenVersion">The version of what stands there.</param>
public sealed record ProposedCell(string Path, Field? Field, string? Before, string? After, int SeenVersion);

/// <summary>What a proposed line does.</summary>
public enum ProposalKind
{
    /// <summary>One value is put into a field.</summary>
    Value,
    /// <summary>A row comes to a table.</summary>
    NewRow,
    /// <summary>A row leaves a table.</summary>
    RowGone,
}

/// <summary>One thing that can be taken or left.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="ItemCode">The item, or the cover.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table it happens in; null for a field of its own.</param>
/// <param name="Cells">What it changes, in the order in which it has to be done.</param>
/// <param name="Conflict">The field as somebody left it on the portal since; null when nobody did.</param>
public sealed record ProposalLine(Origin Origin, string ItemCode, ProposalKind Kind, Field? Table, IReadOnlyList<ProposedCell> Cells, FieldValue? Conflict);

/// <summary>Something that was brought and cannot be taken.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Stood">What stood there, as people see it.</param>
/// <param name="Problem">Why not, and what to do.</param>
public sealed record ProposalRefusal(Origin Origin, string Stood, Problem Problem);

/// <summary>What an import would do: three texts are compared for each field, the brought one, the one it started from, and the one that stands there now.</summary>
/// <param name="Lines">What can be taken, in the order brought.</param>
/// <param name="Refused">What cannot.</param>
/// <param name="Unchanged">How many brought values already stand there, or were not touched.</param>
public sealed record Proposal(IReadOnlyList<ProposalLine> Lines, IReadOnlyList<ProposalRefusal> Refused, int Unchanged)
{
    /// <summary>Compares. Nothing is changed.</summary>
    /// <param name="submission">The report, with its working copies.</param>
    /// <param name="forms">The forms it stands on.</param>
    /// <param name="brought">What was brought.</param>
    public static Proposal Of(Submission submission, FormTemplate forms, Brought brought) => new Comparison(submission, forms, brought).Run();

    private sealed class Comparison(Submission submission, FormTemplate forms, Brought brought)
    {
        private const int RowIdLength = 8;
        private readonly AnswerSheet now = submission.Sheet();
        private readonly List<ProposalLine> lines = [];
        private readonly List<ProposalRefusal> refused = [];
        private readonly Dictionary<(string, string), int> added = [];
        private readonly HashSet<(string, string, string)> known =
            [.. brought.Rows.Where(r => r.RowId is not null).Select(r => (r.ItemCode, r.Table, r.RowId!))];
        private int unchanged;

        public Proposal Run()
        {
            foreach (var value in brought.Values)
            {
                Compare(value, null);
            }

            foreach (var row in brought.Rows)
            {
                Compare(row);
            }

            return new(lines, refused, unchanged);
        }

        private void Compare(BroughtValue value, Field? table)
        {
            if (submission.Find(value.ItemCode) is not { } item || forms.Field(value.ItemCode, value.Path) is not { } field)
            {
                refused.Add(new(value.Origin, value.Value ?? "", Problem.Invalid(nameof(Problems.FieldUnknown), value.Path)));
                return;
            }

            var stands = now.Get(value.ItemCode, value.Path);
            if (value.Value == value.Base || value.Value == stands)
            {
                unchanged += value.Value is null ? 0 : 1;
                return;
            }

            if ((item.MayEdit(value.Path) ?? (Gone(value) ? Problem.Stale(nameof(Problems.RowGone)) : null)) is { } problem)
            {
                refused.Add(new(value.Origin, FieldInput.Show(field, value.Value), problem));
                return;
            }

            lines.Add(new(value.Origin, value.ItemCode, ProposalKind.Value, table, [new(value.Path, field, stands, value.Value, VersionOf(item, value.Path))], stands == value.Base ? null : ValueOf(item, value.Path)));
        }

        private void Compare(BroughtRow row)
        {
            if (submission.Find(row.ItemCode) is not { } item || forms.Form(row.ItemCode)?.Field(row.Table) is not { Type: FieldType.Table } table)
            {
                refused.Add(new(row.Origin, "", Problem.Invalid(nameof(Problems.FieldUnknown), row.Table)));
            }
            else if (row.RowId is not { } id)
            {
                AddRow(row, item, table);
            }
            else if (row.Cells.All(c => c.Value is null) && row.Cells.Any(c => c.Base is not null))
            {
                RemoveRow(row, item, table, id);
            }
            else
            {
                foreach (var cell in row.Cells)
                {
                    Compare(cell, table);
                }
            }
        }

        private void AddRow(BroughtRow row, ItemAnswer item, Field table)
        {
            var filled = row.Cells.Where(c => c.Value is not null).ToList();
            if (filled.Count == 0)
            {
                return;
            }

            if (Twin(row) is { } twin) // the same file once more: its new rows stand there already
            {
                known.Add((row.ItemCode, row.Table, twin));
                unchanged += filled.Count;
                return;
            }

            var rows = now.Rows(row.ItemCode, row.Table);
            var count = added[(row.ItemCode, row.Table)] = added.GetValueOrDefault((row.ItemCode, row.Table)) + 1;
            if ((item.MayEdit(table.Code) ?? (rows.Count + count > table.RowLimit ? Problem.Invalid(nameof(Problems.TooManyRows), table.Label, table.RowLimit) : null)) is { } problem)
            {
                refused.Add(new(row.Origin, string.Join("; ", filled.Select(c => FieldInput.Show(table.Column(c.Path)!, c.Value))), problem));
                return;
            }

            var (path, last) = ($"{table.Code}/{NewId(row)}", rows.Select(r => Order(row, r)).DefaultIfEmpty(0).Max());
            lines.Add(new(row.Origin, row.ItemCode, ProposalKind.NewRow, table,
            [
                new($"{path}/{AnswerSheet.OrderKey}", null, null, (last + count).ToString(CultureInfo.InvariantCulture), VersionOf(item, $"{path}/{AnswerSheet.OrderKey}")),
                .. filled.Select(c => new ProposedCell($"{path}/{c.Path}", table.Column(c.Path), null, c.Value, VersionOf(item, $"{path}/{c.Path}"))),
            ], null));
        }

        private void RemoveRow(BroughtRow row, ItemAnswer item, Field table, string id)
        {
            var place = $"{table.Code}/{id}/{AnswerSheet.OrderKey}";
            if (now.Get(row.ItemCode, place) is not { } order)
            {
                unchanged++; // somebody removed it already
                return;
            }

            if (item.MayEdit(table.Code) is { } locked)
            {
                refused.Add(new(row.Origin, "", locked));
                return;
            }

            var changed = row.Cells.FirstOrDefault(c => now.Get(row.ItemCode, c.Path) != c.Base);
            lines.Add(new(row.Origin, row.ItemCode, ProposalKind.RowGone, table, [new(place, null, order, null, VersionOf(item, place))], changed is null ? null : ValueOf(item, changed.Path)));
        }

        /// <summary>A row that says the same and that the workbook does not know.</summary>
        private string? Twin(BroughtRow row) => now.Rows(row.ItemCode, row.Table)
            .FirstOrDefault(id => !known.Contains((row.ItemCode, row.Table, id)) && row.Cells.All(c => now.Get(row.ItemCode, $"{row.Table}/{id}/{c.Path}") == c.Value));

        /// <summary>The same line of the same report always becomes the same row, so that two presses cannot make two of it.</summary>
        private string NewId(BroughtRow row)
        {
            var text = string.Join('\u001f', row.Cells.Select(c => c.Value).Prepend(row.Origin.Cell).Prepend(row.Origin.Sheet).Prepend($"{submission.Id}/{row.ItemCode}/{row.Table}"));
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            return Enumerable.Range(0, hash.Length - RowIdLength).Select(k => hash.Substring(k, RowIdLength)).First(id => !now.Rows(row.ItemCode, row.Table).Contains(id));
        }

        private int Order(BroughtRow row, string id) =>
            int.TryParse(now.Get(row.ItemCode, $"{row.Table}/{id}/{AnswerSheet.OrderKey}"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0;

        private bool Gone(BroughtValue value) =>
            value.Path.Split('/') is [var table, var row, _] && now.Get(value.ItemCode, $"{table}/{row}/{AnswerSheet.OrderKey}") is null;

        private static FieldValue? ValueOf(ItemAnswer item, string path) => item.Values.FirstOrDefault(v => v.Path == path);

        private static int VersionOf(ItemAnswer item, string path) => ValueOf(item, path)?.Version ?? 0;
    }
}
