using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Drafting;

/// <summary>A field in a form that is being written.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Draft">What is set.</param>
/// <param name="Off">It stays in the draft and is in no form.</param>
public sealed record DraftField(string Code, FieldDraft Draft, bool Off);

/// <summary>A field that every form shares.</summary>
/// <param name="Field">The field.</param>
/// <param name="Off">This form does without it.</param>
/// <param name="Fixed">Why it cannot be switched off; null where it can.</param>
public sealed record BaseField(Field Field, bool Off, Problem? Fixed);

/// <summary>A rule that is being written.</summary>
public sealed record DraftRule(string Code, string Scope, Severity Severity, string Expression, string Message, bool Off);

/// <summary>The form of one item while it is being written.</summary>
/// <param name="Item">The item's code.</param>
/// <param name="Fields">Figures, then tables, in order; what is switched off stands at its place.</param>
/// <param name="Shared">The fields every form shares.</param>
/// <param name="Evidence">Documents: least, most, what is expected.</param>
public sealed record DraftForm(string Item, IReadOnlyList<DraftField> Fields, IReadOnlyList<BaseField> Shared, (int Min, int Max, string? Hint) Evidence);

/// <summary>The forms and rules of a draft as they stand, also while it is not complete.</summary>
public sealed class DraftForms
{
    private readonly DraftFile file;

    private DraftForms(DraftFile file, FormTemplate template, IReadOnlyList<string> faults) => (this.file, Template, Faults) = (file, template, faults);

    /// <summary>The forms as units would get them.</summary>
    public FormTemplate Template { get; }

    /// <summary>What in forms and rules cannot be read, with its place.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Reads them; what cannot be read is named and left out.</summary>
    public static DraftForms Of(DraftFile file)
    {
        using var document = JsonDocument.Parse(file.ToJson());
        var faults = new List<string>();
        List<RequestUnit> units = [.. file.Units.Select((u, i) => new RequestUnit(DraftFile.Text(u, "code"), DraftFile.Text(u, "name"), DraftFile.Text(u, "fullName"), "", null, i + 1)
        {
            ShortName = DraftFile.Text(u, "shortName") is { Length: > 0 } name ? name : DraftFile.Text(u, "name"),
            PlaceName = DraftFile.Text(u, "placeName") is { Length: > 0 } place ? place : null,
        })];
        return new(file, new FormFile(new(document.RootElement, "", faults), units).Read(SignedReport.Optional), [.. faults.Distinct()]);
    }

    /// <summary>The form of an item; null for a duty and for what is not there.</summary>
    public DraftForm? Form(string item)
    {
        if (file.ItemAt(item)?["form"] is not JsonObject form || Template.Form(item) is not { } read)
        {
            return null;
        }

        var on = FormJson.Own(form).Select(f => (DraftFile.Text(f, "code"), f, Off: false));
        var fields = on.ToList();
        foreach (var off in FormJson.Off(form))
        {
            if (off["field"] is JsonObject field)
            {
                fields.Insert(FormJson.Place(fields.ConvertAll(f => (f.f, f.Off)), off), (DraftFile.Text(field, "code"), field, true));
            }
        }

        var without = FormJson.Without(form);
        var shared = FormJson.Shared(file, form).Select(f => DraftFile.Text(f, "code")).ToList();
        return new(item,
            [.. fields.Select(f => new DraftField(f.Item1, FormJson.Read(file, f.f), f.Off))],
            [.. shared.Select(code => new BaseField(SharedField(code, read), without.Contains(code), FormJson.Fixed(code)))],
            (read.Evidence?.MinFiles ?? 0, read.Evidence?.MaxFiles ?? 0, read.Evidence?.Hint));
    }

    /// <summary>The rules in their order, those switched off at the end.</summary>
    public IReadOnlyList<DraftRule> Rules =>
        [.. file.List("validationRules").OfType<JsonObject>().Select(r => FormJson.Rule(r, false)), .. FormJson.RulesOff(file).Select(r => FormJson.Rule(r, true))];

    /// <summary>The themes of the request.</summary>
    public IReadOnlyList<Theme> Themes => [.. file.List("themes").OfType<JsonObject>().Select(t => new Theme(DraftFile.Text(t, "code"), DraftFile.Text(t, "label")))];

    private Field SharedField(string code, ItemForm read) => read.Field(code) is { } field ? field
        : Template.Items.Values.Select(f => f.Field(code)).FirstOrDefault(f => f is not null) ?? FormJson.SharedPlain(file, code);
}
