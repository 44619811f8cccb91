using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>Something wrong in an expression.</summary>
/// <param name="Column">Where, counted from 1.</param>
/// <param name="Problem">What, with the place in its words.</param>
/// <param name="Unknown">The code that nothing bears; null for other faults.</param>
public sealed record ExpressionFault(int Column, Problem Problem, string? Unknown = null);

/// <summary>
/// Whether a rule or a condition can be judged: it reads, every code in it means something where it is judged, numbers meet numbers, days days and
/// choices their own options, and no condition leads back to itself. The screen asks while a person types, the file when it is loaded: one answer for both.
/// </summary>
public static class ExpressionCheck
{
    /// <summary>Checks a rule.</summary>
    /// <param name="text">The rule as written.</param>
    /// <param name="scope">An item's code, <see cref="FieldRule.UnitScope"/> or <see cref="FieldRule.AnyItemScope"/>.</param>
    /// <param name="template">The forms.</param>
    /// <returns>The first fault, or null.</returns>
    public static ExpressionFault? Of(string text, string scope, FormTemplate template) => Faults(text, scope, template).FirstOrDefault();

    /// <summary>Checks the condition under which a field is shown.</summary>
    /// <param name="text">The condition as written.</param>
    /// <param name="form">The form.</param>
    /// <param name="field">The field that gets it; null for one that nothing refers to yet.</param>
    /// <returns>The first fault, or null.</returns>
    public static ExpressionFault? Of(string text, ItemForm form, string? field)
    {
        if (OfCondition(text, form).FirstOrDefault() is { } fault)
        {
            return fault;
        }
        var condition = ExpressionParser.Parse(text).Value;
        var changed = form with { Fields = [.. form.Fields.Select(f => f.Code == field ? f with { VisibleWhen = condition } : f)] };
        return field is not null && Conditions.Circle(changed) is { } circle ? new(1, Problem.Invalid(nameof(Problems.ExpressionCircle), circle)) : null;
    }

    /// <summary>All faults of a rule.</summary>
    internal static IEnumerable<ExpressionFault> Faults(string text, string scope, FormTemplate template)
    {
        var nowhere = new AnswerSheet([]);
        IEnumerable<string> homes = scope switch
        {
            FieldRule.AnyItemScope => template.Items.Keys,
            FieldRule.UnitScope => [ItemForm.CoverCode],
            _ => [scope],
        };
        var evidence = scope is not FieldRule.UnitScope;
        return Faults(text, homes.Select(home => new ExpressionTypes(
            code => new RuleScope(template, nowhere, home).Find(code)?.Field, evidence, Options(template.Items.Values.Append(template.Cover)))));
    }

    /// <summary>All faults of a condition, but for a circle.</summary>
    internal static IEnumerable<ExpressionFault> OfCondition(string text, ItemForm form) =>
        Faults(text, [new ExpressionTypes(code => form.Field(code) is { Type: not FieldType.File } field ? field : null, false, Options([form]))]);

    private static List<ExpressionFault> Faults(string text, IEnumerable<ExpressionTypes> homes)
    {
        var read = ExpressionParser.Read(text);
        return read.Problem is { } problem ? [new(read.Column, problem)]
            : [.. homes.SelectMany(h => h.Check(read)).DistinctBy(f => (f.Column, f.Problem.Text)).OrderBy(f => f.Column)];
    }

    private static HashSet<string> Options(IEnumerable<ItemForm> forms) =>
        [.. forms.SelectMany(f => f.Fields.SelectMany(x => x.Columns.Prepend(x))).SelectMany(f => f.Choices).Select(c => c.Code)];
}
