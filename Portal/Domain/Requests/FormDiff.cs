using System.Text.Json;

namespace Portal.Domain.Requests;

/// <summary>How a field differs.</summary>
public enum FieldChangeKind
{
    /// <summary>Asked for only now.</summary>
    Added,
    /// <summary>Asked for no longer.</summary>
    Removed,
    /// <summary>Another kind of value.</summary>
    Retyped,
    /// <summary>The same kind of value within other limits, of other choices, or under another condition.</summary>
    Limited,
}

/// <summary>One field, or one column, that differs.</summary>
/// <param name="Place">The field's code; "table/column" for a column.</param>
/// <param name="Label">Its label; of a field that is gone the old one.</param>
/// <param name="Kind">How.</param>
public sealed record FieldChange(string Place, string Label, FieldChangeKind Kind);

/// <summary>How the form of one item, or of the cover, differs between two versions. A pure function of both.</summary>
/// <param name="Fields">Fields and columns that differ in what may be answered; those that only say it in other words are left out.</param>
/// <param name="Rules">The codes of rules on the item that came, went, or judge otherwise.</param>
/// <param name="Evidence">It asks for other documents, or other words about them.</param>
/// <param name="Words">Something differs at all, if only in words.</param>
public sealed record FormDiff(IReadOnlyList<FieldChange> Fields, IReadOnlyList<string> Rules, bool Evidence, bool Words)
{
    /// <summary>An answer to the one is not an answer to the other as it stands.</summary>
    public bool Substantial => Fields.Count > 0 || Rules.Count > 0 || Evidence;

    /// <summary>Compares.</summary>
    /// <param name="before">The forms before.</param>
    /// <param name="now">The forms now.</param>
    /// <param name="itemCode">An item that has a form in both, or the cover.</param>
    public static FormDiff Of(FormTemplate before, FormTemplate now, string itemCode)
    {
        var (old, form) = (before.Form(itemCode)!, now.Form(itemCode)!);
        var (oldRules, rules) = (Judging(before, itemCode), Judging(now, itemCode));
        return new(
            [.. Compare("", old.Fields, form.Fields)],
            [.. oldRules.Keys.Union(rules.Keys).Where(code => oldRules.GetValueOrDefault(code) != rules.GetValueOrDefault(code))],
            Asked(old.Evidence) != Asked(form.Evidence),
            Whole(before, old) != Whole(now, form));
    }

    private static IEnumerable<FieldChange> Compare(string table, IReadOnlyList<Field> before, IReadOnlyList<Field> now)
    {
        foreach (var field in now)
        {
            var place = table + field.Code;
            if (before.FirstOrDefault(f => f.Code == field.Code) is not { } old)
            {
                yield return new(place, field.Label, FieldChangeKind.Added);
            }
            else if (old.Type != field.Type)
            {
                yield return new(place, field.Label, FieldChangeKind.Retyped);
            }
            else
            {
                if (Substance(old) != Substance(field))
                {
                    yield return new(place, field.Label, FieldChangeKind.Limited);
                }

                foreach (var column in Compare($"{place}/", old.Columns, field.Columns))
                {
                    yield return column;
                }
            }
        }

        foreach (var gone in before.Where(f => now.All(n => n.Code != f.Code)))
        {
            yield return new(table + gone.Code, gone.Label, FieldChangeKind.Removed);
        }
    }

    // What decides whether a value answers the field. The units that a place may name only ever become more.
    private static string Substance(Field field) => JsonSerializer.Serialize(field with
    {
        Label = "",
        Choices = field.Type is FieldType.UnitRef ? [] : [.. field.Choices.Select(c => new Choice(c.Code, ""))],
        Columns = [],
        Sensitive = false,
        Rollup = "",
        Themes = [],
        Basis = null,
        Origin = "",
    }) + Condition(field);

    private static string Asked(EvidenceRule? rule) => JsonSerializer.Serialize(rule is null ? null : rule with { ExemptField = null, Hint = null, Forbidden = null });

    private static string? Condition(Field field) => field.VisibleWhen is { } condition ? BrowserRules.Tree(condition, _ => true).ToJsonString() : null;

    private static Dictionary<string, (Severity, string)> Judging(FormTemplate template, string itemCode) =>
        template.RulesOf(itemCode).GroupBy(r => r.Code).ToDictionary(g => g.Key, g => (g.First().Severity, g.First().Text));

    private static string Whole(FormTemplate template, ItemForm form) =>
        JsonSerializer.Serialize(form) + string.Concat(Conditions.Places(form).Select(p => Condition(p.Field))) + JsonSerializer.Serialize(template.RulesOf(form.ItemCode).Select(r => new { r.Code, r.Severity, r.Text, r.Message }));
}
