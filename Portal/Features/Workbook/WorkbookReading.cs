using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Documents;

namespace Portal.Features.Workbook;

/// <summary>What a filled workbook brings: its sheets laid beside what was written into them. A sheet that was moved about is refused as a whole, a cell by itself.</summary>
internal sealed class WorkbookReading(AnswerSheet written)
{
    private const int ToldStrays = 20;
    private readonly List<BroughtValue> values = [];
    private readonly List<BroughtRow> rows = [];
    private readonly List<ProposalRefusal> refused = [];

    /// <summary>Reads all sheets.</summary>
    /// <param name="laid">How they were laid, with what was written.</param>
    /// <param name="written">What was written.</param>
    /// <param name="found">What came back.</param>
    public static (Brought Brought, IReadOnlyList<ProposalRefusal> Refused) Of(IReadOnlyList<LaidSheet> laid, AnswerSheet written, IReadOnlyList<XlsxSheet> found)
    {
        var reading = new WorkbookReading(written);
        foreach (var sheet in laid)
        {
            if (found.FirstOrDefault(f => Same(f.Name, sheet.Draft.Name)) is not { } filled)
            {
                reading.Missing(sheet, found.Where(f => !laid.Any(l => Same(f.Name, l.Draft.Name))));
            }
            else if (reading.StandsAsLaid(sheet, filled))
            {
                reading.Fields(sheet, filled);
                reading.Tables(sheet, filled);
                reading.Strays(sheet, filled);
            }
        }

        return (new(reading.values, reading.rows), reading.refused);
    }

    private void Missing(LaidSheet sheet, IEnumerable<XlsxSheet> others)
    {
        var title = Words(sheet.Anchors[0].Text);
        var renamed = others.FirstOrDefault(o => Words(o.Shown(1, 1)) == title);
        refused.Add(new(new(sheet.Draft.Name, null), renamed?.Name ?? "", renamed is null
            ? Problem.Invalid(nameof(Problems.SheetMissing), sheet.Draft.Name)
            : Problem.Invalid(nameof(Problems.SheetRenamed), sheet.Draft.Name, renamed.Name)));
    }

    /// <summary>Whether all labels stand where they were written; else says which does not.</summary>
    private bool StandsAsLaid(LaidSheet sheet, XlsxSheet filled)
    {
        var wrong = sheet.Anchors.Where(a => Words(filled.Shown(a.Row, a.Column)) != Words(a.Text)).ToList();
        if (wrong.Count == 0)
        {
            return true;
        }

        var first = wrong[0];
        var elsewhere = filled.Cells.Any(c => c.Key.Column == first.Column && c.Key.Row != first.Row && Words(c.Value.Shown) == Words(first.Text)
            && !sheet.Anchors.Any(a => a.Row == c.Key.Row && a.Column == c.Key.Column && Words(a.Text) == Words(first.Text)));
        refused.AddRange(elsewhere
            ? [Refusal(sheet, first.Row, first.Column, filled, Problem.Invalid(nameof(Problems.SheetShifted), first.Row))]
            : wrong.Take(ToldStrays).Select(a => Refusal(sheet, a.Row, a.Column, filled, Problem.Invalid(nameof(Problems.SheetLabelChanged), a.Text))));
        return false;
    }

    private void Fields(LaidSheet sheet, XlsxSheet filled)
    {
        foreach (var place in sheet.Inputs.Where(i => i.Table is null))
        {
            var read = Read(sheet, filled, place);
            if (read.Problem is { } problem)
            {
                refused.Add(Refusal(sheet, place.Row, place.Column, filled, problem));
            }
            else
            {
                values.Add(Value(sheet, place, read.Value));
            }
        }
    }

    private void Tables(LaidSheet sheet, XlsxSheet filled)
    {
        foreach (var line in sheet.Inputs.Where(i => i.Table is not null).GroupBy(i => (i.Table, i.Row)))
        {
            var (cells, waits, id) = (new List<BroughtValue>(), false, line.First().RowId);
            foreach (var place in line)
            {
                var read = Read(sheet, filled, place);
                if (read.Problem is { } problem)
                {
                    waits = id is null;
                    refused.Add(Refusal(sheet, place.Row, place.Column, filled, id is null ? Problem.Invalid(nameof(Problems.NewRowWaits), problem.Text) : problem));
                }

                cells.Add(read.Problem is null ? Value(sheet, place, read.Value) : Untouched(sheet, place));
            }

            if (!waits && (id is not null || cells.Exists(c => c.Value is not null)))
            {
                rows.Add(new(new(sheet.Draft.Name, CellAddress.Of(line.Key.Row, line.First().Column)), sheet.ItemCode, line.Key.Table!, id, cells));
            }
        }
    }

    /// <summary>What was typed beside the form is told, not lost in silence.</summary>
    private void Strays(LaidSheet sheet, XlsxSheet filled)
    {
        var known = sheet.Draft.Cells.SelectMany(c => Enumerable.Range(c.Column, c.Across).Select(column => (c.Row, column))).ToHashSet();
        var strays = filled.Cells.Keys.Where(at => !known.Contains(at)).Order().ToList();
        refused.AddRange(strays.Take(ToldStrays).Select(at => Refusal(sheet, at.Row, at.Column, filled, Problem.Invalid(nameof(Problems.CellNotInForm)))));
        if (strays.Count > ToldStrays)
        {
            refused.Add(new(new(sheet.Draft.Name, null), "", Problem.Invalid(nameof(Problems.CellsNotInForm), strays.Count - ToldStrays)));
        }
    }

    private Outcome<string?> Read(LaidSheet sheet, XlsxSheet filled, InputPlace place)
    {
        XlsxCell? cell = filled.Cells.TryGetValue((place.Row, place.Column), out var found) ? found : null;
        var before = Before(sheet, place);
        var untouched = before is not null && cell is { Kind: XlsxKind.Text } text && text.Text.ReplaceLineEndings("\n") == FieldInput.Show(place.Field, before);
        return untouched ? before : CellInput.Read(place.Field, cell);
    }

    private string? Before(LaidSheet sheet, InputPlace place) => place is { Table: not null, RowId: null } ? null : written.Get(sheet.ItemCode, place.Path);

    private BroughtValue Value(LaidSheet sheet, InputPlace place, string? value) =>
        new(new(sheet.Draft.Name, CellAddress.Of(place.Row, place.Column)), sheet.ItemCode, place.Path, value, Before(sheet, place));

    private BroughtValue Untouched(LaidSheet sheet, InputPlace place) => Value(sheet, place, Before(sheet, place));

    private static ProposalRefusal Refusal(LaidSheet sheet, int row, int column, XlsxSheet filled, Problem problem) =>
        new(new(sheet.Draft.Name, CellAddress.Of(row, column)), filled.Shown(row, column), problem);

    private static bool Same(string one, string other) => string.Equals(Fold.Nfc(one), Fold.Nfc(other), StringComparison.OrdinalIgnoreCase);

    private static string Words(string text) => string.Join(' ', Fold.Nfc(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
