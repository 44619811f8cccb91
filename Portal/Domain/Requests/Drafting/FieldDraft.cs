namespace Portal.Domain.Requests.Drafting;

/// <summary>A field as it is being written: what a person sets.</summary>
/// <param name="Label">What people read.</param>
/// <param name="Type">The kind of value; files belong to the cover alone.</param>
public sealed record FieldDraft(string Label, FieldType Type)
{
    /// <summary>The most characters of a paragraph that a form may allow.</summary>
    public const int LongestText = 20_000;

    /// <summary>The most rows a table may have.</summary>
    public const int MostRows = 1000;

    private const int MostDecimals = 6;

    /// <summary>The unit of measure.</summary>
    public string? Unit { get; init; }

    /// <summary>What people are told about how to fill it in.</summary>
    public string? Guidance { get; init; }

    /// <summary>Whether a report without it is incomplete.</summary>
    public bool Required { get; init; }

    /// <summary>When it is shown; null for always.</summary>
    public string? VisibleWhen { get; init; }

    /// <summary>The least number.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest number.</summary>
    public decimal? Max { get; init; }

    /// <summary>The greatest length in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The most decimals.</summary>
    public int? Decimals { get; init; }

    /// <summary>The least number of rows.</summary>
    public int? MinRows { get; init; }

    /// <summary>The greatest number of rows.</summary>
    public int? MaxRows { get; init; }

    /// <summary>Figures on children in trouble.</summary>
    public bool Sensitive { get; init; }

    /// <summary>How units' values are put together; see <see cref="Rollups"/>.</summary>
    public string Rollup { get; init; } = "none";

    /// <summary>Themes it belongs to.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>What a choice offers; an empty code is given one.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The columns of a table; an empty code is given one.</summary>
    public IReadOnlyList<ColumnDraft> Columns { get; init; } = [];

    /// <summary>How values of a kind can be put together, the usual way first.</summary>
    public static IReadOnlyList<string> Rollups(FieldType type) => type switch
    {
        FieldType.Integer or FieldType.Decimal or FieldType.Money => ["sum", "value", "list", "none"],
        FieldType.Percent => ["list", "value", "none"],
        FieldType.Boolean => ["count_true", "count_by_value", "list", "none"],
        FieldType.Choice => ["count_by_value", "list", "none"],
        FieldType.Table => ["concat", "none"],
        _ => ["list", "value", "none"],
    };

    /// <summary>What is wrong with it by itself, tied to the part it belongs to; null when nothing is.</summary>
    public Problem? Check() =>
        string.IsNullOrWhiteSpace(Label) ? Problem.Invalid(nameof(Problems.DraftTextBlank)).At("label")
        : Label.Length > 500 || Guidance?.Length > 1000 ? Problem.Invalid(nameof(Problems.DraftTextTooLong), Label.Length > 500 ? 500 : 1000).At(Label.Length > 500 ? "label" : "guidance")
        : Type is FieldType.File ? Problem.Invalid(nameof(Problems.FormRollup)).At("type")
        : Min > Max ? Problem.Invalid(nameof(Problems.FormMinOverMax)).At("min")
        : MinRows > MaxRows ? Problem.Invalid(nameof(Problems.FormMinOverMax)).At("minRows")
        : Outside(MaxLength, 1, LongestText, "maxLength") ?? Outside(Decimals, 0, MostDecimals, "decimals") ?? Outside(MinRows, 0, MostRows, "minRows") ?? Outside(MaxRows, 1, MostRows, "maxRows")
        ?? (!Rollups(Type).Contains(Rollup) ? Problem.Invalid(nameof(Problems.FormRollup)).At("rollup")
        : Type is FieldType.Choice && !Enough(Choices) ? Problem.Invalid(nameof(Problems.FormFewOptions)).At("choices")
        : Type is FieldType.Table ? Columns.Count == 0 ? Problem.Invalid(nameof(Problems.FormNoColumns)).At("columns") : Columns.Select(c => c.Check()).FirstOrDefault(p => p is not null)
        : null);

    internal static bool Enough(IReadOnlyList<Choice> choices) => choices.Count > 1 && choices.All(c => !string.IsNullOrWhiteSpace(c.Label)) && choices.DistinctBy(c => Fold.Of(c.Label)).Count() == choices.Count;

    private static Problem? Outside(int? value, int least, int most, string part) => value < least || value > most ? Problem.Invalid(nameof(Problems.FormLimit), least, most).At(part) : null;
}

/// <summary>A column of a table that is being written.</summary>
/// <param name="Key">Its key; empty for one that is new.</param>
/// <param name="Label">What people read.</param>
/// <param name="Type">The kind of value; a table has no tables or files in it.</param>
public sealed record ColumnDraft(string Key, string Label, FieldType Type)
{
    /// <summary>The unit of measure.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether a row without it is incomplete.</summary>
    public bool Required { get; init; }

    /// <summary>What a choice offers.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What is wrong with it by itself.</summary>
    public Problem? Check() =>
        string.IsNullOrWhiteSpace(Label) ? Problem.Invalid(nameof(Problems.DraftTextBlank)).At("columns")
        : Type is FieldType.Table or FieldType.File ? Problem.Invalid(nameof(Problems.FormRollup)).At("columns")
        : Type is FieldType.Choice && !FieldDraft.Enough(Choices) ? Problem.Invalid(nameof(Problems.FormFewOptions)).At("columns")
        : null;
}
