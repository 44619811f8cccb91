using Portal.Domain.Consolidation;
using Portal.Domain.Figures;
using Portal.Domain.Letters;
using Portal.Domain.Requests;
using Portal.Platform.Documents;

namespace Portal.Features.Consolidation;

/// <summary>The report's figures as sheets: numbers are numbers, a blank stays blank, words that begin like a formula stay words. Pure.</summary>
/// <param name="sources">What there is.</param>
internal sealed class FigureSheets(ReportSources sources)
{
    private const int LongestName = 31;

    /// <summary>All figures by unit and item, then a sheet for each annex.</summary>
    /// <param name="evidence">The register, read once.</param>
    public IReadOnlyList<SheetDraft> All(IEnumerable<RegisterLine> evidence)
    {
        var annexes = new ReportAnnexes(sources);
        var titled = ReportAnnexes.Annexes(sources.Request);
        return [Units(), .. titled.Select((annex, k) => new SheetDraft(Name(k), [.. Titled(annex, k), .. Tables(annexes.TablesOf(k, evidence))])
        {
            Unlocked = true, Widths = [8, 34, 22, 22, 22, 22, 22, 22, 22, 22],
        })];
    }

    /// <summary>A line for each figure of each unit that counts.</summary>
    public IReadOnlyList<SheetCell> Lines()
    {
        var cells = new List<SheetCell>();
        void Line(int row, params string[] texts) => cells.AddRange(texts.Select((t, k) => new SheetCell(row, k + 1, t, row == 1 ? CellLook.Head : CellLook.Fact)));
        Line(1, ReportText.CellUnitCode, ReportText.CellUnit, ReportText.CellItem, ReportText.CellField, ReportText.CellLabel, ReportText.CellMeasure, ReportText.CellVersion, ReportText.CellValue);
        var row = 1;
        foreach (var (item, field) in Columns())
        {
            foreach (var answer in sources.Taken(item.Code).Where(a => a[field.Code] is not null))
            {
                Line(++row, answer.Unit.Code, answer.Unit.Name, item.Code, field.Code, field.Label, field.Unit ?? "", $"{answer.Version}");
                cells.Add(Value(row, 8, field, answer[field.Code]!));
            }
        }

        return cells;
    }

    private SheetDraft Units()
    {
        var columns = Columns().ToList();
        var cells = new List<SheetCell> { new(1, 1, ReportText.CellUnitCode, CellLook.Head), new(1, 2, ReportText.CellUnit, CellLook.Head) };
        cells.AddRange(columns.Select((c, k) => new SheetCell(1, k + 3, $"{c.Field.Code} {c.Field.Label}{(c.Field.Unit is { } unit ? $" ({unit})" : "")}", CellLook.Head)));
        var answers = sources.Answers.Where(sources.Counts).ToDictionary(a => (a.Unit.Code, a.ItemCode));
        var row = 1;
        foreach (var unit in sources.Sendings.Select(s => s.Unit))
        {
            row++;
            cells.AddRange([new(row, 1, unit.Code, CellLook.Fact), new(row, 2, unit.Name, CellLook.Fact)]);
            cells.AddRange(columns.Select((c, k) => (c, k)).Where(x => answers.TryGetValue((unit.Code, x.c.Item.Code), out var a) && a[x.c.Field.Code] is not null)
                .Select(x => Value(row, x.k + 3, x.c.Field, answers[(unit.Code, x.c.Item.Code)][x.c.Field.Code]!)));
        }

        cells.Add(new(row + 1, 2, ReportText.CellTotal, CellLook.Head));
        cells.AddRange(columns.Select((c, k) => (k, Total: sources.Total(c.Item.Code, c.Field))).Where(c => c.Total.Value is not null).Select(c => SheetCell.Of(row + 1, c.k + 3, c.Total.Value!.Value)));
        cells.Add(new(row + 2, 2, ReportText.CellAnswered, CellLook.Head));
        cells.AddRange(columns.Select((c, k) => (k, Total: sources.Total(c.Item.Code, c.Field))).Select(c => new SheetCell(row + 2, c.k + 3, $"{c.Total.Answered}/{c.Total.Expected}", CellLook.Fact)));
        return new(ReportText.SheetUnits, cells) { Unlocked = true, FrozenRows = 1, Widths = [14, 36, .. columns.Select(_ => 18.0)] };
    }

    private IEnumerable<(AssignedItem Item, Field Field)> Columns() =>
        from item in sources.Request.Items
        where item.Kind is ItemKind.Report
        from field in sources.Form(item.Code)?.Fields ?? []
        where field.IsIndicator && field.Type is not (FieldType.Table or FieldType.File)
        select (item, field);

    private static IEnumerable<SheetCell> Titled(Annex annex, int k) =>
        [new(1, 1, string.Format(ReportText.AnnexTitle, LetterNumerals.Roman(k + 1), annex.Title), CellLook.Title)];

    private static IEnumerable<SheetCell> Tables(IEnumerable<MadeTable> tables)
    {
        var row = 3;
        foreach (var table in tables)
        {
            yield return new(row++, 1, table.Caption, CellLook.Label);
            for (var c = 0; c < table.Columns.Count; c++)
            {
                yield return new(row, c + 1, table.Columns[c].Title, CellLook.Head);
            }

            row++;
            foreach (var line in table.Rows)
            {
                for (var c = 0; c < line.Count; c++)
                {
                    yield return table.Columns[c].Figure && FigureParser.Parse(line[c], 28).Value is { } number ? SheetCell.Of(row, c + 1, number) : new(row, c + 1, line[c], CellLook.Fact);
                }

                row++;
            }

            if (table.Note is { } note)
            {
                yield return new(row++, 2, note, CellLook.Hint);
            }

            row++;
        }
    }

    private static SheetCell Value(int row, int column, Field field, string value) =>
        field.IsNumber && FieldInput.Number(value) is { } number ? SheetCell.Of(row, column, number) : new(row, column, FieldInput.Show(field, value), CellLook.Fact);

    private static string Name(int k) => string.Format(ReportText.SheetAnnex, LetterNumerals.Roman(k + 1)) is var name && name.Length > LongestName ? name[..LongestName] : name;
}
