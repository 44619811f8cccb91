using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Privacy;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared;
using Portal.Shared.Fields;

namespace Portal.Features.Fill;

/// <summary>One answer in a line: what was asked, what was answered, where it stands.</summary>
public sealed record CheckRow(string Label, string Shown, string Anchor);

/// <summary>One item with its answers.</summary>
/// <param name="Travels">Sending up would take it along.</param>
public sealed record CheckItem(string Code, string Title, ItemState State, bool Travels, IReadOnlyList<CheckRow> Rows);

/// <summary>Something that blocks: what, in which item, where.</summary>
public sealed record CheckLine(string ItemCode, string Text, string Anchor);

/// <summary>A whole report before it goes up.</summary>
/// <param name="Blocking">What keeps it from going up, or, once signed off, from being sent.</param>
/// <param name="NeedsLateExplanation">It is late and nobody has said why.</param>
/// <param name="UnderWay">The state of the package under way.</param>
/// <param name="Since">Since when it is there.</param>
/// <param name="Heads">Who signs off: the heads, and who acts in their place.</param>
/// <param name="NothingOpen">Nothing is open to be sent up.</param>
public sealed record ReportCheckModel(
    ReportKey Report, int SubmissionId, string UnitName, DateTimeOffset? Deadline, string? DeadlineWords, DateTimeOffset Now, IReadOnlyList<CheckItem> Items,
    IReadOnlyList<CheckLine> Blocking, bool NeedsLateExplanation, PackageState? UnderWay, DateTimeOffset? Since, IReadOnlyList<string> Heads, bool NothingOpen)
{
    /// <summary>What looks like personal data of children in what would go up; blocks nothing.</summary>
    public IReadOnlyList<SuspectLine> Suspect { get; init; } = [];

    /// <summary>The reader enters it for the unit from paper: he sends it elsewhere.</summary>
    public bool Entering { get; init; }

    /// <summary>What happened last, by whom and when.</summary>
    public TrailEntry? Last { get; init; }
}

/// <summary>Xem lại: all answers of the report, and what is missing before it can go up.</summary>
public sealed class ReportCheck(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads it, for the unit's own people.</summary>
    public Task<Outcome<ReportCheckModel>> RunAsync(ReportKey report) =>
        reader.RunAsync<ReportCheckModel>(nameof(ReportCheck), report, Permission.ReadDraft, async (db, actor, submissionId) =>
        {
            var loaded = await UnitReport.LoadAsync(db, forms, submissionId);
            var (submission, template) = (loaded.Submission, loaded.Definition.Template);
            var underWay = submission.UnderWay;
            IReadOnlyList<Finding> blocking = underWay is null ? submission.Blocking(template, submission.OpenItems)
                : underWay.State is PackageState.Approved && submission.CoverMissing(template) is { } missing ? [missing] : [];
            var at = clock.Now;
            var heads = await db.HeadsOf(submission.UnitCode, at).OrderBy(p => p.Id).Select(p => p.Name).ToListAsync();
            var trail = await db.TrailAsync(submissionId, null, await DocumentSight.OfAsync(db, actor, submissionId));
            var due = submission.EffectiveDeadline;
            return new ReportCheckModel(report, submissionId, loaded.UnitName, due.At, due.At is { } until ? FillWords.Deadline(until, due.Inclusive) : null, at,
                [.. submission.Items.Append(submission.Cover).Select(i => Item(loaded, i))],
                [.. blocking.Select(f => new CheckLine(f.ItemCode, f.Message, FieldId.Of(f.Path)))],
                submission.NeedsLateExplanation(at), underWay?.State, underWay?.SignedOffAt ?? underWay?.SentUpAt, heads, submission.OpenItems.Count == 0)
            {
                Entering = loaded.Entry is not null,
                Last = trail.Count > 0 ? trail[0] : null,
                Suspect = [.. submission.OpenItems.SelectMany(i => PersonalData.In(template.Form(i.ItemCode)!, i.Content(template.Form(i.ItemCode)).Values)
                    .Select(p => new SuspectLine($"{Urls.Item(report, i.ItemCode)}#{FieldId.Of(p.Path)}", i.IsCover ? FillText.CoverTitle : i.ItemCode, p)))],
            };
        });

    private static CheckItem Item(UnitReport report, ItemAnswer item)
    {
        var sheet = Conditions.Apply(report.Definition.Template, report.Submission.Sheet());
        var form = report.Definition.Template.Form(item.ItemCode);
        var hidden = form is null ? new HashSet<string>() : Conditions.Hidden(form, report.Submission.Sheet());
        var fields = form?.Fields.Where(f => !hidden.Contains(f.Code)).ToList() ?? [];
        var rows = fields.Where(f => f.Type is not FieldType.File).Select(f => new CheckRow(f.Label, Shown(sheet, item.ItemCode, f), FieldId.Of(f.Code)))
            .Where(r => r.Shown.Length > 0 || fields.Exists(f => f.Required && f.Label == r.Label)).ToList();
        rows.Add(new CheckRow(FillText.Evidence, string.Join("; ", item.Links.Select(l => l.Document.FileName)), FieldId.Of(FormCheck.EvidencePath)));
        return new(item.ItemCode, report.Title(item), item.State, item.Editable, rows);
    }

    private static string Shown(AnswerSheet sheet, string item, Field field) => field.Type is FieldType.Table
        ? sheet.Rows(item, field.Code) is { Count: > 0 } rows ? FillText.RowCount.With(rows.Count) : ""
        : FieldInput.Show(field, sheet.Get(item, field.Code)) is { Length: > 0 } shown && field.Unit is { } unit ? $"{shown} {unit}" : FieldInput.Show(field, sheet.Get(item, field.Code));
}
