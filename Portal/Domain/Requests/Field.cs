using System.Text.Json.Serialization;
using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>What kind of value a field takes.</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    Text,
    /// <summary>Paragraphs of text.</summary>
    LongText,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A number with decimals.</summary>
    Decimal,
    /// <summary>A percentage, 0 to 100 unless the field says otherwise.</summary>
    Percent,
    /// <summary>An amount of money in the field's unit.</summary>
    Money,
    /// <summary>A calendar day, stored as yyyy-MM-dd.</summary>
    Date,
    /// <summary>A year of four digits.</summary>
    Year,
    /// <summary>Yes or no, stored as "true" or "false".</summary>
    Boolean,
    /// <summary>One of the offered codes.</summary>
    Choice,
    /// <summary>A telephone number.</summary>
    Phone,
    /// <summary>The code of a unit; the field's choices are the units where they are known.</summary>
    UnitRef,
    /// <summary>Repeating rows of columns.</summary>
    Table,
    /// <summary>Files; only their number is known here.</summary>
    File,
}

/// <summary>One offered answer.</summary>
/// <param name="Code">What is stored.</param>
/// <param name="Label">What people read.</param>
/// <param name="Note">What choosing it demands, if anything.</param>
public sealed record Choice(string Code, string Label, string? Note = null);

/// <summary>One field of a form, or one column of a table.</summary>
/// <param name="Code">Its code; a column's key.</param>
/// <param name="Label">What people read.</param>
/// <param name="Type">The kind of value.</param>
public sealed record Field(string Code, string Label, FieldType Type)
{
    /// <summary>The unit of measure, for example "trẻ em".</summary>
    public string? Unit { get; init; }

    /// <summary>What people are told about how to fill it in.</summary>
    public string? Guidance { get; init; }

    /// <summary>Whether a report without it is incomplete.</summary>
    public bool Required { get; init; }

    /// <summary>What else makes it required: a rule's code or words of the file. Not judged here: the rule judges.</summary>
    public string? RequiredWhen { get; init; }

    /// <summary>What must hold for it to be shown and asked for; null for always. See <see cref="Conditions"/>. A matter of the server and of the browser's rules, not of what is sent along with a page.</summary>
    [JsonIgnore]
    public Expression? VisibleWhen { get; init; }

    /// <summary>The least number allowed.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest number allowed.</summary>
    public decimal? Max { get; init; }

    /// <summary>The least length in characters for a complete answer; not refused while typing.</summary>
    public int? MinLength { get; init; }

    /// <summary>The greatest length in characters; see <see cref="LengthLimit"/>.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The most decimals allowed; see <see cref="DecimalPlaces"/>.</summary>
    public int? Decimals { get; init; }

    /// <summary>The offered answers of a choice.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The columns of a table.</summary>
    public IReadOnlyList<Field> Columns { get; init; } = [];

    /// <summary>The least number of rows of a complete table.</summary>
    public int? MinRows { get; init; }

    /// <summary>The greatest number of rows.</summary>
    public int? MaxRows { get; init; }

    /// <summary>The least number of files of a file field, where one is asked for.</summary>
    public int? MinFiles { get; init; }

    /// <summary>File extensions a file field takes, with the dot.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>True for figures on children in trouble: not shown by unit to those without the right.</summary>
    public bool Sensitive { get; init; }

    /// <summary>How units' values are put together: sum, count_true, count_by_value, list, concat, value or none.</summary>
    public string Rollup { get; init; } = "none";

    /// <summary>Themes of the letter it belongs to.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>The legal ground of the indicator, as the file gives it.</summary>
    public string? Basis { get; init; }

    /// <summary>"letter" when the letter itself asks for it, else "proposal".</summary>
    public string Origin { get; init; } = "proposal";

    /// <summary>True for figures of the item; false for narrative and base fields.</summary>
    public bool IsIndicator { get; init; }

    /// <summary>True for what only this item has, figures and tables; false for the fields every form shares.</summary>
    public bool IsOwn { get; init; }

    /// <summary>True when its value is a number.</summary>
    public bool IsNumber => Type is FieldType.Integer or FieldType.Decimal or FieldType.Percent or FieldType.Money;

    /// <summary>How many decimals a number may have: what the field says, else 0 for whole numbers, 2 for percentages, 3 for the rest.</summary>
    public int DecimalPlaces => Decimals ?? Type switch { FieldType.Integer or FieldType.Year => 0, FieldType.Percent => 2, _ => 3 };

    /// <summary>How many characters a text may have: what the field says, else 500 for a line and 20 000 for paragraphs.</summary>
    public int LengthLimit => MaxLength ?? (Type is FieldType.LongText ? 20_000 : 500);

    /// <summary>How many rows a table may have: what the field says, else 1 000.</summary>
    public int RowLimit => MaxRows ?? 1000;

    /// <summary>The column with this key, or null.</summary>
    public Field? Column(string key) => Columns.FirstOrDefault(c => c.Code == key);
}
