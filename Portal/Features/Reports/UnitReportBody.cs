using System.Globalization;
using Portal.Domain.Letters;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.Reports;

/// <summary>The items of a report as blocks of a letter: each a numbered clause; figures and rows as tables, words as paragraphs; tables too wide for the page, and the list of documents, as annexes.</summary>
internal sealed class UnitReportBody
{
    private const int MostColumns = 8; // what a page can hold that is not turned
    private const string End = "./.";

    private readonly List<LetterTable> wide;
    private readonly LetterTable? documents;

    /// <summary>Composes them.</summary>
    public UnitReportBody(IReadOnlyList<ReportedItem> items)
    {
        wide = [.. items.SelectMany(i => Groups(i.Lines)).Where(IsWide).Select(Rows)];
        var listed = items.SelectMany((item, k) => item.Documents.Select(d => (d.Document, d.Restricted, Item: k + 1))).GroupBy(d => d.Document.DocumentId).ToList();
        documents = listed.Count == 0 ? null : Documents([.. listed.Select(g => (g.First().Document, g.Any(d => d.Restricted), g.Select(d => d.Item)))]);
        var met = 0;
        Items = [.. items.SelectMany(Item)];
        Pointer = documents is null ? [] : [new LetterParagraph(string.Format(ReportLetterText.Documents, listed.Count.ToString("00", CultureInfo.InvariantCulture), Name(wide.Count)))];
        Annexes =
        [
            .. wide.Select(table => new LetterAnnex(table.Caption, [table]) { Wide = true }),
            .. documents is null ? Array.Empty<LetterAnnex>() : [new LetterAnnex(ReportLetterText.DocumentsTitle, [documents])],
        ];

        IEnumerable<LetterBlock> Item(ReportedItem item) => Groups(item.Lines)
            .SelectMany(lines => IsWide(lines) ? [new LetterParagraph(string.Format(ReportLetterText.InAnnex, lines[0].Table, Name(met++)))] : Blocks(lines, item.Title))
            .Prepend(new LetterHeading(LetterLevel.Clause, item.Title));
    }

    /// <summary>The clauses.</summary>
    public IReadOnlyList<LetterBlock> Items { get; }

    /// <summary>Where the documents are listed; empty where there are none.</summary>
    public IReadOnlyList<LetterBlock> Pointer { get; }

    /// <summary>What is attached; the letter points to each.</summary>
    public IReadOnlyList<LetterAnnex> Annexes { get; }

    /// <summary>A text's paragraphs as they were typed; the mark that ends a letter is left to its end.</summary>
    public static IEnumerable<LetterBlock> Paragraphs(string text) => Lines(text).Select(line => new LetterParagraph(line));

    private string Name(int annex) => wide.Count + (documents is null ? 0 : 1) == 1 ? ReportLetterText.Annex : string.Format(ReportLetterText.AnnexOf, LetterNumerals.Roman(annex + 1));

    /// <summary>Lines that stand together: the cells of a table, figures and short answers in a row, or one line for itself.</summary>
    private static IEnumerable<IReadOnlyList<AnswerLine>> Groups(IReadOnlyList<AnswerLine> lines)
    {
        for (var k = 0; k < lines.Count;)
        {
            var group = lines.Skip(k).TakeWhile(l => Place(l) == Place(lines[k])).ToList();
            k += group.Count;
            yield return group;
        }
    }

    private static string Place(AnswerLine line) => line.Table is not null ? $"{line.Path.Split('/')[0]}/" : line.Kind is LineKind.Figure or LineKind.Short ? "" : line.Path;

    private static bool IsWide(IReadOnlyList<AnswerLine> lines) => lines[0].Table is not null && 1 + lines.Count(l => l.Row == lines[0].Row) > MostColumns;

    private static IEnumerable<LetterBlock> Blocks(IReadOnlyList<AnswerLine> lines, string title) =>
        lines[0].Table is not null ? [Rows(lines) with { CaptionShown = true }]
        : lines.Any(l => l.Kind == LineKind.Figure) ? [Figures(lines, title)]
        : lines.SelectMany(Words);

