using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Portal.Domain.Requests.Drafting;

/// <summary>Adds a field to an item's form, at the end of its kind.</summary>
public sealed record AddField(string Item, FieldDraft Field) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (FormEdits.Form(file, Item, out var form) is { } refusal)
        {
            return refusal;
        }

        var table = Field.Type is FieldType.Table;
        var json = new JsonObject { ["code"] = FormJson.NextCode(file, Item, table), ["origin"] = "proposal" };
        return FormEdits.Set(file, Item, json, Field, () => FormJson.List(form, table ? "tables" : "indicators").Add(json));
    }
}

/// <summary>Writes a field anew.</summary>
public sealed record WriteField(string Item, string Code, FieldDraft Field) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (FormEdits.Field(file, Item, Code, out _, out var json) is { } refusal)
        {
            return refusal;
        }

        return (DraftFile.Text(json, "type") == "table") != (Field.Type is FieldType.Table) ? Problem.Invalid(nameof(Problems.FormTypeChanged)).At("type") : FormEdits.Set(file, Item, json, Field, () => { });
    }
}

/// <summary>Puts a field in another place among those of its kind: figures come before tables.</summary>
/// <param name="Item">Whose form.</param>
/// <param name="Code">Which.</param>
/// <param name="Index">Its new place among the figures, or among the tables, from 0; what is switched off is not counted.</param>
public sealed record MoveField(string Item, string Code, int Index) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (FormEdits.Field(file, Item, Code, out _, out var json) is { } refusal)
        {
            return refusal;
        }

        if (json.Parent is JsonArray list)
        {
            list.Remove(json);
            list.Insert(Math.Clamp(Index, 0, list.Count), json);
        }

        return null;
    }
}

/// <summary>Takes a field away for good.</summary>
public sealed record RemoveField(string Item, string Code) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (FormEdits.Field(file, Item, Code, out _, out var json) is { } refusal)
        {
            return refusal;
        }

        if (FormEdits.Named(file, Item, Code, DraftFile.Text(json, "label")) is { } named)
        {
            return named;
        }

        if (json.Parent is JsonObject { Parent: JsonArray off } aside)
        {
            off.Remove(aside);
        }
        else
        {
            ((JsonArray)json.Parent!).Remove(json);
        }

        return null;
    }
}

/// <summary>Takes a field out of the form while it stays in the draft, or puts it back in its place. Base fields too, but for those every report must have.</summary>
public sealed record SwitchField(string Item, string Code, bool On) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (FormEdits.Form(file, Item, out var form) is { } refusal)
        {
            return refusal;
        }

        var shared = FormJson.Shared(file, form).FirstOrDefault(f => DraftFile.Text(f, "code") == Code);
        if (shared is not null)
        {
            return Shared(file, form, shared);
        }

        return FormEdits.Field(file, Item, Code, out _, out var json) is { } unknown ? unknown : Own(file, form, json);
    }

    private Problem? Shared(DraftFile file, JsonObject form, JsonObject field)
    {
        if (!On && (FormJson.Fixed(Code) ?? FormEdits.Named(file, Item, Code, DraftFile.Text(field, "label"))) is { } refusal)
        {
            return refusal;
        }

        var without = FormJson.Without(form);
        _ = On ? without.Remove(Code) : without.Add(Code);
        form["without"] = DraftFile.Array(without);
        return null;
    }

    private Problem? Own(DraftFile file, JsonObject form, JsonObject field)
    {
        var aside = field.Parent as JsonObject;
        if (On == aside is null)
        {
            return null;
        }

        return On ? PutBack(form, aside!, field) : PutAside(file, form, field);
    }

    private Problem? PutAside(DraftFile file, JsonObject form, JsonObject field)
    {
        if (FormEdits.Named(file, Item, Code, DraftFile.Text(field, "label")) is { } named)
        {
            return named;
        }

        var list = (JsonArray)field.Parent!;
        var at = list.IndexOf(field);
        var after = at > 0 && list[at - 1] is JsonObject previous ? DraftFile.Text(previous, "code") : "";
        list.Remove(field);
        FormJson.List(form, "off").Add(new JsonObject { ["list"] = DraftFile.Text(field, "type") == "table" ? "tables" : "indicators", ["at"] = at, ["after"] = after, ["field"] = field });
        return null;
    }

    private static Problem? PutBack(JsonObject form, JsonObject aside, JsonObject field)
    {
        var list = FormJson.List(form, DraftFile.Text(aside, "list") == "tables" ? "tables" : "indicators");
        var after = DraftFile.Text(aside, "after");
        var previous = list.OfType<JsonObject>().FirstOrDefault(f => DraftFile.Text(f, "code") == after);
        var at = previous is not null ? list.IndexOf(previous) + 1 : aside["at"] is JsonValue value && value.TryGetValue(out int place) ? place : list.Count;
        aside.Remove("field");
        FormJson.List(form, "off").Remove(aside);
        list.Insert(Math.Clamp(at, 0, list.Count), field);
        return null;
    }
}

