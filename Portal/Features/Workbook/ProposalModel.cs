using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Privacy;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Workbook;

/// <summary>One line that can be taken or left.</summary>
/// <param name="Key">The line's name on the page; a conflict's names the text it is about, so that a yes to one is no yes to the next.</param>
/// <param name="ItemCode">The item, or the cover.</param>
/// <param name="Place">Where it comes from.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Before">What stands there now, for people.</param>
/// <param name="After">What would stand there, for people.</param>
/// <param name="ChangedBy">Who changed it on the portal meanwhile and when; null when nobody did.</param>
/// <param name="Cells">What it puts.</param>
/// <param name="Count">How many answers that are.</param>
/// <param name="Suspect">What in it looks like personal data of a child.</param>
public sealed record ProposedLine(string Key, string ItemCode, string Place, string Label, string Before, string After, string? ChangedBy, IReadOnlyList<ImportCell> Cells, int Count, IReadOnlyList<SuspectPassage> Suspect);

/// <summary>One cell that cannot be taken.</summary>
public sealed record RefusedLine(string Place, string Stood, string Why);

/// <summary>What would be imported, as the page shows it.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Lines">What can be taken.</param>
/// <param name="Refused">What cannot.</param>
/// <param name="Unchanged">How many values stay as they are.</param>
/// <param name="Titles">The items' names by code.</param>
public sealed record ProposalModel(string Source, IReadOnlyList<ProposedLine> Lines, IReadOnlyList<RefusedLine> Refused, int Unchanged, IReadOnlyDictionary<string, string> Titles)
{
    /// <summary>Compares what was brought with what stands there now, and puts it into words.</summary>
    internal static async Task<ProposalModel> OfAsync(PortalDb db, UnitDraft draft, string source, Brought brought, IReadOnlyList<ProposalRefusal> refused)
    {
        var proposal = Proposal.Of(draft.Submission, draft.Definition.Template, brought);
        var changers = proposal.Lines.Select(l => l.Conflict?.ChangedBy).OfType<int>().Distinct().ToList();
        var names = await db.People.Where(p => changers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        return new(
            source,
            [.. proposal.Lines.Select(l => Line(draft, l, names))],
            [.. refused.Concat(proposal.Refused).Select(r => new RefusedLine(Place(r.Origin), r.Stood, r.Problem.Text))],
            proposal.Unchanged,
            draft.Items.ToDictionary(i => i.Item.ItemCode, i => draft.Title(i.Item.ItemCode)));
    }

    private static ProposedLine Line(UnitDraft draft, ProposalLine line, Dictionary<int, string> names)
    {
        var sheet = draft.Submission.Sheet();
        var first = line.Cells[0];
        var row = line.Kind is ProposalKind.NewRow ? null : Row(sheet, line.ItemCode, first.Path);
        var (label, before, after) = line.Kind switch
        {
            ProposalKind.NewRow => (WorkbookText.NewRow.With(line.Table!.Label), "", Words(line.Cells.Where(c => c.Field is not null).Select(c => (c.Field!, c.After)))),
            ProposalKind.RowGone => (WorkbookText.RowGone.With(line.Table!.Label, row!.Value.Number),
                Words(line.Table.Columns.Select(c => (c, sheet.Get(line.ItemCode, $"{line.Table.Code}/{row.Value.Id}/{c.Code}")))), WorkbookText.Removed),
            _ => (line.Table is null ? first.Field!.Label : WorkbookText.RowCell.With(line.Table.Label, row!.Value.Number, first.Field!.Label), FieldInput.Show(first.Field!, first.Before), FieldInput.Show(first.Field!, first.After)),
        };
        var by = line.Conflict is { } now ? WorkbookText.ChangedBy.With(names.GetValueOrDefault(now.ChangedBy, ""), Shared.VietTime.ShortDateTime(now.ChangedAt)) : null;
        return new($"{line.Origin}{first.Path}{line.Conflict?.Path}{line.Conflict?.Version}", line.ItemCode, Place(line.Origin), $"{draft.Title(line.ItemCode).Split(" · ")[0]}: {label}", before, after, by,
            [.. line.Cells.Select(c => new ImportCell(line.ItemCode, c.Path, c.Field is null ? c.After : LabelInput.Typed(c.Field, c.After), c.SeenVersion, line.Conflict is not null))],
            line.Kind is ProposalKind.NewRow ? line.Cells.Count - 1 : 1,
            [.. line.Cells.Where(c => c.Field is not null).SelectMany(c => PersonalData.In(c.Field!, c.Path, c.After))]);
    }

    /// <summary>A row's id and its place from 1, by the path of one of its cells.</summary>
    private static (string Id, int Number)? Row(AnswerSheet sheet, string item, string path) =>
        path.Split('/') is [var table, var id, _] ? (id, sheet.Rows(item, table).TakeWhile(r => r != id).Count() + 1) : null;

    private static string Words(IEnumerable<(Field Field, string? Value)> cells) =>
        string.Join('\n', cells.Where(c => c.Value is not null).Select(c => WorkbookText.CellText.With(c.Field.Label, FieldInput.Show(c.Field, c.Value))));

    private static string Place(Origin origin) => origin.Cell is null ? WorkbookText.PlaceSheet.With(origin.Sheet)
        : CellAddress.Parse(origin.Cell) is null ? "" : WorkbookText.Place.With(origin.Sheet, origin.Cell);
}
