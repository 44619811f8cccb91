using Portal.Domain.Figures;
using Portal.Domain.Letters;
using Portal.Domain.Requests;

namespace Portal.Domain.Consolidation;

/// <summary>The tables of the report: units in official order, a row of totals that says how many units gave the figure. A blank is a dash, never 0.</summary>
/// <param name="sources">What there is.</param>
internal sealed class UnitTables(ReportSources sources)
{
    private const string Dash = "-";
    private const int MostBars = 30; // as many as one page of the letter holds

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
        var (ways, groups) = Resolved();
        return new(ReportWords.ResolutionCaption,
            [new(ReportWords.ColumnNumber, 2) { Centred = true }, new(ReportWords.ColumnGroup, 8), .. ways.Select(w => new MadeColumn(w, 3, true)), new(ReportWords.ColumnAll, 3, true)],
            [
                .. groups.Select((g, k) => (IReadOnlyList<string>)[$"{k + 1}", g.Title, .. g.Counts.Select(n => $"{n}"), $"{g.Counts.Sum()}"]),
                ["", ReportWords.Total, .. ways.Select((_, k) => $"{groups.Sum(g => g.Counts[k])}"), $"{groups.Sum(g => g.Counts.Sum())}"],
            ]);
    }

    /// <summary>The same as bars.</summary>
    public LetterChart? ResolutionChart()
    {
        var (ways, groups) = Resolved();
        return groups.Count == 0 ? null
            : new(string.Format(ReportWords.ChartCaption, ReportWords.ResolutionCaption), [.. groups.Select(g => g.Title)], [.. ways.Select((w, k) => new LetterSeries(w, [.. groups.Select(g => (decimal)g.Counts[k])]))]);
    }

    /// <summary>A figure by unit as bars: those that gave it, in official order; of very many the largest. Null where nobody gave it, and for what may not stand beside a unit's name.</summary>
    public LetterChart? Chart(string item, string code)
    {
        if (sources.Form(item)?.Field(code) is not { IsNumber: true } field || !ReportSources.TellsByUnit(field))
        {
            return null;
        }

        var owed = sources.Owed(item).ToList();
        var given = (from answer in owed where sources.Counts(answer) && answer[code] is not null let n = FieldInput.Number(answer[code]!) where n >= 0 select (Name: BlockMaker.Name(sources, answer), Of: n!.Value, Marked: sources.Marked(answer))).ToList();
        var drawn = given.Count > MostBars ? [.. given.OrderByDescending(g => g.Of).Take(MostBars)] : given;
        string?[] notes =
        [
            given.Count > MostBars ? string.Format(ReportWords.ChartLargest, MostBars, given.Count) : null,
            given.Count < owed.Count ? string.Format(ReportWords.ChartLeftOut, owed.Count - given.Count) : null, drawn.Exists(d => d.Marked) ? ReportWords.MarkNote : null,
        ];
        return drawn.Count == 0 ? null : new(string.Format(ReportWords.ChartCaption, Headed(field)), [.. drawn.Select(d => d.Name)], [new(Headed(field), [.. drawn.Select(d => d.Of)])])
        {
            Note = string.Join(' ', notes.OfType<string>()) is { Length: > 0 } note ? note : null,
        };
    }

    // How many unit-items of each group are resolved in which way; those nobody told of last. Only groups that owe something.
    private (IReadOnlyList<string> Ways, IReadOnlyList<(string Title, IReadOnlyList<int> Counts)> Groups) Resolved()
    {
        var choices = sources.Request.Template.Items.Values.Select(f => f.Field(ItemForm.StatusField)).OfType<Field>().FirstOrDefault()?.Choices ?? [];
        var groups = from g in sources.Request.Groups.OrderBy(g => g.Order)
                     let answers = sources.Request.Items.Where(i => i.GroupCode == g.Code && i.Kind is ItemKind.Report).SelectMany(i => sources.Owed(i.Code)).ToList()
                     where answers.Count > 0
                     let told = choices.Select(c => answers.Count(a => sources.Counts(a) && a[ItemForm.StatusField] == c.Code)).ToList()
                     select (g.Title, (IReadOnlyList<int>)[.. told, answers.Count - told.Sum()]);
        return ([.. choices.Select(c => c.Label.Split(" (")[0]), ReportWords.ColumnNone], [.. groups]);
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
