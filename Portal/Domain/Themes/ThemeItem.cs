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

/// <summary>What one unit said about one item, as others may know it.</summary>
/// <param name="UnitCode">Which unit.</param>
/// <param name="ItemCode">Which item.</param>
/// <param name="Values">The canonical values of the last version that counts; null where nothing was sent.</param>
public sealed record SentAnswer(string UnitCode, string ItemCode, IReadOnlyDictionary<string, string>? Values)
{
    /// <summary>The value of a field; null where it is blank or nothing was sent.</summary>
    public string? this[string code] => Values is not null && Values.TryGetValue(code, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}

/// <summary>What the units' figures come to: numbers that roll up as a sum, yes or no counted by yes.</summary>
/// <param name="Value">The sum; null where nothing can be added up, or nobody has answered.</param>
/// <param name="Answered">How many units gave the figure.</param>
/// <param name="Expected">How many are asked.</param>
public readonly record struct FieldTotal(decimal? Value, int Answered, int Expected)
{
    /// <summary>Adds a field up over the units that owe it.</summary>
    public static FieldTotal Of(Field field, IReadOnlyCollection<SentAnswer> answers)
    {
        var given = answers.Select(a => a[field.Code]).OfType<string>().ToList();
        decimal? value = given.Count == 0 ? null : field switch
        {
            { Type: FieldType.Boolean } => given.Count(v => v == "true"),
            { IsNumber: true, Rollup: "sum" } => given.Sum(v => FieldInput.Number(v) ?? 0),
            _ => null,
        };
        return new(value, given.Count, answers.Count);
    }

    /// <summary>May be told to who must not know the figure of one unit: only once all have answered. Before, the total that grows while one watches would say what the last one sent.</summary>
    public bool TellsNoUnit => Expected > 1 && Answered == Expected;
}
