using System.Text.Json;
using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>Reads the forms and the rules of a request's file.</summary>
internal sealed class FormFile(JsonPlace file, IReadOnlyList<RequestUnit> units)
{
    private const string EnumPrefix = "enum:";

    private static readonly Dictionary<string, FieldType> Types = new()
    {
        ["text"] = FieldType.Text,
        ["longtext"] = FieldType.LongText,
        ["integer"] = FieldType.Integer,
        ["decimal"] = FieldType.Decimal,
        ["percent"] = FieldType.Percent,
        ["money"] = FieldType.Money,
        ["date"] = FieldType.Date,
        ["year"] = FieldType.Year,
        ["boolean"] = FieldType.Boolean,
        ["phone"] = FieldType.Phone,
        ["unit-ref"] = FieldType.UnitRef,
        ["table"] = FieldType.Table,
        ["file"] = FieldType.File,
    };

    private static readonly Dictionary<string, Severity> Severities = new()
    {
        ["error"] = Severity.Error,
        ["warn_explain"] = Severity.Explain,
        ["warn"] = Severity.Warn,
    };

    private readonly Dictionary<string, IReadOnlyList<Choice>> enums = file.At("enums").Names.ToDictionary(
        n => n,
        n => (IReadOnlyList<Choice>)[.. file.At("enums").List(n).Select(c => new Choice(c.Text("code"), c.Text("label"), c.TextOrNull("note")))]);

    // Where each condition stands, told apart by reference: two fields may say the same.
    private readonly Dictionary<Expression, JsonPlace> conditions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads all of it.</summary>
    /// <param name="signed">Decides the severity of the rules on the signed report.</param>
    public FormTemplate Read(SignedReport signed)
    {
        foreach (var name in enums.Keys)
        {
            JsonPlace.Unique(file.At("enums").List(name).Select(c => (c, c.TextOrNull("code") ?? "")));
        }
        var forms = file.List("items").Where(i => i.At("form").Exists).Select(i => ItemForm(i.TextOrNull("code") ?? "", i.At("form")));
        var items = forms.GroupBy(f => f.ItemCode).ToDictionary(g => g.Key, g => g.First());
        var cover = new ItemForm(Requests.ItemForm.CoverCode, Fields(file.At("baseForms").Needed("UNIT_SUBMISSION").List("fields")), null);
        OwnCodesUnique();
        var template = new FormTemplate(items, cover, []);
        CheckConditions(template);
        return template with { Rules = Rules(template, signed) };
    }

    /// <summary>Figures, tables of the item, then the base form: its tables before the explanation of figures, the reason for no document last.</summary>
    private ItemForm ItemForm(string code, JsonPlace form)
    {
        var without = form.Texts("without");
        var shared = Fields(Base(form).List("fields")).Where(f => !without.Contains(f.Code) || f.Code is Requests.ItemForm.StatusField or Requests.ItemForm.NarrativeField).ToList();
        var evidence = form.At("evidence") is { Exists: true } place ? Evidence(place) : null;
        List<Field> fields =
        [
            .. Fields(form.List("indicators")).Select(f => f with { IsIndicator = true, IsOwn = true }),
            .. Fields(form.List("tables")).Select(f => f with { IsOwn = true }),
            .. shared.Where(f => f.Type is not FieldType.Table && f.Code != Requests.ItemForm.ExplanationField),
            .. shared.Where(f => f.Type is FieldType.Table),
            .. shared.Where(f => f.Code == Requests.ItemForm.ExplanationField),
        ];
        if (evidence?.ExemptField is { } exempt)
        {
            fields.Add(exempt);
        }
        return new(code, fields, evidence);
    }

    /// <summary>The base form a form says it extends.</summary>
    private JsonPlace Base(JsonPlace form)
    {
        var name = form.Text("extends");
        var found = file.At("baseForms").At(name);
        if (name.Length > 0 && !found.Exists)
        {
            form.At("extends").Fault(nameof(Problems.FileWordUnknown), name, string.Join(", ", file.At("baseForms").Names));
        }
        return found;
    }

    private EvidenceRule Evidence(JsonPlace own)
    {
        var rule = Base(own);
        var exempt = rule.At("exemptField");
        return new(
            own.Whole("minFiles") ?? rule.Whole("minFiles") ?? 0,
            own.Whole("maxFiles") ?? rule.Whole("maxFiles") ?? int.MaxValue,
            rule.Truth("exemptable") && exempt.Exists ? new Field(exempt.Text("code"), exempt.Text("label"), FieldType.LongText) { MaxLength = 8000, Rollup = "list" } : null,
            rule.Texts("acceptedTypes"),
            rule.Whole("maxFileMegabytes") ?? 20,
            own.TextOrNull("hint"),
            rule.TextOrNull("forbidden"),
            Fields(rule.List("perFileFields")),
            [.. rule.List("documentKinds").Select(k => new DocumentKind(k.Text("code"), k.Text("label"), k.Texts("required")))]);
    }

    private List<Field> Fields(IReadOnlyList<JsonPlace> places)
    {
        JsonPlace.Unique(places.Select(p => (p, p.TextOrNull("code") ?? p.TextOrNull("key") ?? "")));
        return [.. places.Select(Field)];
    }

