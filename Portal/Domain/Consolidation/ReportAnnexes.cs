using Portal.Domain.Letters;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

/// <summary>The annexes of the report. An annex to which items belong holds their figures and lists; of the others the first tells how the reports came in, the last registers the documents,
/// those between hold the recommendations one by one.</summary>
/// <param name="sources">What there is.</param>
public sealed class ReportAnnexes(ReportSources sources)
{
    private const int ColumnsUpright = 6;
    private readonly UnitTables tables = new(sources);

    private RequestDefinition Request => sources.Request;

    /// <summary>Makes them.</summary>
    /// <param name="evidence">The register, read once and in order.</param>
    public IReadOnlyList<LetterAnnex> Of(IEnumerable<RegisterLine> evidence)
    {
        var annexes = Annexes(Request);
        return [.. annexes.Select((annex, k) => Part(annex, k, annexes.Count) switch
        {
            AnnexPart.Figures when FigureTables(annex).ToList() is var made => new LetterAnnex(annex.Title, made.SelectMany(Blocks)) { Wide = made.Exists(t => t.Columns.Count > ColumnsUpright) },
            AnnexPart.Sending => new LetterAnnex(annex.Title, [Of(SendingTable())]) { Wide = true },
            AnnexPart.Evidence => new LetterAnnex(annex.Title, [Evidence(evidence)]) { Wide = true },
            _ => new LetterAnnex(annex.Title, Recommendations() is { } made ? Blocks(made) : [new LetterParagraph(ReportWords.NoRecommendations)]) { Wide = true },
        })];
    }

    /// <summary>The tables of one annex, as sheets have them.</summary>
    /// <param name="k">Which annex, from 0.</param>
    /// <param name="evidence">The register, read once.</param>
    public IEnumerable<MadeTable> TablesOf(int k, IEnumerable<RegisterLine> evidence)
    {
        var annexes = Annexes(Request);
        return Part(annexes[k], k, annexes.Count) switch
        {
            AnnexPart.Figures => FigureTables(annexes[k]),
            AnnexPart.Sending => [SendingTable()],
            AnnexPart.Evidence => [new(ReportWords.AnnexEvidence, EvidenceColumns, [.. evidence.Select(EvidenceRow)])],
            _ => new[] { Recommendations() }.OfType<MadeTable>(),
        };
    }

    /// <summary>The titles of a request's annexes, in order.</summary>
    public static IEnumerable<string> Titles(RequestDefinition request) => Annexes(request).Select(a => a.Title);

    /// <summary>A request's annexes: those of its file, else the usual ones.</summary>
    public static IReadOnlyList<Annex> Annexes(RequestDefinition request) => request.Annexes.Count > 0 ? request.Annexes
        : [new("", ReportWords.AnnexSending), new(AllFigures, ReportWords.AnnexFigures), new("", ReportWords.AnnexRecommendations), new("", ReportWords.AnnexEvidence)];

    private const string AllFigures = "*";

    private enum AnnexPart { Sending, Figures, Recommendations, Evidence }

    private AnnexPart Part(Annex annex, int k, int count) => Items(annex).Count > 0 ? AnnexPart.Figures : k == 0 ? AnnexPart.Sending : k == count - 1 ? AnnexPart.Evidence : AnnexPart.Recommendations;

    // The figures and lists of an annex's items.
    private IEnumerable<MadeTable> FigureTables(Annex annex) => Items(annex).SelectMany(i => new[] { tables.Figures(i.Code, []) }.OfType<MadeTable>().Concat(Lists(i)));

    private List<AssignedItem> Items(Annex annex) => [.. Request.Items.Where(i => i.Kind is ItemKind.Report && (annex.Code == AllFigures || i.Annex == annex.Code))];

    /// <summary>How the reports came in.</summary>
    public MadeTable SendingTable() => new(ReportWords.SendingCaption,
        [
            new(ReportWords.ColumnNumber, 2) { Centred = true }, new(ReportWords.ColumnUnit, 9), new(ReportWords.ColumnReport, 7), new(ReportWords.ColumnSent, 6) { Centred = true },
            new(ReportWords.ColumnState, 7), new(ReportWords.ColumnDocuments, 4, Figure: true),
        ],
        [.. sources.Sendings.Select((s, k) => (IReadOnlyList<string>)
            [$"{k + 1}", s.Unit.Name, Report(s), Sent(s), State(s), s.SentAt is null ? "-" : $"{s.Documents}"])]);

    /// <summary>Each recommendation that a unit answers, one by one; null where there is none.</summary>
    public MadeTable? Recommendations()
    {
        var table = Request.Template.Items.Values.Select(f => f.Field(ItemForm.RecommendationsTable)).OfType<Field>().FirstOrDefault();
        var rows = table is null ? [] : Request.Items.Where(i => i.Kind is ItemKind.Report).SelectMany(i => sources.Form(i.Code)?.Field(ItemForm.RecommendationsTable) is { } own ? Rows(i.Code, own) : []).ToList();
        return rows.Count == 0 ? null : Listed(ReportWords.RecommendationsCaption, table!, rows);
    }

