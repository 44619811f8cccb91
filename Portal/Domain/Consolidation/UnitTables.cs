using Portal.Domain.Figures;
using Portal.Domain.Requests;

namespace Portal.Domain.Consolidation;

/// <summary>The tables of the report: units in official order, a row of totals that says how many units gave the figure. A blank is a dash, never 0.</summary>
/// <param name="sources">What there is.</param>
internal sealed class UnitTables(ReportSources sources)
{
    private const string Dash = "-";

    /// <summary>Figures of an item by unit; of an item that one office has, figure by figure. Null where it has none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="codes">Which fields; none for all its figures.</param>
    public MadeTable? Figures(string item, IReadOnlyList<string> codes)
    {
        if (sources.Form(item) is not { } form || sources.Request.Items.FirstOrDefault(i => i.Code == item) is not { } of)
        {
            return null;
        }

        var fields = form.Fields.Where(f => codes.Count > 0 ? codes.Contains(f.Code) : f.IsIndicator && f.Type is not (FieldType.Table or FieldType.File)).ToList();
        return fields.Count == 0 ? null : sources.Shared(item) ? ByUnit(of, fields) : ByFigure(of, fields);
    }

    private MadeTable ByUnit(AssignedItem item, List<Field> fields)
    {
        fields = [.. fields.Where(f => ReportSources.TellsByUnit(f) || sources.Tells(item.Code, f, sources.Total(item.Code, f)))];
        var shown = fields.Where(ReportSources.TellsByUnit).ToList();
        var rows = new List<IReadOnlyList<string>>();
        var (left, marked) = (0, false);
        foreach (var answer in sources.Owed(item.Code))
        {
            var counts = sources.Counts(answer);
            left += counts ? 0 : 1;
            marked |= sources.Marked(answer);
            rows.Add([$"{rows.Count + 1}", BlockMaker.Name(sources, answer), .. fields.Select(f => !shown.Contains(f) ? "" : counts && answer[f.Code] is { } value ? Shown(f, value) : Dash)]);
        }

        var totals = fields.ConvertAll(f => (Field: f, Total: sources.Total(item.Code, f)));
        rows.Add(["", ReportWords.Total, .. totals.Select(t => t.Total.Value is { } value && sources.Tells(item.Code, t.Field, t.Total) ? FigureParser.Show(value) : Dash)]);
        string?[] notes =
        [
            Missing(totals), left > 0 ? string.Format(ReportWords.RowsLeftOut, left) : null, marked ? ReportWords.MarkNote : null,
            shown.Count < fields.Count ? ReportWords.SensitiveNote : null,
        ];
        return new(string.Format(ReportWords.ItemCaption, item.Title), [new(ReportWords.ColumnNumber, 2) { Centred = true }, new(ReportWords.ColumnUnit, 7), .. fields.Select(f => new MadeColumn(Headed(f), 4, Figure: f.IsNumber) { Centred = !f.IsNumber })], rows)
        {
            Note = string.Join(' ', notes.OfType<string>()) is { Length: > 0 } note ? note : null,
        };
    }

    private MadeTable ByFigure(AssignedItem item, List<Field> fields)
    {
        var answer = sources.Owed(item.Code).FirstOrDefault();
        var counts = answer is not null && sources.Counts(answer);
        return new(string.Format(ReportWords.OfficeCaption, item.Title, answer?.Unit.Name),
            [new(ReportWords.ColumnNumber, 2) { Centred = true }, new(ReportWords.ColumnFigure, 14), new(ReportWords.ColumnMeasure, 4) { Centred = true }, new(ReportWords.ColumnValue, 4, Figure: true)],
            [.. fields.Select((f, k) => (IReadOnlyList<string>)[$"{k + 1}", f.Label, f.Unit ?? "", counts && answer![f.Code] is { } value ? Shown(f, value) : Dash])])
        {
            Note = counts ? sources.Marked(answer!) ? ReportWords.MarkNote : null : string.Format(ReportWords.OfficeLeftOut, answer?.Unit.Name),
        };
    }

