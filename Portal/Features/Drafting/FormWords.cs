using Portal.Domain.Requests;

namespace Portal.Features.Drafting;

/// <summary>The words of the form designer.</summary>
public static class FormWords
{
    /// <summary>The kinds of values a field of an item can have, the usual ones first.</summary>
    public static IReadOnlyList<FieldType> Types { get; } =
        [FieldType.Integer, FieldType.Decimal, FieldType.Percent, FieldType.Money, FieldType.Boolean, FieldType.Choice, FieldType.Text, FieldType.LongText, FieldType.Date, FieldType.Year, FieldType.Phone, FieldType.UnitRef];

    /// <summary>A kind of value.</summary>
    public static string Of(FieldType type) => type switch
    {
        FieldType.Text => FormsText.TypeText,
        FieldType.LongText => FormsText.TypeLongText,
        FieldType.Integer => FormsText.TypeInteger,
        FieldType.Decimal => FormsText.TypeDecimal,
        FieldType.Percent => FormsText.TypePercent,
        FieldType.Money => FormsText.TypeMoney,
        FieldType.Date => FormsText.TypeDate,
        FieldType.Year => FormsText.TypeYear,
        FieldType.Boolean => FormsText.TypeBoolean,
        FieldType.Choice => FormsText.TypeChoice,
        FieldType.Phone => FormsText.TypePhone,
        FieldType.UnitRef => FormsText.TypeUnitRef,
        FieldType.Table => FormsText.TypeTable,
        _ => FormsText.TypeFile,
    };

    /// <summary>How values of units are put together.</summary>
    public static string Rollup(string rollup) => rollup switch
    {
        "sum" => FormsText.RollupSum,
        "count_true" => FormsText.RollupCountTrue,
        "count_by_value" => FormsText.RollupCountByValue,
        "list" => FormsText.RollupList,
        "concat" => FormsText.RollupConcat,
        "value" => FormsText.RollupValue,
        _ => FormsText.RollupNone,
    };

    /// <summary>What breaking a rule means.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => FormsText.SeverityError,
        Severity.Explain => FormsText.SeverityExplain,
        _ => FormsText.SeverityWarn,
    };

    /// <summary>Choices from lines, those that stood before with their codes.</summary>
    public static IReadOnlyList<Choice> Choices(string? lines, IReadOnlyList<Choice> before) =>
        [.. (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => before.FirstOrDefault(b => b.Label == l) ?? new Choice("", l))];

    /// <summary>Choices as lines.</summary>
    public static string Lines(IReadOnlyList<Choice> choices) => string.Join('\n', choices.Select(c => c.Label));
}