    private IEnumerable<MadeTable> Lists(AssignedItem item)
    {
        foreach (var table in sources.Form(item.Code)?.Fields.Where(f => f.IsOwn && f.Type is FieldType.Table && f.Rollup == "concat") ?? [])
        {
            var rows = Rows(item.Code, table).ToList();
            if (rows.Count > 0)
            {
                yield return Listed(table.Label, table, rows);
            }
        }
    }

    private static MadeTable Listed(string caption, Field table, List<(string Unit, IReadOnlyList<string> Cells)> rows) => new(caption,
        [new(ReportWords.ColumnNumber, 2) { Centred = true }, new(ReportWords.ColumnUnit, 6), .. table.Columns.Select(c => new MadeColumn(UnitTables.Headed(c), c.Type is FieldType.Text ? 7 : c.Type is FieldType.Date ? 5 : 4, c.IsNumber) { Centred = c.Type is FieldType.Date or FieldType.Year })],
        [.. rows.Select((r, k) => (IReadOnlyList<string>)[$"{k + 1}", r.Unit, .. r.Cells])]);

    private IEnumerable<(string Unit, IReadOnlyList<string> Cells)> Rows(string item, Field table)
    {
        foreach (var answer in sources.Taken(item))
        {
            var sheet = new AnswerSheet(answer.Values!.Where(v => v.Key.StartsWith(table.Code + "/", StringComparison.Ordinal)).Select(v => (item, v.Key, (string?)v.Value)));
            foreach (var row in sheet.Rows(item, table.Code))
            {
                yield return (BlockMaker.Name(sources, answer), [.. table.Columns.Select(c => c.Sensitive ? "" : sheet.Get(item, $"{table.Code}/{row}/{c.Code}") is { } value ? UnitTables.Shown(c, value) : "-")]);
            }
        }
    }

    private static IReadOnlyList<MadeColumn> EvidenceColumns =>
    [
        new(ReportWords.ColumnNumber, 2) { Centred = true }, new(ReportWords.ColumnUnit, 6), new(ReportWords.ColumnItem, 4), new(ReportWords.ColumnSymbol, 5),
        new(ReportWords.ColumnDay, 4) { Centred = true }, new(ReportWords.ColumnSummary, 12), new(ReportWords.ColumnFile, 8),
    ];

    // Row by row as the register is read: as many documents as there are, and no more in memory than one unit has.
    private static LetterTable Evidence(IEnumerable<RegisterLine> lines) => Of(new MadeTable(ReportWords.AnnexEvidence, EvidenceColumns, [])) with { Rows = lines.Select(EvidenceRow) };

    private static IReadOnlyList<string> EvidenceRow(RegisterLine l) =>
    [
        $"{l.Number}", l.Document.UnitName, string.Join(", ", l.ItemCodes), l.Document.Description.Number ?? "-", l.Document.Description.IssuedOn is { } day ? FirstDraft.Day(day) : "-",
        l.Document.Description.Summary ?? "-", l.Document.FileName,
    ];

    private static IEnumerable<LetterBlock> Blocks(MadeTable table)
    {
        yield return Of(table, captioned: true);
        if (table.Note is { } note)
        {
            yield return new LetterParagraph(note);
        }
    }

    private static LetterTable Of(MadeTable table, bool captioned = false) => ReportLetter.Table(table, captioned);

    private static string Report(SendingLine s) => (s.Number, s.Day) switch
    {
        (null, null) => "-",
        (var number, null) => number,
        (null, { } day) => string.Format(ReportWords.ReportDay, FirstDraft.Day(day)),
        (var number, { } day) => string.Format(ReportWords.ReportNumber, number, FirstDraft.Day(day)),
    };

    private static string Sent(SendingLine s) => s.SentAt is not { } at ? "-"
        : s.ResentAt is { } again && again > at ? string.Format(ReportWords.SentAndResent, Moment(at), Moment(again)) : Moment(at);

    private static string State(SendingLine s)
    {
        var state = s.SentAt is null ? s.Overdue ? ReportWords.StateOverdue : ReportWords.StateUnsent : s.Timeliness switch
        {
            Timeliness.OnTime => ReportWords.StateOnTime,
            Timeliness.OnTimeByExtension => ReportWords.StateExtended,
            Timeliness.Late => ReportWords.StateLate,
            Timeliness.AwaitingExtension => ReportWords.StateWaiting,
            _ => ReportWords.StateSent,
        };
        return s.Unconfirmed ? $"{state}; {ReportWords.Unconfirmed}" : state;
    }

    private static string Moment(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(7)).ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
