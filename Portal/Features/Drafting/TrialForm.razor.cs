using Microsoft.AspNetCore.Components;
using Portal.Domain.Requests;

namespace Portal.Features.Drafting;

/// <summary>A form tried with made-up answers. Nothing is stored, so nothing counts.</summary>
public sealed partial class TrialForm
{
    private const int MostRows = 5;

    private readonly Dictionary<string, string> values = [];
    private readonly Dictionary<string, string> wrong = [];
    private readonly Dictionary<string, int> rows = [];
    private ItemForm form = new("", [], null);
    private Portal.Domain.Requests.Drafting.DraftForms? drawn;
    private IReadOnlySet<string> hidden = new HashSet<string>();
    private IReadOnlyList<Finding> findings = [];
    private int files, generation;
    private bool asked;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(drawn, Forms))
        {
            return;
        }

        // Inputs draw themselves once; a form that changed is drawn anew, with what was typed.
        (drawn, form, generation) = (Forms, Forms.Template.Form(Item) ?? form, generation + 1);
        Judge();
    }

    private void Typed(Field field, string path, ChangeEventArgs e)
    {
        if (field.Type is FieldType.Table)
        {
            return;
        }

        values.Remove(path);
        wrong.Remove(path);
        var read = FieldInput.Parse(field, e.Value as string);
        if (read.Problem is { } problem)
        {
            wrong[path] = problem.Text;
        }
        else if (read.Value is { } value)
        {
            values[path] = value;
        }

        Judge();
    }

    private void Count(ChangeEventArgs e)
    {
        files = int.TryParse(e.Value as string, out var number) ? Math.Clamp(number, 0, 100) : 0;
        Judge();
    }

    private void AddRow(Field table)
    {
        rows[table.Code] = rows.GetValueOrDefault(table.Code) + 1;
        values[$"{table.Code}/r{rows[table.Code]}/{AnswerSheet.OrderKey}"] = $"{rows[table.Code]}";
        Judge();
    }

    private void Clear()
    {
        values.Clear();
        wrong.Clear();
        rows.Clear();
        (files, asked, generation) = (0, false, generation + 1);
        Judge();
    }

    private void Judge()
    {
        var sheet = new AnswerSheet(values.Select(v => (Item, v.Key, (string?)v.Value)), new Dictionary<string, int> { [Item] = files });
        hidden = Conditions.Hidden(form, sheet);
        findings = FormCheck.Item(Forms.Template, sheet, Item);
        asked |= findings.Any(f => f.Kind is FindingKind.Explain);
    }

    private static string Word(Finding finding) => finding switch
    {
        { Resolved: true } => FormsText.TrialExplained,
        { Kind: FindingKind.Missing } => FormsText.TrialMissing,
        { Kind: FindingKind.Error } => FormsText.SeverityError,
        { Kind: FindingKind.Explain } => FormsText.SeverityExplain,
        _ => FormsText.SeverityWarn,
    };
}