    /// <summary>How far the unit-items are resolved, by group.</summary>
    public MadeTable Resolutions()
    {
        var choices = sources.Request.Template.Items.Values.Select(f => f.Field(ItemForm.StatusField)).OfType<Field>().FirstOrDefault()?.Choices ?? [];
        var rows = new List<IReadOnlyList<string>>();
        var sums = new int[choices.Count + 1];
        foreach (var group in sources.Request.Groups.OrderBy(g => g.Order))
        {
            var answers = sources.Request.Items.Where(i => i.GroupCode == group.Code && i.Kind is ItemKind.Report).SelectMany(i => sources.Owed(i.Code)).ToList();
            if (answers.Count == 0)
            {
                continue;
            }

            var counted = choices.Select(c => answers.Count(a => sources.Counts(a) && a[ItemForm.StatusField] == c.Code)).ToList();
            counted.Add(answers.Count - counted.Sum());
            for (var k = 0; k < sums.Length; k++)
            {
                sums[k] += counted[k];
            }

            rows.Add([$"{rows.Count + 1}", group.Title, .. counted.Select(n => $"{n}"), $"{answers.Count}"]);
        }

        rows.Add(["", ReportWords.Total, .. sums.Select(n => $"{n}"), $"{sums.Sum()}"]);
        return new(ReportWords.ResolutionCaption,
            [new(ReportWords.ColumnNumber, 2) { Centred = true }, new(ReportWords.ColumnGroup, 8), .. choices.Select(c => new MadeColumn(c.Label.Split(" (")[0], 3, true)), new(ReportWords.ColumnNone, 3, true), new(ReportWords.ColumnAll, 3, true)], rows);
    }

    /// <summary>What is not settled for good, with the day until when.</summary>
    public MadeTable Pending()
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var item in sources.Request.Items.Where(i => i.Kind is ItemKind.Report))
        {
            var (form, status) = (sources.Form(item.Code), sources.Form(item.Code)?.Field(ItemForm.StatusField));
            foreach (var answer in sources.Taken(item.Code).Where(a => a[ItemForm.StatusField] is ItemForm.Doing or ItemForm.NotResolved))
            {
                rows.Add([$"{rows.Count + 1}", BlockMaker.Name(sources, answer), item.Title, status is null ? "" : Shown(status, answer[ItemForm.StatusField]!), form?.Field(DueField) is { } due && answer[DueField] is { } day ? Shown(due, day) : Dash]);
            }
        }

        return new(ReportWords.PendingCaption,
            [new(ReportWords.ColumnNumber, 2) { Centred = true }, new(ReportWords.ColumnUnit, 7), new(ReportWords.ColumnItem, 9), new(ReportWords.ColumnStatus, 5), new(ReportWords.ColumnDue, 4) { Centred = true }], rows)
        {
            Note = rows.Count == 0 ? ReportWords.NothingPending : null,
        };
    }

    internal const string DueField = "thoiHanHoanThanh";

    internal static string Shown(Field field, string value) => field.IsNumber && FieldInput.Number(value) is { } number ? FigureParser.Show(number) : FieldInput.Show(field, value);

    internal static string Headed(Field field) => field.Unit is { Length: > 0 } unit ? $"{field.Label} ({unit})" : field.Label;

    private static string? Missing(List<(Field Field, FieldTotal Total)> totals)
    {
        var counts = totals.ConvertAll(t => t.Total.Answered).Distinct().ToList();
        var expected = totals[0].Total.Expected;
        return counts.TrueForAll(c => c == expected) ? null
            : counts.Count == 1 ? string.Format(ReportWords.AllAnswered, counts[0], expected)
            : string.Format(ReportWords.SomeAnswered, string.Join("; ", totals.Where(t => t.Total.Answered < expected).Select(t => $"{t.Field.Label}: {t.Total.Answered}/{expected}")));
    }
}
