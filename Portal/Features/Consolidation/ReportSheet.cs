using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.Figures;
using Portal.Domain.Letters;
using Portal.Domain.Requests;

namespace Portal.Features.Consolidation;

/// <summary>Lays a report out for its page: the plan, the part that is shown, what it can be made of. Pure.</summary>
/// <param name="report">What is being composed.</param>
/// <param name="sources">What there is.</param>
/// <param name="remarks">What leaders said, by block.</param>
/// <param name="logins">How addresses name units, by code.</param>
internal sealed class ReportSheet(ConsolidatedReport report, ReportSources sources, ILookup<int, RemarkModel> remarks, IReadOnlyDictionary<string, string> logins)
{
    private const int AnswersShown = 60, Beginning = 220;
    private readonly List<ReportBlock> order = [.. report.InOrder];
    private readonly Dictionary<int, ReportPiece> pieces = report.Blocks.ToDictionary(b => b.Id, b => b.Piece); // read once: each is JSON
    private readonly Dictionary<int, MadeBlock> changed = Changed(report, new BlockMaker(sources));

    /// <summary>Lays it out.</summary>
    public ReportModel Of(ReportModel model, ReportLook look)
    {
        var parts = Parts();
        var shown = parts.FirstOrDefault(p => p.Id == (look.Part ?? 0)) ?? parts[0];
        var blocks = Within(shown);
        return model with
        {
            Begun = true,
            Choice = report.Choice,
            Version = report.Version,
            Revision = order.Max(b => b.ChangedAt).ToUnixTimeMilliseconds(),
            Parts = parts,
            Shown = shown,
            Blocks = [.. blocks.Select(Block)],
            Drafted = order.Where(b => b.Drafted).ToDictionary(b => b.Id, b => b.Version),
            Changed = changed.Count,
            Library = Library([.. blocks.Select(b => pieces[b.Id])], look),
        };
    }

    private List<PartModel> Parts()
    {
        var parts = new List<PartModel>();
        var (section, clause) = (0, 0);
        void Add(int id, int level, string number, string title, int from)
        {
            var below = order.Skip(from + (level == 0 ? 0 : 1)).TakeWhile(b => b.Kind is not (BlockKind.Section or BlockKind.Clause)).ToList();
            parts.Add(new(id, level, number, title, below.Count(b => changed.ContainsKey(b.Id)), below.Count(b => b.Drafted), below.Append(order[from]).Distinct().Sum(b => remarks[b.Id].Count(r => !r.Resolved))));
        }

        Add(0, 0, "", ReportText.Frame, 0);
        for (var k = 0; k < order.Count; k++)
        {
            if (order[k].Kind is BlockKind.Section)
            {
                (section, clause) = (section + 1, 0);
                Add(order[k].Id, 1, $"{LetterNumerals.Roman(section)}.", order[k].Text, k);
            }
            else if (order[k].Kind is BlockKind.Clause)
            {
                Add(order[k].Id, 2, $"{++clause}.", order[k].Text, k);
            }
        }

        return parts;
    }

    private List<ReportBlock> Within(PartModel part)
    {
        var from = part.Id == 0 ? 0 : order.FindIndex(b => b.Id == part.Id);
        return [.. order.Skip(from).Take(1), .. order.Skip(from + 1).TakeWhile(b => b.Kind is not (BlockKind.Section or BlockKind.Clause))];
    }

    private BlockModel Block(ReportBlock block)
    {
        var piece = pieces[block.Id];
        var now = changed.GetValueOrDefault(block.Id);
        return new(block.Id, piece.Recipe, block.Text, block.Version, block.Drafted, piece.Made?.Table, piece.Made?.Chart, piece.Made?.LeftOut ?? 0, [.. Sources(piece.Made)], now is null ? null : piece.Made!.AsText(), now?.AsText(), [.. remarks[block.Id]]);
    }

    private IEnumerable<SourceModel> Sources(MadeBlock? made) => (made?.Sources ?? []).DistinctBy(s => (s.UnitCode, s.ItemCode)).Select(s =>
    {
        var now = sources.Owed(s.ItemCode).FirstOrDefault(a => a.Unit.Code == s.UnitCode);
        return new SourceModel(now?.Unit.Name ?? s.UnitCode, logins.GetValueOrDefault(s.UnitCode, ""), s.ItemCode, s.Version, now is not null && sources.Counts(now) ? now.Version : 0);
    });

