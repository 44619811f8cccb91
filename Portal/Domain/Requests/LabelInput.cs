namespace Portal.Domain.Requests;

/// <summary>Answers as people write them in a spreadsheet: the words of a choice in place of its code.</summary>
public static class LabelInput
{
    /// <summary>Checks like <see cref="FieldInput.Parse"/>, and takes for a choice its label or code whatever the case and the accents, as long as only one fits; for yes or no those words; for a share also "65,7 %".</summary>
    /// <param name="field">The field or the column.</param>
    /// <param name="raw">What was written.</param>
    public static Outcome<string?> Parse(Field field, string? raw)
    {
        var text = Plain(raw ?? "");
        return field.Type switch
        {
            FieldType.Boolean => FieldInput.Parse(field, Code([new("true", FieldText.Yes), new("false", FieldText.No)], text) ?? raw),
            FieldType.Choice or FieldType.UnitRef => FieldInput.Parse(field, Code(field.Choices, text) ?? raw),
            FieldType.Percent => FieldInput.Parse(field, text.EndsWith('%') ? text[..^1].TrimEnd() : raw),
            _ => FieldInput.Parse(field, raw),
        };
    }

    /// <summary>The text with which <see cref="FieldInput.Parse"/> gives this value again.</summary>
    /// <param name="field">The field or the column.</param>
    /// <param name="canonical">A stored value; null for blank.</param>
    public static string Typed(Field field, string? canonical) => field.IsNumber ? FieldInput.Show(field, canonical) : canonical ?? "";

    // Names of places differ by an accent (Bình Thạnh, Bình Thanh): what was written exactly goes before what only sounds alike.
    private static string? Code(IReadOnlyList<Choice> choices, string text) =>
        Only(choices, c => c.Code == text || Plain(c.Label) == text) ?? Only(choices, c => Fold.Of(c.Code) == Fold.Of(text) || Fold.Of(Plain(c.Label)) == Fold.Of(text));

    private static string? Only(IEnumerable<Choice> choices, Func<Choice, bool> fits) => choices.Where(fits).Take(2).ToList() is [var one] ? one.Code : null;

    private static string Plain(string text) => string.Join(' ', Fold.Nfc(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
