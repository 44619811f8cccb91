using System.Globalization;

namespace Portal.Domain.Requests;

/// <summary>What one unit has answered at one moment, as the rules read it. Values are canonical invariant text.</summary>
public sealed class AnswerSheet
{
    /// <summary>The last part of the path that holds a row's order: "table/rowId/#". A row exists while that value does.</summary>
    public const string OrderKey = "#";

    private readonly Dictionary<(string Item, string Path), string> values = [];
    private readonly Dictionary<(string Item, string Table), List<string>> rows = [];
    private readonly IReadOnlyDictionary<string, int> evidence;
    private readonly IReadOnlyDictionary<(string Item, string Field), int> files;

    /// <summary>Takes a snapshot.</summary>
    /// <param name="answers">Item code, path ("field" or "field/rowId/columnKey") and canonical value. The cover's item code is <see cref="ItemForm.CoverCode"/>. A later value for the same path replaces an earlier one.</param>
    /// <param name="evidence">Documents linked to each item; an item left out has none.</param>
    /// <param name="files">Files in each file field; left out means none.</param>
    public AnswerSheet(
        IEnumerable<(string Item, string Path, string? Value)> answers,
        IReadOnlyDictionary<string, int>? evidence = null,
        IReadOnlyDictionary<(string Item, string Field), int>? files = null)
    {
        foreach (var (item, path, value) in answers)
        {
            if (value is null)
            {
                values.Remove((item, path));
            }
            else
            {
                values[(item, path)] = value;
            }
        }
        var ordered = values.Select(v => (v.Key.Item, Parts: v.Key.Path.Split('/'), v.Value))
            .Where(v => v.Parts is [_, _, OrderKey])
            .OrderBy(v => Order(v.Value)).ThenBy(v => v.Parts[1], StringComparer.Ordinal)
            .Select(v => (v.Item, Table: v.Parts[0], Row: v.Parts[1]));
        foreach (var row in ordered)
        {
            if (!rows.TryGetValue((row.Item, row.Table), out var list))
            {
                rows[(row.Item, row.Table)] = list = [];
            }
            list.Add(row.Row);
        }
        this.evidence = evidence ?? new Dictionary<string, int>();
        this.files = files ?? new Dictionary<(string, string), int>();
    }

    private AnswerSheet(AnswerSheet all, string item, IReadOnlySet<string> hidden)
    {
        values = all.values.Where(v => v.Key.Item != item || !Conditions.IsHidden(hidden, v.Key.Path)).ToDictionary();
        rows = all.rows.Where(r => r.Key.Item != item || !hidden.Contains(r.Key.Table)).ToDictionary();
        evidence = all.evidence;
        files = all.files.Where(f => f.Key.Item != item || !hidden.Contains(f.Key.Field)).ToDictionary();
    }

    /// <summary>The same answers without some fields and columns of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="hidden">Codes of fields, "table/column" for columns.</param>
    public AnswerSheet Without(string item, IReadOnlySet<string> hidden) => hidden.Count == 0 ? this : new(this, item, hidden);

    /// <summary>The value at a path; null when it is blank or its row is gone.</summary>
    public string? Get(string item, string path) =>
        values.TryGetValue((item, path), out var value) && !string.IsNullOrWhiteSpace(value) && RowExists(item, path) ? value : null;

    /// <summary>The ids of a table's rows, in order.</summary>
    public IReadOnlyList<string> Rows(string item, string table) => rows.TryGetValue((item, table), out var list) ? list : [];

    /// <summary>How many documents are linked to an item.</summary>
    public int EvidenceCount(string item) => evidence.GetValueOrDefault(item);

    /// <summary>How many files a file field holds.</summary>
    public int FileCount(string item, string field) => files.GetValueOrDefault((item, field));

    private bool RowExists(string item, string path) =>
        path.Split('/') is not [var table, var row, var key] || key == OrderKey || values.ContainsKey((item, $"{table}/{row}/{OrderKey}"));

    private static long Order(string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order) ? order : long.MaxValue;
}
