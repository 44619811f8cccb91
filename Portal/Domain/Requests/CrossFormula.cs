using System.Text.RegularExpressions;
using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>How the figures of several units become one side of a comparison.</summary>
public enum CrossKind
{
    /// <summary>One figure as it was sent.</summary>
    Figure,
    /// <summary>The figures of all units, added up.</summary>
    Sum,
    /// <summary>How many units answer so that a condition holds.</summary>
    Count,
}

/// <summary>
/// One side of a comparison between sources, as the request's file writes it:
/// <c>ITEM.field</c>, <c>sum(ITEM.field)</c>, <c>count_true(ITEM.field)</c>, <c>count(ITEM where rule)</c>. The rule is one of
/// <see cref="ExpressionParser"/>, over the item's own fields.
/// </summary>
/// <param name="Kind">How units are put together.</param>
/// <param name="ItemCode">Whose answers it reads.</param>
/// <param name="Fields">The fields it reads, in the order of the formula.</param>
public sealed partial record CrossFormula(CrossKind Kind, string ItemCode, IReadOnlyList<Field> Fields)
{
    private Expression Condition { get; init; } = new TruthLiteral(true);

    /// <summary>It is made of figures on children in trouble.</summary>
    public bool Sensitive => Fields.Any(f => f.Sensitive);

    /// <summary>The most decimals that what a unit adds to it can have.</summary>
    public int Decimals => Kind is CrossKind.Count ? 0 : Fields[0].DecimalPlaces;

    /// <summary>What it is counted in; null where nothing is said.</summary>
    public string? Unit => Kind is CrossKind.Count ? null : Fields[0].Unit;

    /// <summary>Reads one, or says what cannot be read.</summary>
    /// <param name="text">As written.</param>
    /// <param name="template">The forms whose fields it names.</param>
    public static Outcome<CrossFormula> Read(string text, FormTemplate template)
    {
        var match = Written().Match(text);
        if (!match.Success || template.Form(match.Groups["item"].Value) is not { } form)
        {
            return Problem.Invalid(nameof(Problems.FormulaUnread), text);
        }

        return match.Groups["where"] is { Success: true } where ? ReadCondition(text, where.Value, form) : ReadField(text, match, form);
    }

    /// <summary>What one unit's answer adds; null where it leaves blank what the formula needs. A blank is never 0.</summary>
    /// <param name="values">What the unit sent: canonical values by path.</param>
    /// <param name="template">The forms.</param>
    public decimal? Of(IReadOnlyDictionary<string, string> values, FormTemplate template)
    {
        if (Kind is not CrossKind.Count)
        {
            return values.TryGetValue(Fields[0].Code, out var value) ? FieldInput.Number(value) : null;
        }

        var sheet = new AnswerSheet(values.Select(v => (ItemCode, v.Key, (string?)v.Value)));
        return Evaluation.Of(Condition, new RuleScope(template, sheet, ItemCode).Read).Result switch
        {
            RuleResult.DoesNotFire => 1,
            RuleResult.Fires => 0,
            _ => null,
        };
    }

    private static Outcome<CrossFormula> ReadField(string text, Match match, ItemForm form)
    {
        var kind = match.Groups["verb"].Value switch { "sum" => CrossKind.Sum, "count_true" => CrossKind.Count, _ => CrossKind.Figure };
        return form.Field(match.Groups["field"].Value) is { } field && (kind is CrossKind.Count ? field.Type is FieldType.Boolean : field.IsNumber)
            ? new CrossFormula(kind, form.ItemCode, [field]) { Condition = new Name(field.Code) }
            : Problem.Invalid(nameof(Problems.FormulaUnread), text);
    }

    private static Outcome<CrossFormula> ReadCondition(string text, string where, ItemForm form)
    {
        if (ExpressionParser.Parse(where) is not { Problem: null, Value: { } condition })
        {
            return Problem.Invalid(nameof(Problems.FormulaUnread), text);
        }

        var names = RuleScope.Operands(condition).ToList();
        List<Field> fields = [.. names.OfType<Name>().Select(n => form.Field(n.Code)).OfType<Field>().Distinct()];
        var known = names.All(n => n is Name name && (form.Field(name.Code) is not null || fields.Exists(f => f.Choices.Any(c => c.Code == name.Code))));
        return known && fields.Count > 0 ? new CrossFormula(CrossKind.Count, form.ItemCode, fields) { Condition = condition } : Problem.Invalid(nameof(Problems.FormulaUnread), text);
    }

    [GeneratedRegex(@"^(?:count\((?<item>[\w-]+) where (?<where>.+)\)|(?<verb>sum|count_true)\((?<item>[\w-]+)\.(?<field>[\w.]+)\)|(?<item>[\w-]+)\.(?<field>[\w.]+))$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
