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
    /// <summary>The lines of a form, in its order; a table gives one line for each cell of each row that stands in either.</summary>
    /// <param name="form">The form.</param>
    /// <param name="before">Canonical values by path; null when there is nothing to compare with.</param>
    /// <param name="after">Canonical values by path.</param>
    /// <param name="confidential">The reader may see sensitive figures.</param>
    public static IReadOnlyList<AnswerLine> Of(ItemForm form, IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string> after, bool confidential)
    {
        var lines = new List<AnswerLine>();
        foreach (var field in form.Fields.Where(f => f.Type is not FieldType.File))
        {
            if (field.Type is not FieldType.Table)
            {
                lines.Add(Line(field, field.Code, before, after, confidential || !field.Sensitive));
                continue;
            }

            var rows = Rows(field.Code, after).Union(before is null ? [] : Rows(field.Code, before)).ToList();
            lines.AddRange(rows.SelectMany((row, k) => field.Columns.Select(column =>
                Line(column, $"{field.Code}/{row}/{column.Code}", before, after, confidential || !(field.Sensitive || column.Sensitive)) with { Table = field.Label, Row = k + 1 })));
        }

        return lines;
    }

    private static AnswerLine Line(Field field, string path, IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string> after, bool seen)
    {
        var kind = field.IsNumber ? LineKind.Figure
            : field.Type is FieldType.LongText ? LineKind.Text
            : field.Choices.Any(c => c.Code == ItemForm.Done) ? LineKind.Resolution
            : LineKind.Short;
        var line = new AnswerLine(path, field.Label, kind) { Unit = field.Unit };
        if (!seen)
        {
            return line with { Hidden = true };
        }

        var (old, now) = (Get(before, path), Get(after, path));
        return line with
        {
            Before = Shown(field, kind, old),
            After = Shown(field, kind, now),
            Changed = before is not null && old != now,
            Difference = before is not null && old != now && field.IsNumber && FieldInput.Number(old) is { } a && FieldInput.Number(now) is { } b ? Signed(b - a) : null,
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