    private static IEnumerable<LetterBlock> Words(AnswerLine said) => said switch
    {
        { Hidden: true } line => [new LetterParagraph(string.Format(ReportLetterText.Line, line.Label, ReportLetterText.Hidden))],
        { After: null } => [],
        { Kind: LineKind.Text, Path: ItemForm.NarrativeField } line => Paragraphs(line.After!),
        { Kind: LineKind.Text } line => Lines(line.After!).Select((text, k) => k == 0 ? new LetterParagraph(new LetterRun(string.Format(ReportLetterText.Labelled, line.Label), Bold: true), text) : new LetterParagraph(text)),
        var line => [new LetterParagraph(string.Format(ReportLetterText.Line, line.Label, Word(line).TrimEnd('.')))],
    };

    private static LetterTable Figures(IReadOnlyList<AnswerLine> lines, string title) => new(string.Format(ReportLetterText.Figures, title),
        [new(ReportLetterText.ColumnNumber, 2, LetterColumnKind.Centred), new(ReportLetterText.ColumnFigure, 14), new(ReportLetterText.ColumnUnit, 5, LetterColumnKind.Centred), new(ReportLetterText.ColumnValue, 5, LetterColumnKind.Figure)],
        [.. lines.Select((l, k) => (IReadOnlyList<string>)[$"{k + 1}", l.Label, l.Unit ?? "", Word(l)])]);

    private static LetterTable Rows(IReadOnlyList<AnswerLine> cells)
    {
        var rows = cells.GroupBy(c => c.Row).ToList();
        return new(cells[0].Table!,
            [
                new(ReportLetterText.ColumnNumber, 2, LetterColumnKind.Centred),
                .. rows[0].Select(c => new LetterColumn(c.Unit is null ? c.Label : string.Format(ReportLetterText.WithUnit, c.Label, c.Unit), c.Kind == LineKind.Figure ? 4 : 6, c.Kind == LineKind.Figure ? LetterColumnKind.Figure : LetterColumnKind.Text)),
            ],
            [.. rows.Select(row => (IReadOnlyList<string>)[$"{row.Key}", .. row.Select(Word)])]);
    }

    private static LetterTable Documents(IReadOnlyList<(VersionDocument Document, bool Restricted, IEnumerable<int> Items)> listed) => new(ReportLetterText.DocumentsTitle,
        [
            new(ReportLetterText.ColumnNumber, 2, LetterColumnKind.Centred), new(ReportLetterText.DocumentNumber, 5), new(ReportLetterText.DocumentDay, 4, LetterColumnKind.Centred),
            new(ReportLetterText.DocumentIssuer, 5), new(ReportLetterText.DocumentSummary, 9), new(ReportLetterText.DocumentItems, 3, LetterColumnKind.Centred),
        ],
        [.. listed.Select((d, k) => (IReadOnlyList<string>)[$"{k + 1}", d.Document.Description.Number ?? "", d.Document.Description.IssuedOn is { } day ? VietTime.Date(day) : "", d.Document.Description.Issuer ?? "", About(d.Document, d.Restricted), string.Join(", ", d.Items)])]);

    private static string About(VersionDocument document, bool restricted)
    {
        var summary = Open(string.IsNullOrWhiteSpace(document.Description.Summary) ? document.FileName : document.Description.Summary);
        return restricted ? string.Format(ReportLetterText.Restricted, summary) : summary;
    }

    private static string Word(AnswerLine line) => line switch
    {
        { Hidden: true } => ReportLetterText.Hidden,
        { After: null } => ReportLetterText.Blank,
        { Kind: LineKind.Resolution } => Resolution.Word(line.After) ?? line.After,
        _ => Open(line.After),
    };

    private static IEnumerable<string> Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Open);

    private static string Open(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith(End, StringComparison.Ordinal) ? trimmed[..^End.Length] + "." : text;
}
