using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>
/// The rules and conditions of one form as the browser evaluates them while somebody types (rules.js): the parsed trees, and how each field they
/// name is read. A rule that looks at another item, at documents or at files stays with the server.
/// </summary>
public static class BrowserRules
{
    private static readonly ConditionalWeakTable<FormTemplate, Dictionary<string, string>> Built = [];
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<Operator, string> Signs = new()
    {
        [Operator.Add] = "+",
        [Operator.Subtract] = "-",
        [Operator.Multiply] = "*",
        [Operator.Divide] = "/",
        [Operator.Equal] = "=",
        [Operator.NotEqual] = "<>",
        [Operator.Less] = "<",
        [Operator.LessOrEqual] = "<=",
        [Operator.Greater] = ">",
        [Operator.GreaterOrEqual] = ">=",
    };

    /// <summary>
    /// JSON of a form's rules: <c>{ off, rules: [{ code, kind, message, tree }], fields: { code: { type, label, … } }, when: { place: tree } }</c>. Built once for each template.
    /// </summary>
    /// <param name="template">The forms and rules.</param>
    /// <param name="itemCode">The item, or <see cref="ItemForm.CoverCode"/>.</param>
    /// <returns>The JSON; null when the form has neither a condition nor a rule that the browser can judge.</returns>
    public static string? Of(FormTemplate template, string itemCode)
    {
        var known = Built.GetOrCreateValue(template);
        lock (known)
        {
            if (!known.TryGetValue(itemCode, out var json))
            {
                known[itemCode] = json = Build(template, itemCode);
            }
            return json.Length == 0 ? null : json;
        }
    }

    /// <summary>The rules of a form whose operands all stand in it.</summary>
    public static IReadOnlyList<FieldRule> RulesOf(FormTemplate template, string itemCode)
    {
        var scope = new RuleScope(template, new AnswerSheet([]), itemCode);
        bool Here(Expression operand) => operand switch
        {
            Name name => scope.Find(name.Code) is not { } place || (place.Item == itemCode && place.Field.Type is not FieldType.File),
            ColumnSum sum => scope.Find(sum.Table)?.Item == itemCode,
            _ => false,
        };
        return [.. template.Rules.Where(r => (r.Scope == itemCode || r.Scope == FieldRule.UnitScope || (r.Scope == FieldRule.AnyItemScope && itemCode != ItemForm.CoverCode))
            && scope.FirstPlace(r.Expression)?.Item == itemCode && RuleScope.Operands(r.Expression).All(Here))];
    }

    /// <summary>A tree as nested lists: ["=", ["v", "XA06.02"], ["+", …]].</summary>
    /// <param name="expression">The tree.</param>
    /// <param name="isField">Tells a field's code from the code of an offered answer.</param>
    public static JsonArray Tree(Expression expression, Func<string, bool> isField) => expression switch
    {
        NumberLiteral number => ["n", number.Value.ToString(CultureInfo.InvariantCulture)],
        TruthLiteral truth => ["t", truth.Value],
        Name name => [isField(name.Code) ? "v" : "c", name.Code],
        ColumnSum sum => ["s", sum.Table, sum.Column],
        Binary binary => [Signs[binary.Operator], Tree(binary.Left, isField), Tree(binary.Right, isField)],
        Both both => ["and", Tree(both.Left, isField), Tree(both.Right, isField)],
        Either either => ["or", Tree(either.Left, isField), Tree(either.Right, isField)],
        Negation negation => ["not", Tree(negation.Operand, isField)],
        Conditional { Else: { } otherwise } conditional => ["if", Tree(conditional.Condition, isField), Tree(conditional.Then, isField), Tree(otherwise, isField)],
        Conditional conditional => ["if", Tree(conditional.Condition, isField), Tree(conditional.Then, isField)],
        Membership membership => ["in", Tree(membership.Operand, isField), .. membership.Options.OfType<Name>().Select(n => JsonValue.Create(n.Code))],
        BlankTest test => [test.Negated ? "filled" : "blank", Tree(test.Operand, isField)],
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, null),
    };

    private static string Build(FormTemplate template, string itemCode)
    {
        if (template.Form(itemCode) is not { } form)
        {
            return "";
        }
        var rules = RulesOf(template, itemCode);
        var conditions = Conditions.Places(form).Where(p => p.Field.VisibleWhen is not null).ToList();
        if (rules.Count == 0 && conditions.Count == 0)
        {
            return "";
        }
        bool IsField(string code) => form.Field(code) is not null;
        var fields = new JsonObject();
        foreach (var operand in rules.Select(r => r.Expression).Concat(conditions.Select(c => c.Field.VisibleWhen!)).SelectMany(RuleScope.Operands))
        {
            var code = operand switch { Name n => n.Code, ColumnSum s => s.Table, _ => "" };
            if (form.Field(code) is { } field)
            {
                fields[code] = Reading(field);
                if (operand is ColumnSum sum)
                {
                    fields[$"{sum.Table}/{sum.Column}"] = Reading(field.Column(sum.Column)!);
                }
            }
        }
        return new JsonObject
        {
            ["off"] = FieldText.Off,
            ["rules"] = new JsonArray([.. rules.Select(r => new JsonObject
            {
                ["code"] = r.Code,
                ["kind"] = r.Severity switch { Severity.Error => "error", Severity.Explain => "explain", _ => "warn" },
                ["message"] = r.Message,
                ["tree"] = Tree(r.Expression, IsField),
            })]),
            ["fields"] = fields,
            ["when"] = new JsonObject(conditions.Select(c => KeyValuePair.Create(c.Place, (JsonNode?)Tree(c.Field.VisibleWhen!, IsField)))),
        }.ToJsonString(Readable);
    }

    private static JsonObject Reading(Field field)
    {
        var reading = new JsonObject
        {
            ["type"] = field.Type switch
            {
                FieldType.Table => "table",
                FieldType.Boolean => "truth",
                FieldType.Date => "date",
                FieldType.Year => "year",
                _ when field.IsNumber => "number",
                _ => "text",
            },
            ["label"] = field.Label,
        };
        if (field.IsNumber)
        {
            reading["decimals"] = field.DecimalPlaces;
            reading["min"] = (field.Min ?? (field.Type is FieldType.Percent ? 0 : null))?.ToString(CultureInfo.InvariantCulture);
            reading["max"] = (field.Max ?? (field.Type is FieldType.Percent ? 100 : null))?.ToString(CultureInfo.InvariantCulture);
        }
        return reading;
    }
}
