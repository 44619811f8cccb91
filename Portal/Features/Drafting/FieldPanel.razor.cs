using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;
using FieldType = Portal.Domain.Requests.FieldType;

namespace Portal.Features.Drafting;

/// <summary>Writes one field of a form.</summary>
public sealed partial class FieldPanel
{
    private readonly List<ColumnEntry> columns = [];
    private readonly HashSet<string> themes = [];
    private string? label, guidance, unit, choices, visibleWhen;
    private string rollup = "none";
    private FieldType type;
    private decimal? min, max;
    private int? maxLength, decimals, minRows, maxRows;
    private bool required, sensitive;
    private IReadOnlyList<Choice> codes = [];

    /// <summary>Tells its inputs from those of other panels.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>Its heading.</summary>
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What it begins with.</summary>
    [Parameter, EditorRequired] public FieldDraft Draft { get; set; } = null!;

    /// <summary>The field's code; null for a new one.</summary>
    [Parameter] public string? Code { get; set; }

    /// <summary>All forms of the draft.</summary>
    [Parameter, EditorRequired] public DraftForms Forms { get; set; } = null!;

    /// <summary>Whose form.</summary>
    [Parameter, EditorRequired] public string Item { get; set; } = "";

    /// <summary>Something is being saved.</summary>
    [Parameter] public bool Busy { get; set; }

    /// <summary>Why the last change was refused.</summary>
    [Parameter] public Problem? Problem { get; set; }

    /// <summary>Saves it.</summary>
    [Parameter] public EventCallback<FieldDraft> OnSave { get; set; }

    /// <summary>Leaves it as it was.</summary>
    [Parameter] public EventCallback OnCancel { get; set; }

    private string Key => "p-" + Id.Replace('.', '-');

    private bool IsNumber => type is FieldType.Integer or FieldType.Decimal or FieldType.Percent or FieldType.Money;

    private FieldDraft Written => new(label ?? "", type)
    {
        Guidance = guidance,
        Unit = IsNumber ? unit : null,
        Min = IsNumber ? min : null,
        Max = IsNumber ? max : null,
        Decimals = IsNumber && type is not FieldType.Integer ? decimals : null,
        MaxLength = type is FieldType.Text or FieldType.LongText ? maxLength : null,
        MinRows = type is FieldType.Table ? minRows : null,
        MaxRows = type is FieldType.Table ? maxRows : null,
        Required = required,
        Sensitive = sensitive,
        Rollup = rollup,
        VisibleWhen = visibleWhen,
        Themes = [.. themes],
        Choices = type is FieldType.Choice ? FormWords.Choices(choices, Draft.Choices) : [],
        Columns = type is FieldType.Table ? [.. columns.Select(c => c.Written)] : [],
    };

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        (label, guidance, unit, visibleWhen, type, rollup) = (Draft.Label, Draft.Guidance, Draft.Unit, Draft.VisibleWhen, Draft.Type, Draft.Rollup);
        (min, max, maxLength, decimals, minRows, maxRows) = (Draft.Min, Draft.Max, Draft.MaxLength, Draft.Decimals, Draft.MinRows, Draft.MaxRows);
        (required, sensitive, choices) = (Draft.Required, Draft.Sensitive, FormWords.Lines(Draft.Choices));
        themes.UnionWith(Draft.Themes);
        columns.AddRange(Draft.Columns.Select(c => new ColumnEntry(c)));
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => codes =
        [.. Forms.Template.Form(Item)?.Fields.Where(f => f.Code != Code && f.Type is not FieldType.File).Select(f => new Choice(f.Code, f.Label)) ?? []];

    private void ChangeType(ChangeEventArgs e)
    {
        type = Enum.Parse<FieldType>((string)e.Value!);
        var allowed = FieldDraft.Rollups(type);
        rollup = allowed.Contains(rollup) && rollup != "none" ? rollup : allowed[0];
    }

    private void Theme(string code, bool on) => _ = on ? themes.Add(code) : themes.Remove(code);

    private ExpressionFault? Judge(string text) => Forms.Template.Form(Item) is { } form ? ExpressionCheck.Of(text, form, Code) : null;

    private string? Bad(string part) => Problem?.Field == part ? "true" : null;
}
