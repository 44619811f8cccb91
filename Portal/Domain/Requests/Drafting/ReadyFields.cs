using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Drafting;

/// <summary>A figure or table of an earlier request that another form can take.</summary>
/// <param name="Code">Its code there.</param>
/// <param name="Field">What it asks.</param>
/// <param name="Themes">The themes it stands under: its own, else its item's.</param>
/// <param name="Source">The request it comes from.</param>
/// <param name="Basis">Its legal ground, where the file gives one.</param>
public sealed record ReadyField(string Code, FieldDraft Field, IReadOnlyList<Theme> Themes, string Source, string? Basis);

/// <summary>Reads the ready-made indicators of a definition.</summary>
public static class ReadyFields
{
    /// <summary>Figures and tables in the order of the file; none where the file cannot be read.</summary>
    /// <param name="definition">The request's file.</param>
    /// <param name="source">What it is called by.</param>
    public static IReadOnlyList<ReadyField> Of(string definition, string source)
    {
        if (DraftFile.Of(definition).Value is not { } file)
        {
            return [];
        }

        var themes = DraftForms.Of(file).Themes.DistinctBy(t => t.Code).ToDictionary(t => t.Code);
        return [.. file.ItemArray.OfType<JsonObject>().Where(i => i["form"] is JsonObject).SelectMany(i => FormJson.Own((JsonObject)i["form"]!).Select(f => Ready(i, f)))];

        ReadyField Ready(JsonObject item, JsonObject field)
        {
            var read = FormJson.Read(file, field);
            var names = read.Themes.Count > 0 || item["themes"] is not JsonArray own ? read.Themes : [.. own.OfType<JsonValue>().Select(t => t.TryGetValue(out string? text) ? text : "")];
            return new(DraftFile.Text(field, "code"), read, [.. names.Where(themes.ContainsKey).Select(t => themes[t])], source, DraftFile.Text(field, "basis") is { Length: > 0 } basis ? basis : null);
        }
    }
}

/// <summary>Takes ready-made indicators into a form. Each keeps its code where no field of the request has it and its form is the item's own kind of code; else it gets a fresh one. A condition stays where all it names came along.</summary>
public sealed record PickFields(string Item, IReadOnlyList<ReadyField> Fields) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (FormEdits.Form(file, Item, out var form) is { } refusal)
        {
            return refusal;
        }

        foreach (var ready in Fields)
        {
            var table = ready.Field.Type is FieldType.Table;
            var code = FormJson.Codes(file).Contains(ready.Code) ? FormJson.NextCode(file, Item, table) : ready.Code;
            var json = new JsonObject { ["code"] = code, ["origin"] = "proposal", ["basis"] = ready.Basis };
            foreach (var theme in ready.Themes)
            {
                new TakeTheme(theme).Apply(file);
            }

            var known = DraftForms.Of(file).Template.Form(Item);
            var condition = ready.Field.VisibleWhen is { } when && known is not null && ExpressionCheck.Of(when, known, null) is null ? when : null;
            var field = ready.Field with { VisibleWhen = condition, Themes = [.. ready.Themes.Select(t => t.Code)] };
            if (FormEdits.Set(file, Item, json, field, () => FormJson.List(form, table ? "tables" : "indicators").Add(json)) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }
}

/// <summary>Adds a theme to those of the request.</summary>
public sealed record TakeTheme(Theme Theme) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (string.IsNullOrWhiteSpace(Theme.Label) || string.IsNullOrWhiteSpace(Theme.Code))
        {
            return Problem.Invalid(nameof(Problems.DraftTextBlank)).At("theme");
        }

        var themes = file.List("themes");
        if (themes.OfType<JsonObject>().All(t => DraftFile.Text(t, "code") != Theme.Code))
        {
            themes.Add(new JsonObject { ["code"] = Theme.Code, ["label"] = Fold.Nfc(Theme.Label).Trim(), ["origin"] = "proposal" });
        }

        return null;
    }
}
