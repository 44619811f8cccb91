using Portal.Domain.Figures;
using Portal.Domain.Requests;
using Portal.Shared;

namespace Portal.Features.Workbook;

/// <summary>The sentences of this feature that depend on the form.</summary>
internal static class WorkbookWords
{
    /// <summary>How a field is to be filled in.</summary>
    public static string Hint(Field field) => field.Type switch
    {
        FieldType.Integer => WorkbookText.HintWhole,
        FieldType.Decimal or FieldType.Money => WorkbookText.HintFigure,
        FieldType.Percent => WorkbookText.HintShare,
        FieldType.Date => WorkbookText.HintDate,
        FieldType.Year => WorkbookText.HintYear,
        FieldType.Boolean or FieldType.UnitRef => WorkbookText.HintChoice,
        FieldType.Choice => field.Choices.Any(c => c.Code == ItemForm.NothingToReport) ? WorkbookText.HintStatus : WorkbookText.HintChoice,
        FieldType.Phone => WorkbookText.HintPhone,
        _ => (field.MinLength is null ? WorkbookText.HintText : WorkbookText.HintTextLeast).With(FigureParser.Show(field.LengthLimit), field.MinLength),
    };

    /// <summary>What a field offers to choose from; empty where it takes anything.</summary>
    public static IReadOnlyList<string> Offered(Field field) => field.Type switch
    {
        FieldType.Boolean => [FieldText.Yes, FieldText.No],
        FieldType.Choice or FieldType.UnitRef => [.. field.Choices.Select(c => c.Label)],
        _ => [],
    };

    /// <summary>What a field or a column is called, with its unit.</summary>
    public static string Label(Field field) => field.Unit is null ? field.Label : $"{field.Label} ({field.Unit})";
}
