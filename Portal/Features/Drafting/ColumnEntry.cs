using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;

namespace Portal.Features.Drafting;

/// <summary>A column of a table while it is being typed.</summary>
public sealed class ColumnEntry
{
    private readonly ColumnDraft before;

    /// <summary>Begins with a column.</summary>
    public ColumnEntry(ColumnDraft column)
    {
        before = column;
        (Label, Type, Unit, Required, Choices) = (column.Label, column.Type, column.Unit, column.Required, FormWords.Lines(column.Choices));
    }

    /// <summary>What people read.</summary>
    public string? Label { get; set; }

    /// <summary>The kind of value.</summary>
    public FieldType Type { get; set; }

    /// <summary>The unit of measure.</summary>
    public string? Unit { get; set; }

    /// <summary>Whether a row without it is incomplete.</summary>
    public bool Required { get; set; }

    /// <summary>What a choice offers, a line each.</summary>
    public string? Choices { get; set; }

    /// <summary>The column as typed.</summary>
    public ColumnDraft Written => new(before.Key, Label ?? "", Type) { Unit = Unit, Required = Required, Choices = Type is FieldType.Choice ? FormWords.Choices(Choices, before.Choices) : [] };
}