    private LibraryModel Library(List<ReportPiece> shown, ReportLook look)
    {
        var asked = shown.SelectMany(p => p.Recipe.Items).Where(i => i != ItemForm.CoverCode).Distinct().ToList();
        var items = sources.Request.Items.Where(i => i.Kind is ItemKind.Report && (asked.Count == 0 || asked.Contains(i.Code))).ToList();
        var chosen = items.Where(i => look.ItemCode is null || i.Code == look.ItemCode).ToList();
        var fields = shown.SelectMany(p => p.Recipe.Kind is BlockKind.Digest ? p.Recipe.Fields : []).Append(ItemForm.NarrativeField).Distinct().ToList();
        var used = pieces.Values.SelectMany(p => p.Made?.Sources ?? []).Select(s => (s.UnitCode, s.ItemCode)).ToHashSet();
        var words = Fold.Of(look.Unit ?? "");
        var answers = (from item in chosen
                       from answer in sources.Taken(item.Code)
                       where words.Length == 0 || Fold.Of(answer.Unit.Name).Contains(words, StringComparison.Ordinal)
                       from field in fields
                       where answer[field] is not null
                       select new LibraryAnswer(answer.Unit.Code, answer.Unit.Name, logins.GetValueOrDefault(answer.Unit.Code, ""), item.Code, field, Begin(answer[field]!), answer[ItemForm.StatusField], sources.Marked(answer), used.Contains((answer.Unit.Code, item.Code)))).ToList();
        return new([.. items.Select(i => (i.Code, i.Title))], [.. answers.Take(AnswersShown)], [.. chosen.SelectMany(Figures), .. Rates(chosen)],
            [.. chosen.SelectMany(i => sources.Owed(i.Code)).Where(a => !sources.Counts(a)).OrderBy(a => a.Unit.Order).Select(a => a.Unit.Name).Distinct()], Math.Max(0, answers.Count - AnswersShown));
    }

    private IEnumerable<LibraryFigure> Figures(AssignedItem item) =>
        from field in sources.Form(item.Code)?.Fields ?? []
        where field.IsIndicator && field.Type is not (FieldType.Table or FieldType.File)
        let total = sources.Total(item.Code, field)
        where total.Value is not null && sources.Tells(item.Code, field, total)
        select new LibraryFigure(item.Code, field.Code, field.Label, $"{FigureParser.Show(total.Value!.Value)} {field.Unit}".TrimEnd(), $"{total.Answered}/{total.Expected}", false, pieces.Values.Any(p => p.Recipe is { Kind: BlockKind.Figures } r && r.Items.Contains(item.Code) && (r.Fields.Count == 0 || r.Fields.Contains(field.Code)))) { Drawn = field.IsNumber && ReportSources.TellsByUnit(field) && sources.Shared(item.Code) };

    private IEnumerable<LibraryFigure> Rates(List<AssignedItem> items) =>
        from rate in sources.Request.DerivedIndicators
        let formula = RateFormula.Read(rate.Formula, sources.Request.Template)
        where formula is not null && items.Exists(i => i.Code == formula.ItemCode)
        let of = formula.Of(sources)
        where of.Value is not null && (!formula.Sensitive || of.Answered >= FieldTotal.LeastUnits)
        select new LibraryFigure(formula.ItemCode, rate.Code, rate.Label, $"{FigureParser.Show(of.Value!.Value, rate.Decimals)} {rate.Unit}".TrimEnd(), $"{of.Answered}/{of.Expected}", true, pieces.Values.Any(p => p.Recipe.Rates.Contains(rate.Code)));

    private static Dictionary<int, MadeBlock> Changed(ConsolidatedReport report, BlockMaker maker) =>
        report.Blocks.Select(b => (b.Id, Now: Changes.Of(b, maker))).Where(b => b.Now is not null).ToDictionary(b => b.Id, b => b.Now!);

    private static string Begin(string text) => text.Length <= Beginning ? text : text[..(text.LastIndexOf(' ', Beginning) is > 0 and var cut ? cut : Beginning)] + " …";
}
