using System.Text.Json.Nodes;

namespace Portal.Domain.Requests.Drafting;

/// <summary>What a rule says.</summary>
/// <param name="Scope">An item's code, <see cref="FieldRule.UnitScope"/> or <see cref="FieldRule.AnyItemScope"/>.</param>
/// <param name="Severity">What breaking it means.</param>
/// <param name="Expression">In the written grammar; see <see cref="Expressions.ExpressionParser"/>.</param>
/// <param name="Message">What people read when it is broken.</param>
public sealed record RuleDraft(string Scope, Severity Severity, string Expression, string Message)
{
    /// <summary>What is wrong with it in a draft, tied to the part it belongs to; null when nothing is.</summary>
    internal Problem? Check(DraftFile file)
    {
        var template = DraftForms.Of(file).Template;
        return Scope is not (FieldRule.AnyItemScope or FieldRule.UnitScope) && template.Form(Scope) is null ? Problem.Invalid(nameof(Problems.DraftItemUnknown)).At("scope")
            : ExpressionCheck.Of(Expression, Scope, template) is { } fault ? fault.Problem.At("expression")
            : string.IsNullOrWhiteSpace(Message) ? Problem.Invalid(nameof(Problems.DraftTextBlank)).At("message") : null;
    }

    internal void Write(JsonObject rule) =>
        (rule["scope"], rule["severity"], rule["expression"], rule["message"]) = (Scope, FormJson.Word(Severity), Expression.Trim(), Fold.Nfc(Message).Trim());
}

/// <summary>Adds a rule at the end.</summary>
public sealed record AddRule(RuleDraft Rule) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (Rule.Check(file) is { } refusal)
        {
            return refusal;
        }

        var rules = file.List("validationRules");
        var taken = rules.OfType<JsonObject>().Concat(FormJson.RulesOff(file).Select(r => r)).Select(r => DraftFile.Text(r, "code")).ToHashSet();
        var rule = new JsonObject { ["code"] = Enumerable.Range(1, int.MaxValue - 1).Select(k => $"R{k:00}").First(c => !taken.Contains(c)), ["origin"] = "proposal" };
        Rule.Write(rule);
        rules.Add(rule);
        return null;
    }
}

/// <summary>Writes a rule anew.</summary>
public sealed record WriteRule(string Code, RuleDraft Rule) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (RuleEdits.Find(file, Code) is not { } rule)
        {
            return Problem.Invalid(nameof(Problems.FormRuleUnknown));
        }

        if (Rule.Check(file) is { } refusal)
        {
            return refusal;
        }

        Rule.Write(rule);
        return null;
    }
}

/// <summary>Takes a rule away for good.</summary>
public sealed record RemoveRule(string Code) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (RuleEdits.Find(file, Code) is not { } rule)
        {
            return Problem.Invalid(nameof(Problems.FormRuleUnknown));
        }

        ((JsonArray)rule.Parent!).Remove(rule);
        return null;
    }
}

/// <summary>Takes a rule out of force while it stays in the draft, or puts it in force again.</summary>
public sealed record SwitchRule(string Code, bool On) : DraftEdit
{
    internal override Problem? Apply(DraftFile file)
    {
        if (RuleEdits.Find(file, Code) is not { } rule)
        {
            return Problem.Invalid(nameof(Problems.FormRuleUnknown));
        }

        var (on, off) = (file.List("validationRules"), file.List("rulesOff"));
        var isOn = rule.Parent == on;
        if (isOn == On)
        {
            return null;
        }

        if (On && (FormJson.Rule(rule, true) is var r && new RuleDraft(r.Scope, r.Severity, r.Expression, r.Message).Check(file) is { } refusal))
        {
            return refusal;
        }

        (On ? off : on).Remove(rule);
        if (On)
        {
            on.Insert(Math.Clamp(rule["at"] is JsonValue value && value.TryGetValue(out int at) ? at : on.Count, 0, on.Count), rule);
            rule.Remove("at");
        }
        else
        {
            rule["at"] = RuleEdits.Place(on, Code);
            off.Add(rule);
        }

        return null;
    }
}

/// <summary>Where rules stand in the file.</summary>
internal static class RuleEdits
{
    /// <summary>A rule, in force or not.</summary>
    public static JsonObject? Find(DraftFile file, string code) =>
        file.List("validationRules").OfType<JsonObject>().Concat(FormJson.RulesOff(file)).FirstOrDefault(r => DraftFile.Text(r, "code") == code);

    /// <summary>How many rules come before it by their codes: where it goes back.</summary>
    public static int Place(JsonArray rules, string code) => rules.OfType<JsonObject>().Count(r => string.CompareOrdinal(DraftFile.Text(r, "code"), code) < 0);
}
