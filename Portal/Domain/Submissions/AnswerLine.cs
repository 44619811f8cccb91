using Portal.Domain.Figures;
using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>How one line of an answer is drawn.</summary>
public enum LineKind
{
    /// <summary>A number, with its unit and, when compared, the difference.</summary>
    Figure,
    /// <summary>A word or a day.</summary>
    Short,
    /// <summary>Paragraphs, compared word by word.</summary>
    Text,
    /// <summary>The code of a level of resolution.</summary>
    Resolution,
}

/// <summary>One field, or one cell of a table, as people read it: what it said before and what it says now.</summary>
/// <param name="Path">Where in the form.</param>
/// <param name="Label">The field's or column's label.</param>
/// <param name="Kind">How it is drawn.</param>
public sealed record AnswerLine(string Path, string Label, LineKind Kind)
{
    /// <summary>The unit of measure.</summary>
    public string? Unit { get; init; }

    /// <summary>The table it is a cell of, by its label.</summary>
    public string? Table { get; init; }

    /// <summary>The table's row, from 1.</summary>
    public int Row { get; init; }

    /// <summary>What it said before, for people; a code for a resolution; null for nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What it says now, for people; a code for a resolution; null for nothing.</summary>
    public string? After { get; init; }

    /// <summary>Now less before, with its sign, where both are numbers.</summary>
    public string? Difference { get; init; }

    /// <summary>It says something else than before.</summary>
    public bool Changed { get; init; }

    /// <summary>A sensitive figure that the reader may not see: both texts are left out.</summary>
    public bool Hidden { get; init; }
}

/// <summary>An answer's values as lines, alone or beside those before. A pure function of form and values.</summary>
public static class AnswerLines
{
    /// <summary>The lines of a form, in its order; a table gives one line for each cell of each row that stands in either. What only the form before asked comes after them, where something was answered to it.</summary>
    /// <param name="form">The form of what it says now.</param>
    /// <param name="before">Canonical values by path; null when there is nothing to compare with.</param>
    /// <param name="after">Canonical values by path.</param>
    /// <param name="confidential">The reader may see sensitive figures.</param>
    /// <param name="formBefore">The form of what it said before, where that may be another.</param>
    public static IReadOnlyList<AnswerLine> Of(ItemForm form, IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string> after, bool confidential, ItemForm? formBefore = null)
    {
        var old = formBefore ?? form;
        var lines = new List<AnswerLine>();
        foreach (var (was, now) in Pairs(old.Fields, form.Fields).Where(p => (p.Now ?? p.Was)!.Type is not FieldType.File))
        {
            var field = (now ?? was)!;
            if (field.Type is not FieldType.Table)
            {
                Add(lines, Line(was, now, field.Code, before, after, confidential || !field.Sensitive), now is null);
                continue;
            }

            var rows = (now is null ? [] : Rows(field.Code, after)).Union(before is null || was is null ? [] : Rows(field.Code, before)).ToList();
            for (var k = 0; k < rows.Count; k++)
            {
                foreach (var (columnWas, column) in Pairs(was?.Columns ?? [], now?.Columns ?? []))
                {
                    var either = (column ?? columnWas)!;
                    Add(lines, Line(columnWas, column, $"{field.Code}/{rows[k]}/{either.Code}", before, after, confidential || !(field.Sensitive || either.Sensitive)) with { Table = field.Label, Row = k + 1 }, column is null);
                }
            }
        }

        return lines;
    }

    // A field of another kind under the same code is another field.
    private static IEnumerable<(Field? Was, Field? Now)> Pairs(IReadOnlyList<Field> before, IReadOnlyList<Field> now) => ReferenceEquals(before, now) ? now.Select(f => ((Field?)f, (Field?)f))
        : now.Select(f => (before.FirstOrDefault(o => o.Code == f.Code && o.Type == f.Type), (Field?)f))
            .Concat(before.Where(o => !now.Any(f => f.Code == o.Code && f.Type == o.Type)).Select(o => ((Field?)o, (Field?)null)));

    private static void Add(List<AnswerLine> lines, AnswerLine line, bool gone)
    {
        if (!gone || line.Before is not null)
        {
            lines.Add(line);
        }
    }

    private static AnswerLine Line(Field? was, Field? now, string path, IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string> after, bool seen)
    {
        var field = (now ?? was)!;
        var kind = field.IsNumber ? LineKind.Figure
            : field.Type is FieldType.LongText ? LineKind.Text
            : field.Choices.Any(c => c.Code == ItemForm.Done) ? LineKind.Resolution
            : LineKind.Short;
        var line = new AnswerLine(path, field.Label, kind) { Unit = field.Unit };
        if (!seen)
        {
            return line with { Hidden = true };
        }

        var (old, said) = (was is null ? null : Get(before, path), now is null ? null : Get(after, path));
        return line with
        {
            Before = Shown(was ?? field, kind, old),
            After = Shown(field, kind, said),
            Changed = before is not null && old != said,
            Difference = before is not null && old != said && field.IsNumber && FieldInput.Number(old) is { } a && FieldInput.Number(said) is { } b ? Signed(b - a) : null,
        };
    }

    private static string? Shown(Field field, LineKind kind, string? value) =>
        value is null ? null : kind == LineKind.Resolution ? value : FieldInput.Show(field, value);

    private static string? Get(IReadOnlyDictionary<string, string>? values, string path) =>
        values is not null && values.TryGetValue(path, out var value) && !string.IsNullOrWhiteSpace(value) && RowStands(values, path) ? value : null;

    private static bool RowStands(IReadOnlyDictionary<string, string> values, string path) =>
        path.Split('/') is not [var table, var row, _] || values.ContainsKey($"{table}/{row}/{AnswerSheet.OrderKey}");

    private static IReadOnlyList<string> Rows(string table, IReadOnlyDictionary<string, string> values) =>
        new AnswerSheet(values.Select(v => ("", v.Key, (string?)v.Value))).Rows("", table);

    private static string Signed(decimal difference) => difference > 0 ? $"+{FigureParser.Show(difference)}" : $"−{FigureParser.Show(-difference)}";
}
