using Portal.Domain.Figures;
using Portal.Domain.Letters;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

/// <summary>Makes the blocks of the report out of the sources. Pure, and the same sources make the same block.</summary>
/// <param name="sources">What there is.</param>
public sealed class BlockMaker(ReportSources sources)
{
    private RequestDefinition Request => sources.Request;

    /// <summary>Makes a block.</summary>
    /// <param name="recipe">Which.</param>
    public MadeBlock Make(BlockRecipe recipe) => recipe.Kind switch
    {
        BlockKind.Quote => Quote(recipe),
        BlockKind.Digest => new UnitDigest(sources).Of(recipe),
        BlockKind.Figures => Figures(recipe),
        BlockKind.Rates => Rates(recipe),
        BlockKind.Table => Tabled(recipe, recipe.Items.Count == 0 ? null : new UnitTables(sources).Figures(recipe.Items[0], recipe.Fields)),
        BlockKind.Resolution => Tabled(recipe, new UnitTables(sources).Resolutions()),
        BlockKind.Pending => Tabled(recipe, new UnitTables(sources).Pending()),
        BlockKind.Chart => Charted(recipe, recipe.Items.Count == 0 ? new UnitTables(sources).ResolutionChart() : new UnitTables(sources).Chart(recipe.Items[0], recipe.Fields[0])),
        BlockKind.Sending => Sending(),
        BlockKind.Unsent => Unsent(),
        _ => new("", []),
    };

    /// <summary>A unit as sentences name it; with a star where its answer counts though it was not accepted.</summary>
    internal static string Name(ReportSources sources, SourceAnswer answer) => sources.Marked(answer) ? answer.Unit.Name + "*" : answer.Unit.Name;

    private MadeBlock Quote(BlockRecipe recipe)
    {
        var (item, field) = (recipe.Items[0], recipe.Fields[0]);
        return sources.Taken(item).FirstOrDefault(a => a.Unit.Code == recipe.UnitCode) is { } answer && answer[field] is { } text
            ? new(Fold.Nfc(text).Trim(), [new(answer.Unit.Code, item, answer.Version) { Field = field, Start = 0, Length = text.Length }])
            : new("", []);
    }

    private MadeBlock Figures(BlockRecipe recipe)
    {
        var lines = new List<string>();
        foreach (var item in recipe.Items)
        {
            foreach (var field in Fields(item, recipe.Fields))
            {
                var total = sources.Total(item, field);
                if (total.Value is not { } value || !sources.Tells(item, field, total))
                {
                    continue;
                }

                var missing = total.Answered < total.Expected ? string.Format(ReportWords.Answered, total.Answered, total.Expected) : "";
                lines.Add(field.Type is FieldType.Boolean
                    ? total.Expected > 1 ? string.Format(ReportWords.CountLine, field.Label, FigureParser.Show(value), total.Expected, missing) : string.Format(ReportWords.YesLine, field.Label, value > 0 ? ReportWords.Yes : ReportWords.No)
                    : string.Format(ReportWords.FigureLine, field.Label, FigureParser.Show(value), field.Unit, missing).Replace(" ;", ";", StringComparison.Ordinal));
            }
        }

        return new(Listed(lines), Sources(recipe.Items));
    }

    private MadeBlock Rates(BlockRecipe recipe)
    {
        var (lines, items) = (new List<string>(), new List<string>());
        foreach (var code in recipe.Rates)
        {
            if (Request.DerivedIndicators.FirstOrDefault(d => d.Code == code) is { } rate && RateFormula.Read(rate.Formula, Request.Template) is { } formula
                && formula.Of(sources) is { Value: { } value } of && (!formula.Sensitive || of.Answered >= FieldTotal.LeastUnits))
            {
                items.Add(formula.ItemCode);
                lines.Add(string.Format(ReportWords.RateLine, rate.Label, FigureParser.Show(value, rate.Decimals), rate.Unit, FigureParser.Show(of.Over), FigureParser.Show(of.Under),
                    of.Answered < of.Expected ? string.Format(ReportWords.Answered, of.Answered, of.Expected) : ""));
            }
        }

        return new(Listed(lines), Sources(items.Distinct()));
    }

    private MadeBlock Tabled(BlockRecipe recipe, MadeTable? table) => table is null ? new("", []) : new(table.Caption, SourcesOf(recipe), table);

    private MadeBlock Charted(BlockRecipe recipe, LetterChart? chart) => chart is null ? new("", []) : new(chart.Caption, SourcesOf(recipe)) { Chart = chart };

    private List<BlockSource> SourcesOf(BlockRecipe recipe) => Sources(recipe.Items.Count > 0 ? recipe.Items : Request.Items.Select(i => i.Code));

    private MadeBlock Sending()
    {
        var all = sources.Sendings;
        var sent = all.Where(s => s.SentAt is not null).ToList();
        var parts = new List<string> { string.Format(ReportWords.SendingLead, all.Count, sent.Count) };
        void Add(string text, int n)
        {
            if (n > 0)
            {
                parts.Add(string.Format(text, n));
            }
        }

        Add(ReportWords.SentOnTime, sent.Count(s => s.Timeliness is Timeliness.OnTime));
        Add(ReportWords.SentExtended, sent.Count(s => s.Timeliness is Timeliness.OnTimeByExtension));
        Add(ReportWords.SentLate, sent.Count(s => s.Timeliness is Timeliness.Late));
        Add(ReportWords.SentWaiting, sent.Count(s => s.Timeliness is Timeliness.AwaitingExtension));
        var accepted = sources.Answers.Where(a => a.ItemCode != ItemAnswer.Cover).ToList();
        return new($"{string.Join("; ", parts)}. {string.Format(ReportWords.ItemsAccepted, accepted.Count(a => a.Accepted), accepted.Count)}", []);
    }

    private MadeBlock Unsent()
    {
        var silent = sources.Sendings.Where(s => s.SentAt is null).Select(s => s.Unit.Name).ToList();
        var waiting = sources.Answers.Where(a => a.ItemCode != ItemAnswer.Cover && !a.Accepted).GroupBy(a => a.Unit).Where(g => !silent.Contains(g.Key.Name)).OrderBy(g => g.Key.Order)
            .Select(g => string.Format(ReportWords.WaitingUnit, g.Key.Name, string.Join(", ", g.Select(a => a.ItemCode)))).ToList();
        var lines = new List<string>
        {
            silent.Count == 0 ? ReportWords.AllSent : string.Format(ReportWords.UnsentUnits, silent.Count, string.Join("; ", silent)),
        };
        if (waiting.Count > 0)
        {
            lines.Add(string.Format(sources.Choice is SourceChoice.Accepted ? ReportWords.NotAccepted : ReportWords.MarkedUnits, string.Join("; ", waiting)));
        }

        return new(string.Join('\n', lines), []);
    }

    private IEnumerable<Field> Fields(string item, IReadOnlyList<string> codes) =>
        sources.Form(item)?.Fields.Where(f => codes.Count > 0 ? codes.Contains(f.Code) : f.IsIndicator && f.Type is not (FieldType.Table or FieldType.File)) ?? [];

    private List<BlockSource> Sources(IEnumerable<string> items) => [.. items.SelectMany(sources.Taken).Select(a => new BlockSource(a.Unit.Code, a.ItemCode, a.Version))];

    internal static string Listed(IReadOnlyList<string> lines) => string.Join('\n', lines.Select((l, k) => $"- {l}{(k == lines.Count - 1 ? "." : ";")}"));
}