/// <summary>Says how many documents an item asks for, and what is expected.</summary>
public sealed record SetEvidence(string Item, int Min, int Max, string? Hint) : DraftEdit
{
    private const int Most = 100;

    internal override Problem? Apply(DraftFile file)
    {
        if (FormEdits.Form(file, Item, out var form) is { } refusal)
        {
            return refusal;
        }

        if (Min < 0 || Min > Most || Max < 1 || Max > Most)
        {
            return Problem.Invalid(nameof(Problems.FormLimit), 0, Most).At("evidence");
        }

        if (Min > Max)
        {
            return Problem.Invalid(nameof(Problems.FormMinOverMax)).At("evidence");
        }

        if (form["evidence"] is not JsonObject evidence)
        {
            form["evidence"] = evidence = new JsonObject { ["extends"] = "BASE_EVIDENCE" };
        }

        (evidence["minFiles"], evidence["maxFiles"], evidence["hint"]) = (Min, Max, string.IsNullOrWhiteSpace(Hint) ? null : Fold.Nfc(Hint).Trim());
        return null;
    }
}

/// <summary>What edits of forms share.</summary>
internal static class FormEdits
{
    /// <summary>The form of an item.</summary>
    public static Problem? Form(DraftFile file, string item, out JsonObject form)
    {
        form = file.ItemAt(item)?["form"] as JsonObject ?? [];
        return file.ItemAt(item) is not { } found ? Problem.Invalid(nameof(Problems.DraftItemUnknown)) : found["form"] is JsonObject ? null : Problem.Invalid(nameof(Problems.FormNotReported));
    }

    /// <summary>An own field of an item, switched off or on.</summary>
    public static Problem? Field(DraftFile file, string item, string code, out JsonObject form, out JsonObject field)
    {
        field = [];
        if (Form(file, item, out form) is { } refusal)
        {
            return refusal;
        }

        var found = FormJson.Own(form).Concat(FormJson.Off(form).Select(o => o["field"]).OfType<JsonObject>()).FirstOrDefault(f => DraftFile.Text(f, "code") == code);
        field = found ?? field;
        return found is null ? Problem.Invalid(nameof(Problems.FormFieldUnknown)) : null;
    }

    /// <summary>Writes a field when it is right by itself, and its condition and all that looks at it with it.</summary>
    public static Problem? Set(DraftFile file, string item, JsonObject json, FieldDraft field, Action place)
    {
        if (field.Check() is { } wrong)
        {
            return wrong;
        }

        var (before, sound) = (DraftForms.Of(file).Faults, RequestFile.Parse(file.ToJson()).Problem is null);
        FormJson.Write(file, json, field);
        place();
        var forms = DraftForms.Of(file);
        if (!string.IsNullOrWhiteSpace(field.VisibleWhen) && forms.Template.Form(item) is { } form && ExpressionCheck.Of(field.VisibleWhen, form, DraftFile.Text(json, "code")) is { } fault)
        {
            return fault.Problem.At("visibleWhen");
        }

        var broken = forms.Faults.Except(before).FirstOrDefault() ?? (sound ? RequestFile.Parse(file.ToJson()).Problem?.Text : null);
        return broken is null ? null : Problem.Invalid(nameof(Problems.FormBreaks), broken).At("type");
    }

    /// <summary>The refusal to take away a field that a rule or a condition names; null when none does.</summary>
    public static Problem? Named(DraftFile file, string item, string code, string label)
    {
        var template = DraftForms.Of(file).Template;
        var rules = template.Rules.Where(r => RuleScope.Operands(r.Expression).Any(o => Names(o, code)) && (r.Scope == item || r.Scope is FieldRule.AnyItemScope or FieldRule.UnitScope)).Select(r => r.Code);
        var fields = template.Form(item) is { } form
            ? Conditions.Places(form).Where(p => p.Field.VisibleWhen is { } when && p.Field.Code != code && RuleScope.Operands(when).Any(o => Names(o, code))).Select(p => p.Field.Code) : [];
        var where = rules.Concat(fields).Concat(Formulas(file, code)).Distinct().ToList();
        return where.Count == 0 ? null : Problem.Invalid(nameof(Problems.FormFieldNamed), label, string.Join(", ", where));
    }

    /// <summary>The comparisons between units and the computed figures that name a field.</summary>
    private static IEnumerable<string> Formulas(DraftFile file, string code) => file.List("crossUnitReconciliation").Concat(file.List("derivedIndicators")).OfType<JsonObject>()
        .Where(f => new[] { "left", "right", "formula" }.Any(part => Regex.IsMatch(DraftFile.Text(f, part), $@"(?<![\w]){Regex.Escape(code)}(?!\w)", RegexOptions.CultureInvariant)))
        .Select(f => DraftFile.Text(f, "code"));

    private static bool Names(Expressions.Expression operand, string code) => operand switch
    {
        Expressions.Name name => name.Code == code,
        Expressions.ColumnSum sum => sum.Table == code,
        Expressions.FileCount count => count.Code == code,
        _ => false,
    };
}
