namespace Portal.Domain.Requests;

/// <summary>What of the answers to one form still answers another: the same code, the same kind of value, and a value that could be typed there now.</summary>
public static class FormFit
{
    /// <summary>A value keeps its place.</summary>
    /// <param name="before">The form it was given by.</param>
    /// <param name="now">The form that holds now.</param>
    /// <param name="path">Field, cell, or a row's place (<c>table/rowId/#</c>).</param>
    /// <param name="value">Canonical text; null for blank.</param>
    public static bool Fits(ItemForm before, ItemForm now, string path, string? value)
    {
        if (path.Split('/') is [var table, _, AnswerSheet.OrderKey])
        {
            return now.Field(table) is { Type: FieldType.Table };
        }

        return before.At(path) is { } old && now.At(path) is { } field && old.Type == field.Type && (value is null || Takes(field, value));
    }

    /// <summary>The values of a version by one form as far as another asks for the same.</summary>
    /// <param name="before">The form they were given by; null where none is known: then nothing fits.</param>
    /// <param name="now">The form they are read for.</param>
    /// <param name="values">Canonical values by path.</param>
    public static IReadOnlyDictionary<string, string> Read(ItemForm? before, ItemForm now, IReadOnlyDictionary<string, string> values) =>
        before == now ? values : before is null ? new Dictionary<string, string>() : values.Where(v => Fits(before, now, v.Key, v.Value)).ToDictionary(v => v.Key, v => v.Value);

    // A stored number has to be shown first: the parser reads what people write.
    private static bool Takes(Field field, string value) => field.Type is not (FieldType.Table or FieldType.File) && FieldInput.Parse(field, LabelInput.Typed(field, value)).Value == value;
}
