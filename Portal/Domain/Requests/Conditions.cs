using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>
/// Fields that are asked for only when something holds (<see cref="Field.VisibleWhen"/>). A field is shown when its condition is true; it is hidden
/// while the condition is false or still depends on a blank. A hidden field is not required, its value counts as blank for rules and for other
/// conditions, stays in the working copy and is left out of what is sent.
/// </summary>
public static class Conditions
{
    /// <summary>The hidden fields of a form: codes, and "table/column" for columns.</summary>
    /// <param name="form">The form; its conditions refer to each other without a circle.</param>
    /// <param name="sheet">The answers as typed.</param>
    public static IReadOnlySet<string> Hidden(ItemForm form, AnswerSheet sheet)
    {
        var known = new Dictionary<string, bool>();
        var template = new FormTemplate(new Dictionary<string, ItemForm> { [form.ItemCode] = form }, form, []);
        var scope = new RuleScope(template, sheet, form.ItemCode);
        return Places(form).Where(p => !Shown(p.Place, p.Field)).Select(p => p.Place).ToHashSet();

        bool Shown(string place, Field field)
        {
            if (field.VisibleWhen is not { } condition)
            {
                return true;
            }
            if (!known.TryGetValue(place, out var shown))
            {
                known[place] = false; // a circle, which the file does not allow, ends here
                known[place] = shown = Evaluation.Of(condition, Read).Result is RuleResult.DoesNotFire;
            }
            return shown;
        }

        RuleValue Read(Expression operand) =>
            operand switch { Name n => form.Field(n.Code), ColumnSum s => form.Field(s.Table), _ => null } is { } field && !Shown(field.Code, field) ? RuleValue.Blank : scope.Read(operand);
    }

    /// <summary>The answers without what is hidden, in all forms that have conditions.</summary>
    public static AnswerSheet Apply(FormTemplate template, AnswerSheet sheet) =>
        template.Items.Values.Append(template.Cover).Where(Any).Aggregate(sheet, (left, form) => left.Without(form.ItemCode, Hidden(form, sheet)));

    /// <summary>True when a form has conditions.</summary>
    public static bool Any(ItemForm form) => Places(form).Any(p => p.Field.VisibleWhen is not null);

    /// <summary>The values without what is hidden.</summary>
    /// <param name="form">The form.</param>
    /// <param name="values">Canonical values by path.</param>
    public static IEnumerable<KeyValuePair<string, string>> Shown(ItemForm form, IReadOnlyDictionary<string, string> values)
    {
        var hidden = Hidden(form, new AnswerSheet(values.Select(v => (form.ItemCode, v.Key, (string?)v.Value))));
        return values.Where(v => !IsHidden(hidden, v.Key));
    }

    /// <summary>True for a path that belongs to a hidden field or column.</summary>
    public static bool IsHidden(IReadOnlySet<string> hidden, string path) => hidden.Count > 0
        && (path.Split('/') is [var table, _, var column] ? hidden.Contains(table) || hidden.Contains($"{table}/{column}") : hidden.Contains(path));

    /// <summary>The first condition of a form that leads back to itself: its place, or null.</summary>
    internal static string? Circle(ItemForm form)
    {
        var done = new HashSet<string>();
        return Places(form).Where(p => p.Field.VisibleWhen is not null).Select(p => p.Place).FirstOrDefault(p => Returns(p, []));

        bool Returns(string place, HashSet<string> way)
        {
            if (done.Contains(place))
            {
                return false;
            }
            if (!way.Add(place))
            {
                return true;
            }
            var field = place.Split('/') is [var table, var column] ? form.Field(table)?.Column(column) : form.Field(place);
            var next = field?.VisibleWhen is { } condition ? RuleScope.Operands(condition).Select(o => o switch { Name n => n.Code, ColumnSum s => s.Table, _ => "" }).Where(c => form.Field(c) is not null) : [];
            if (next.Any(n => Returns(n, way)))
            {
                return true;
            }
            way.Remove(place);
            done.Add(place);
            return false;
        }
    }

    /// <summary>The fields and columns of a form with their places.</summary>
    internal static IEnumerable<(string Place, Field Field)> Places(ItemForm form) =>
        form.Fields.SelectMany(f => f.Columns.Select(c => ($"{f.Code}/{c.Code}", c)).Prepend((f.Code, f)));
}
