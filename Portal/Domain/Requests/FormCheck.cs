using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>Checks whether a form is complete and its figures agree.</summary>
public static class FormCheck
{
    /// <summary>The path of an item's documents.</summary>
    public const string EvidencePath = "evidence";

    /// <summary>
    /// Checks one item, or the cover: first what is missing, in the order of the form, then the rules in the order of the file.
    /// Rules across items are reported at the item of the first figure they name. "Không phát sinh" waives the item's own figures
    /// and its documents, never the reason. An explained sum is reported as resolved.
    /// </summary>
    /// <param name="template">The forms and rules.</param>
    /// <param name="sheet">The answers of the unit, all items of it.</param>
    /// <param name="itemCode">An item's code or <see cref="ItemForm.CoverCode"/>; a duty or an unknown code has nothing to check.</param>
    public static IReadOnlyList<Finding> Item(FormTemplate template, AnswerSheet sheet, string itemCode)
    {
        if (template.Form(itemCode) is not { } form)
        {
            return [];
        }
        var hidden = Conditions.Hidden(form, sheet);
        sheet = Conditions.Apply(template, sheet);
        var waived = sheet.Get(itemCode, ItemForm.StatusField) == ItemForm.NothingToReport;
        var findings = form.Fields.Where(f => !hidden.Contains(f.Code) && !(waived && f.IsOwn && f.Type is not FieldType.Table))
            .SelectMany(f => Missing(sheet, itemCode, f with { Columns = [.. f.Columns.Where(c => !hidden.Contains($"{f.Code}/{c.Code}"))] }, waived)).ToList();
        if (form.Evidence is { } evidence && sheet.EvidenceCount(itemCode) > evidence.MaxFiles)
        {
            findings.Add(Of(FindingKind.Error, itemCode, EvidencePath, nameof(Problems.FindingTooManyFiles), sheet.EvidenceCount(itemCode), evidence.MaxFiles));
        }
        var scope = new RuleScope(template, sheet, itemCode);
        foreach (var rule in template.RulesOf(itemCode))
        {
            if (waived && RuleScope.Operands(rule.Expression).Any(o => o is FileCount { Code: RuleScope.Evidence }))
            {
                continue;
            }
            if (Evaluation.Of(rule.Expression, scope.Read) is { Result: RuleResult.Fires } fired)
            {
                findings.Add(Broken(rule, fired, scope, itemCode, sheet));
            }
        }
        return findings;
    }

    /// <summary>Checks the given items and then the cover. What the cover lacks blocks sending, not sending up: the caller tells them apart by <see cref="Finding.ItemCode"/>.</summary>
    /// <param name="template">The forms and rules.</param>
    /// <param name="sheet">The answers of the unit.</param>
    /// <param name="itemCodes">The items the unit reports on.</param>
    public static IReadOnlyList<Finding> Unit(FormTemplate template, AnswerSheet sheet, IEnumerable<string> itemCodes) =>
        [.. itemCodes.Append(ItemForm.CoverCode).Distinct().SelectMany(code => Item(template, sheet, code))];

    private static Finding Broken(FieldRule rule, Evaluation fired, RuleScope scope, string itemCode, AnswerSheet sheet)
    {
        var place = RuleScope.Operands(fired.Broken!).Select(o => scope.FirstPlace(o)).FirstOrDefault(p => p?.Item == itemCode)
            ?? scope.FirstPlace(rule.Expression);
        var kind = rule.Severity switch { Severity.Error => FindingKind.Error, Severity.Explain => FindingKind.Explain, _ => FindingKind.Warn };
        var explained = kind is FindingKind.Explain && sheet.Get(itemCode, ItemForm.ExplanationField) is not null;
        return new(rule.Code, kind, itemCode, place?.Item == itemCode ? place.Value.Path : null, rule.Message, scope.Detail(fired), explained);
    }

    private static IEnumerable<Finding> Missing(AnswerSheet sheet, string item, Field field, bool waived)
    {
        switch (field.Type)
        {
            case FieldType.Table:
                return MissingInTable(sheet, item, field, waived);
            case FieldType.File:
                var wanted = field.Required ? Math.Max(1, field.MinFiles ?? 1) : 0;
                return sheet.FileCount(item, field.Code) < wanted ? [Of(FindingKind.Missing, item, field.Code, nameof(Problems.FindingNoFile), field.Label)] : [];
            default:
                return MissingValue(sheet, item, field, field.Code);
        }
    }

    private static IEnumerable<Finding> MissingValue(AnswerSheet sheet, string item, Field field, string path)
    {
        if (sheet.Get(item, path) is not { } value)
        {
            if (field.Required)
            {
                var choosing = field.Type is FieldType.Choice or FieldType.Boolean or FieldType.UnitRef;
                yield return Of(FindingKind.Missing, item, path, choosing ? nameof(Problems.FindingNotChosen) : nameof(Problems.FindingNotEntered), field.Label);
            }
        }
        else if (field.MinLength is { } least && FieldInput.Length(value) < least)
        {
            yield return Of(FindingKind.Missing, item, path, nameof(Problems.FindingTooShort), field.Label, FieldInput.Length(value), least);
        }
    }

    private static IEnumerable<Finding> MissingInTable(AnswerSheet sheet, string item, Field table, bool waived)
    {
        var rows = sheet.Rows(item, table.Code);
        var least = waived && table.IsOwn ? 0 : Math.Max(table.MinRows ?? 0, table.Required ? 1 : 0);
        if (rows.Count < least)
        {
            yield return Of(FindingKind.Missing, item, table.Code, nameof(Problems.FindingTooFewRows), table.Label, rows.Count, least);
        }
        if (rows.Count > table.MaxRows)
        {
            yield return Of(FindingKind.Error, item, table.Code, nameof(Problems.FindingTooManyRows), table.Label, rows.Count, table.MaxRows);
        }
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var column in table.Columns)
            {
                foreach (var finding in MissingValue(sheet, item, column, $"{table.Code}/{rows[i]}/{column.Code}"))
                {
                    yield return finding with { Message = Problem.Invalid(nameof(Problems.FindingInRow), table.Label, i + 1, finding.Message).Text };
                }
            }
        }
    }

    private static Finding Of(FindingKind kind, string item, string path, string code, params object?[] args) =>
        new(code, kind, item, path, Problem.Invalid(code, args).Text);
}