    private Field Field(JsonPlace place)
    {
        var code = place.TextOrNull("key") ?? place.Text("code");
        var (type, choices) = Type(place, code);
        var required = place.At("required");
        return new(code, place.Text("label"), type)
        {
            Unit = place.TextOrNull("unit"),
            Guidance = place.TextOrNull("guidance"),
            Required = required.Element is not { ValueKind: JsonValueKind.String } && place.Truth("required"),
            RequiredWhen = required.Element is { ValueKind: JsonValueKind.String } ? place.TextOrNull("required") : null,
            VisibleWhen = Condition(place),
            Min = place.Number("min"),
            Max = place.Number("max"),
            MinLength = place.Whole("minLength"),
            MaxLength = place.Whole("maxLength"),
            Decimals = place.Whole("decimals"),
            Choices = choices,
            Columns = type is FieldType.Table ? Fields(place.List("columns")) : [],
            MinRows = place.Whole("minRows"),
            MaxRows = place.Whole("maxRows"),
            MinFiles = place.Whole("minFiles"),
            Extensions = place.Texts("acceptedTypes"),
            Sensitive = place.Truth("sensitive"),
            Rollup = place.TextOrNull("rollup") ?? "none",
            Themes = place.Texts("themes"),
            Basis = place.TextOrNull("basis"),
            Origin = place.TextOrNull("origin") ?? "proposal",
        };
    }

    /// <summary>What must hold for a field to be shown.</summary>
    private Expression? Condition(JsonPlace place)
    {
        if (place.TextOrNull("visibleWhen") is not { } text)
        {
            return null;
        }
        var read = ExpressionParser.Parse(text);
        if (read.Problem is { } problem)
        {
            place.At("visibleWhen").Fault(nameof(Problems.FileConditionUnread), problem.Text);
            return null;
        }
        conditions.TryAdd(read.Value!, place.At("visibleWhen"));
        return read.Value;
    }

    /// <summary>A condition looks at fields of its own form only, and never at itself by way of others.</summary>
    private void CheckConditions(FormTemplate template)
    {
        foreach (var form in template.Items.Values.Append(template.Cover))
        {
            foreach (var condition in Conditions.Places(form).Select(p => p.Field.VisibleWhen).OfType<Expression>())
            {
                foreach (var fault in ExpressionCheck.OfCondition(conditions[condition].Element!.Value.GetString()!, form))
                {
                    conditions[condition].Fault(fault.Unknown is null ? nameof(Problems.FileConditionUnread) : nameof(Problems.FileConditionUnknown), fault.Unknown ?? fault.Problem.Text);
                }
            }
            if (Conditions.Circle(form) is { } circle)
            {
                var field = circle.Split('/') is [var table, var column] ? form.Field(table)!.Column(column)! : form.Field(circle)!;
                conditions[field.VisibleWhen!].Fault(nameof(Problems.FileConditionCircle), circle);
            }
        }
    }

    private (FieldType Type, IReadOnlyList<Choice> Choices) Type(JsonPlace place, string code)
    {
        var text = place.Text("type");
        if (text.StartsWith(EnumPrefix, StringComparison.Ordinal))
        {
            if (enums.TryGetValue(text[EnumPrefix.Length..], out var choices))
            {
                return (FieldType.Choice, choices);
            }
            place.At("type").Fault(nameof(Problems.FileEnumUnknown), text[EnumPrefix.Length..]);
        }
        else if (Types.TryGetValue(text, out var type))
        {
            return (type, type is FieldType.UnitRef ? Places() : []);
        }
        else if (text.Length > 0)
        {
            place.At("type").Fault(nameof(Problems.FileTypeUnknown), text, code);
        }
        return (FieldType.Text, []);
    }

    /// <summary>What a reference to a unit offers: the units that are places, all units where none is.</summary>
    private IReadOnlyList<Choice> Places()
    {
        var places = units.Where(u => u.PlaceName is not null).ToList();
        return [.. (places.Count > 0 ? places : units).Select(u => new Choice(u.Code, u.ShortName))];
    }

    /// <summary>Rules name figures and tables by code alone, so that no two items may share one.</summary>
    private void OwnCodesUnique() => JsonPlace.Unique(file.List("items").Select(i => i.At("form"))
        .SelectMany(f => f.List("indicators").Concat(f.List("tables")))
        .Select(p => (p, p.TextOrNull("code") ?? "")));

    private List<FieldRule> Rules(FormTemplate template, SignedReport signed)
    {
        var places = file.List("validationRules");
        JsonPlace.Unique(places.Select(p => (p, p.TextOrNull("code") ?? "")));
        var rules = new List<FieldRule>();
        foreach (var place in places)
        {
            var (code, scope, text) = (place.Text("code"), place.Text("scope"), place.Text("expression"));
            var severity = place.Word("severity", Severities);
            var (message, origin) = (place.Text("message"), place.TextOrNull("origin") ?? "proposal");
            if (scope is not (FieldRule.UnitScope or FieldRule.AnyItemScope) && template.Form(scope) is null)
            {
                place.At("scope").Fault(nameof(Problems.FileItemUnknown), scope);
                continue;
            }
            var read = ExpressionParser.Parse(text);
            if (read.Problem is { } problem)
            {
                place.At("expression").Fault(nameof(Problems.FileRuleUnread), code, problem.Text);
                continue;
            }
            foreach (var fault in ExpressionCheck.Faults(text, scope, template))
            {
                place.At("expression").Fault(fault.Unknown is null ? nameof(Problems.FileRuleUnread) : nameof(Problems.FileFieldUnknown), code, fault.Unknown ?? fault.Problem.Text);
            }
            if (OnSignedReport(read.Value!, template))
            {
                if (signed is SignedReport.None)
                {
                    continue;
                }
                severity = signed is SignedReport.Required ? Severity.Error : Severity.Warn;
            }
            rules.Add(new(code, scope, severity, text, read.Value!, message, origin));
        }
        return rules;
    }

    /// <summary>A rule on the files of the cover is the rule on the signed report; the request says how strict it is.</summary>
    private static bool OnSignedReport(Expression rule, FormTemplate template) =>
        RuleScope.Operands(rule).Any(o => o is FileCount count && template.Cover.Field(count.Code) is { Type: FieldType.File });
}
