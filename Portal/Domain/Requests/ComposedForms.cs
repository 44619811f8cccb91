using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>The forms of one report whose items stand on different versions: each item's form and its own rules from its version, rules across items from the newest of them.
/// A rule that names something an older form does not have does not fire.</summary>
public static class ComposedForms
{
    /// <summary>Puts them together.</summary>
    /// <param name="frame">The version that everything else is taken from: letter, groups, units, what no item of the report stands for.</param>
    /// <param name="newest">The newest version an item of the report stands on.</param>
    /// <param name="of">By item, the cover too: the version it stands on; also of items that were taken away since.</param>
    public static RequestDefinition Of(RequestDefinition frame, RequestDefinition newest, IReadOnlyDictionary<string, RequestDefinition> of)
    {
        var own = of.Where(i => i.Key != ItemForm.CoverCode).ToDictionary();
        var items = frame.Items.Select(i => own.TryGetValue(i.Code, out var version) ? version.Items.First(x => x.Code == i.Code) : i)
            .Concat(own.Where(o => frame.Items.All(i => i.Code != o.Key)).Select(o => o.Value.Items.First(i => i.Code == o.Key)));

        // Newest first: where a figure went from one item to another, its code leads to where it is now.
        var forms = own.OrderBy(o => o.Value == newest ? 0 : 1).Where(o => o.Value.Template.Form(o.Key) is not null).Select(o => o.Value.Template.Form(o.Key)!)
            .Concat(frame.Template.Items.Values.Where(f => !own.ContainsKey(f.ItemCode)));
        var cover = of.TryGetValue(ItemForm.CoverCode, out var covered) ? covered.Template.Cover : frame.Template.Cover;
        var template = new FormTemplate(forms.ToDictionary(f => f.ItemCode), cover, []);
        var across = newest.Template.Rules.Where(r => r.Scope == FieldRule.UnitScope);
        var single = of.SelectMany(i => i.Value.Template.RulesOf(i.Key).Where(r => r.Scope != FieldRule.UnitScope).Select(r => r with { Scope = i.Key }))
            .Concat(frame.Template.Rules.Where(r => r.Scope is not FieldRule.UnitScope and not FieldRule.AnyItemScope && !of.ContainsKey(r.Scope)));
        return frame with { Items = [.. items], Template = template with { Rules = [.. across.Where(r => Known(r, newest.Template, template)), .. single.Where(r => Known(r, Source(r).Template, template))] } };

        RequestDefinition Source(FieldRule rule) => of.GetValueOrDefault(rule.Scope, frame);
    }

    // Every figure that the rule names where it comes from is there, and of the same kind.
    private static bool Known(FieldRule rule, FormTemplate source, FormTemplate composed)
    {
        var home = rule.Scope is FieldRule.UnitScope ? ItemForm.CoverCode : rule.Scope;
        var (there, here) = (new RuleScope(source, new([]), home), new RuleScope(composed, new([]), home));
        return RuleScope.Operands(rule.Expression).All(o => o switch
        {
            Name name => Same(there.Find(name.Code)?.Field, here.Find(name.Code)?.Field),
            ColumnSum sum => Same(there.Find(sum.Table)?.Field.Column(sum.Column), here.Find(sum.Table)?.Field.Column(sum.Column)),
            FileCount { Code: not RuleScope.Evidence } count => Same(there.Find(count.Code)?.Field, here.Find(count.Code)?.Field),
            _ => true,
        });
    }

    private static bool Same(Field? there, Field? here) => there?.Type == here?.Type;
}
