using Portal.Domain.Requests;

namespace Portal.Domain.Themes;

/// <summary>An item as far as it belongs to a theme.</summary>
/// <param name="Item">The item.</param>
/// <param name="Fields">Its figures that belong to the theme, in the order of the form.</param>
public sealed record ThemeItem(AssignedItem Item, IReadOnlyList<Field> Fields)
{
    /// <summary>The items of a theme, in letter order. A figure that names themes belongs to those, another one to the themes of its item.</summary>
    /// <param name="request">The request.</param>
    /// <param name="theme">The theme's code.</param>
    public static IReadOnlyList<ThemeItem> Of(RequestDefinition request, string theme) =>
        [.. from item in request.Items
            where item.Kind is ItemKind.Report
            let form = request.Template.Form(item.Code)
            where form is not null
            let fields = form.Fields.Where(f => f.IsIndicator && f.Type is not (FieldType.Table or FieldType.File) && Belongs(f, item, theme)).ToList()
            where fields.Count > 0 || item.Themes.Contains(theme)
            select new ThemeItem(item, fields)];

    /// <summary>The comparisons of a theme, in the order of the file: those of which a figure belongs to it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="theme">The theme's code.</param>
    public static IEnumerable<Reconciliation> Checks(RequestDefinition request, string theme) =>
        request.Reconciliations.Where(r => new[] { r.Left, r.Right }.Select(s => CrossFormula.Read(s, request.Template).Value).OfType<CrossFormula>()
            .Any(f => request.Items.FirstOrDefault(i => i.Code == f.ItemCode) is { } item && f.Fields.Any(x => Belongs(x, item, theme))));

    private static bool Belongs(Field field, AssignedItem item, string theme) => field.Themes.Count > 0 ? field.Themes.Contains(theme) : item.Themes.Contains(theme);
}
