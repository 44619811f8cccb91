using Portal.Domain.Consolidation;
using Portal.Domain.Figures;
using Portal.Domain.Requests;
using Portal.Domain.Themes;

namespace Portal.Features.Themes;

/// <summary>Lays out what was read, for one reader: what he may not see is left out here and never reaches a page. Pure.</summary>
/// <param name="request">The request as its file defines it.</param>
/// <param name="confidential">The reader may see sensitive figures of one unit, and know what evidence there is.</param>
internal sealed class ThemeSheet(RequestDefinition request, bool confidential)
{
    private const int NarrativeShown = 420;

    /// <summary>The themes to which something belongs, in the order of the file.</summary>
    public IReadOnlyList<Theme> Themes { get; } = [.. request.Themes.Where(t => ThemeItem.Of(request, t.Code).Count > 0)];

    /// <summary>How a theme stands in addresses: <c>quy-dat</c>.</summary>
    public static string Slug(Theme theme) => theme.Code.ToLowerInvariant().Replace('_', '-');

    /// <summary>The items whose answers are opened: those of the theme, and those of every comparison, which the row of themes tells of.</summary>
    public IReadOnlySet<string> ItemsRead(Theme theme) =>
        ThemeItem.Of(request, theme.Code).Select(i => i.Item.Code).Concat(request.Reconciliations.SelectMany(r => new[] { Formula(r.Left).ItemCode, Formula(r.Right).ItemCode })).ToHashSet();

    /// <summary>Lays a theme out.</summary>
    /// <param name="requestCode">What stands in addresses.</param>
    /// <param name="theme">Which theme.</param>
    /// <param name="answers">All items of all units, in official order; opened where <see cref="ItemsRead"/> asks.</param>
    public ThemeContent Of(string requestCode, Theme theme, IReadOnlyList<ReadAnswer> answers)
    {
        var items = answers.ToLookup(a => a.ItemCode);
        var checks = request.Reconciliations.ToDictionary(r => r.Code, r => Check(r, items));
        return new(requestCode, Slug(theme), theme.Label, [.. Themes.Select(t => Tab(t, items, checks))],
            [.. ThemeItem.Checks(request, theme.Code).Select(r => checks[r.Code])],
            [.. ThemeItem.Of(request, theme.Code).Select(i => Block(i, [.. items[i.Item.Code]]))]);
    }

    private ThemeTab Tab(Theme theme, ILookup<string, ReadAnswer> items, Dictionary<string, ThemeCheck> checks)
    {
        var own = ThemeItem.Of(request, theme.Code).SelectMany(i => items[i.Item.Code]).ToList();
        var verdicts = ThemeItem.Checks(request, theme.Code).Select(r => checks[r.Code].Verdict).ToList();
        return new(Slug(theme), theme.Label, own.Count(a => a.Sent), own.Count, verdicts.Count(v => v is CrossVerdict.Differs), verdicts.Count(v => v is CrossVerdict.Undecided));
    }

    private ThemeBlock Block(ThemeItem item, List<ReadAnswer> answers)
    {
        var shared = request.Groups.First(g => g.Code == item.Item.GroupCode).UnitCodes.Count > 1;
        var said = answers.ConvertAll(a => new SentAnswer(a.Unit.Code, a.ItemCode, a.Values));
        return new(item.Item.Code, item.Item.Title, shared, [.. item.Fields.Select(f => Column(f, said))], [.. answers.Zip(said, (a, s) => Answer(a, s, item.Fields, shared))]);
    }

    private ThemeColumn Column(Field field, List<SentAnswer> said)
    {
        var total = FieldTotal.Of(field, said);
        var withheld = field.Sensitive && !confidential;
        var told = !withheld || total.TellsNoUnit;
        return new(field.Label, field.Unit, field.IsNumber, told && total.Value is { } value ? FigureParser.Show(value) : null, told ? total.Answered : null, withheld);
    }

    private ThemeAnswer Answer(ReadAnswer answer, SentAnswer said, IReadOnlyList<Field> fields, bool shared) =>
        new(answer.Unit, answer.State, answer.Sent, [.. fields.Select(f => said[f.Code] is { } value && (confidential || !f.Sensitive) ? FieldInput.Show(f, value) : null)])
        {
            Resolution = answer.Resolution,
            Narrative = shared ? null : Shorten(said[ItemForm.NarrativeField]),
            Documents = confidential ? answer.Documents : null,
            Unconfirmed = answer.Unconfirmed,
        };

    private ThemeCheck Check(Reconciliation rule, ILookup<string, ReadAnswer> items)
    {
        var (left, right) = (Side(rule.Left, items), Side(rule.Right, items));
        var check = new CrossCheck(left, right);
        // Whether an office's figure equals a total that may be known tells the figure: of sensitive ones no verdict either.
        var withheld = !confidential && (left.Formula.Sensitive || right.Formula.Sensitive);
        return new(rule.Code, left.Formula.Fields[0].Label, rule.Message, withheld ? null : check.Verdict, Shown(left, right, items), Shown(right, left, items),
            withheld || check.Gap is not { } gap ? null : FigureParser.Show(gap));
    }

    private CrossSide Side(string text, ILookup<string, ReadAnswer> items)
    {
        var formula = Formula(text);
        return new(formula, [.. items[formula.ItemCode].Select(a => new CrossPart(a.Unit.Code, a.Values is not null, a.Values is null ? null : formula.Of(a.Values, request.Template)))]);
    }

    private ThemeSide Shown(CrossSide side, CrossSide other, ILookup<string, ReadAnswer> items)
    {
        var units = items[side.Formula.ItemCode].Select(a => a.Unit).ToList();
        var withheld = side.Formula.Sensitive && !confidential && !(side.Complete && side.Expected > 1);
        var measure = side.Formula.Unit ?? other.Formula.Unit;
        var value = withheld || side.Value is not { } number ? null : measure is null ? FigureParser.Show(number) : $"{FigureParser.Show(number)} {measure}";
        return new(side.Formula.ItemCode, side.Formula.Kind, units, value, withheld, withheld ? null : side.Answered,
            [.. units.Where(u => side.Silent.Contains(u.Code))], withheld ? [] : [.. units.Where(u => side.Blank.Contains(u.Code))]);
    }

    private CrossFormula Formula(string text) => CrossFormula.Read(text, request.Template).Value ?? throw new InvalidDataException($"The comparison {text} was read when the request was made and cannot be read now.");

    private static string? Shorten(string? text) => text is null || text.Length <= NarrativeShown ? text : $"{text[..Math.Max(text.LastIndexOf(' ', NarrativeShown), NarrativeShown / 2)].TrimEnd()} …";
}
