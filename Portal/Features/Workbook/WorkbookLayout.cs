using Portal.Domain.Requests;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Workbook;

/// <summary>A cell of the workbook that takes an answer.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Column">Its column.</param>
/// <param name="Field">The field, or the column of a table.</param>
/// <param name="Table">The table's code; null for a field of its own.</param>
/// <param name="RowId">The table's row; null for a blank line.</param>
internal sealed record InputPlace(int Row, int Column, Field Field, string? Table = null, string? RowId = null)
{
    /// <summary>The path of a field or of a known row's cell; of a blank line only the column.</summary>
    public string Path => RowId is null ? Field.Code : $"{Table}/{RowId}/{Field.Code}";
}

/// <summary>One item's sheet: what is written, where answers stand, and by which words it is known again.</summary>
/// <param name="ItemCode">The item, or the cover.</param>
/// <param name="Draft">What is written.</param>
/// <param name="Inputs">Where answers stand.</param>
/// <param name="Anchors">Cells whose words must be found where they were written.</param>
internal sealed record LaidSheet(string ItemCode, SheetDraft Draft, IReadOnlyList<InputPlace> Inputs, IReadOnlyList<SheetCell> Anchors);

/// <summary>What stands where on an item's sheet. A pure function of form and values: reading a workbook back lays the same sheet again.
/// Whoever moves a cell here raises <see cref="WorkbookStamp.CurrentFormat"/>.</summary>
internal sealed class WorkbookLayout
{
    /// <summary>How many blank lines a table has below its rows.</summary>
    public const int BlankLines = 30;

    private const int Number = 1, Asked = 2, Answer = 3, Unit = 4, Required = 5, Hint = 6, FirstField = 5, Frozen = 2, Across = 5, LinesToType = 4;
    private static readonly double[] Widths = [6, 46, 46, 18, 16, 40, 18, 18, 18, 18];
    private readonly string itemCode;
    private readonly AnswerSheet values;
    private readonly Func<string, bool> open;
    private readonly List<SheetCell> cells = [], anchors = [];
    private readonly List<InputPlace> inputs = [];
    private int row = FirstField;

    private WorkbookLayout(string itemCode, AnswerSheet values, Func<string, bool> open) => (this.itemCode, this.values, this.open) = (itemCode, values, open);

    /// <summary>Lays one item's sheet.</summary>
    /// <param name="form">The item's form.</param>
    /// <param name="name">The sheet's name.</param>
    /// <param name="title">The item's title.</param>
    /// <param name="clause">The letter's words; null on the cover.</param>
    /// <param name="guide">How to fill it in.</param>
    /// <param name="values">What stands in the fields.</param>
    /// <param name="open">Whether a field may be filled in now.</param>
    public static LaidSheet Of(ItemForm form, string name, string title, string? clause, string guide, AnswerSheet values, Func<string, bool> open)
    {
        var layout = new WorkbookLayout(form.ItemCode, values, open);
        layout.Heading(title, clause, guide);
        layout.Fields([.. form.Fields.Where(f => f.Type is not (FieldType.Table or FieldType.File))]);
        foreach (var table in form.Fields.Where(f => f.Type is FieldType.Table))
        {
            layout.Table(table);
        }

        return new(form.ItemCode, new SheetDraft(name, layout.cells) { Widths = Widths, FrozenRows = Frozen }, layout.inputs, layout.anchors);
    }

    /// <summary>The name of the list a field chooses from: its own lines; null where it takes anything.</summary>
    public static string? ListOf(Field field) => WorkbookWords.Offered(field) is { Count: > 0 } offered ? string.Join('\n', offered) : null;

    private void Heading(string title, string? clause, string guide)
    {
        Anchor(new(1, Number, title, CellLook.Title) { Across = Hint, Lines = 2 });
        string[] heads = [WorkbookText.HeadNumber, WorkbookText.HeadAsked, WorkbookText.HeadAnswer, WorkbookText.HeadUnit, WorkbookText.HeadRequired, WorkbookText.HeadHint];
        cells.AddRange(heads.Select((head, k) => new SheetCell(2, k + 1, head, CellLook.Head)));
        foreach (var (at, text, look) in new[] { (3, clause, CellLook.Text), (4, guide, CellLook.Hint) })
        {
            if (text is not null)
            {
                cells.Add(new(at, Asked, text, look) { Across = Across });
            }
        }
    }

    private void Fields(IReadOnlyList<Field> fields)
    {
        for (var k = 0; k < fields.Count; k++, row++)
        {
            var field = fields[k];
            cells.Add(new(row, Number, $"{k + 1}", CellLook.Label));
            Anchor(new(row, Asked, field.Label, CellLook.Label));
            cells.Add(new(row, Unit, field.Unit ?? "", CellLook.Label));
            cells.Add(new(row, Required, field.Required ? WorkbookText.Required : field.RequiredWhen is not null ? WorkbookText.RequiredWhen : "", CellLook.Label));
            var fits = Input(new(row, Answer, field));
            cells.Add(new(row, Hint, fits ? WorkbookWords.Hint(field) : WorkbookText.TooLongForCell, CellLook.Hint));
        }
    }

    private void Table(Field table)
    {
        row++;
        cells.Add(new(row, Asked, (table.MaxRows is null ? WorkbookText.TableTitle : WorkbookText.TableTitleMost).With(table.Label, table.MaxRows), CellLook.Title) { Across = Across });
        row++;
        cells.Add(new(row, Number, WorkbookText.HeadRow, CellLook.Head));
        for (var k = 0; k < table.Columns.Count; k++)
        {
            var label = WorkbookWords.Label(table.Columns[k]);
            Anchor(new(row, Asked + k, table.Columns[k].Required ? WorkbookText.ColumnRequired.With(label) : label, CellLook.Head));
        }

        var known = values.Rows(itemCode, table.Code);
        var lines = Math.Max(known.Count, Math.Min(known.Count + BlankLines, table.RowLimit));
        for (var line = 0; line < lines; line++)
        {
            row++;
            cells.Add(new(row, Number, $"{line + 1}", CellLook.Label));
            for (var k = 0; k < table.Columns.Count; k++)
            {
                Input(new(row, Asked + k, table.Columns[k], table.Code, line < known.Count ? known[line] : null));
            }
        }

        row++;
    }

    /// <summary>Writes an answer's cell; false when the answer is longer than a cell can be: it stays on the portal.</summary>
    private bool Input(InputPlace place)
    {
        var field = place.Field;
        var shown = place is { Table: not null, RowId: null } ? "" : FieldInput.Show(field, values.Get(itemCode, place.Path));
        var fits = shown.Length <= SheetCell.MaxLength;
        cells.Add(new(place.Row, place.Column, fits ? shown : "", fits && open(place.Table ?? field.Code) ? CellLook.Input : CellLook.Shut)
        {
            List = ListOf(field),
            Lines = field.Type is FieldType.LongText ? LinesToType : 0,
        });
        if (fits)
        {
            inputs.Add(place);
        }

        return fits;
    }

    private void Anchor(SheetCell cell)
    {
        cells.Add(cell);
        anchors.Add(cell);
    }
}
