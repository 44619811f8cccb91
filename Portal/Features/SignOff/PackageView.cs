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
using Portal.Shared.Fields;

namespace Portal.Features.SignOff;

/// <summary>A reason given earlier: who, when, why.</summary>
public sealed record GivenReason(string Text, string By, DateTimeOffset At, bool ByHead);

/// <summary>One item of the package in the list at the left.</summary>
/// <param name="Code">The item's code; the cover's for the cover.</param>
/// <param name="Title">Its title; null for the cover.</param>
/// <param name="LetterRef">Where in the letter it stands.</param>
/// <param name="Resolution">The code of how far it is resolved.</param>
/// <param name="Changes">Number of changes since what was sent or shown last; null the first time.</param>
public sealed record PackageItem(string Code, string? Title, string? LetterRef, string? Resolution, int? Changes);

/// <summary>The item that is open at the right.</summary>
/// <param name="Item">Which one.</param>
/// <param name="Lines">Its content, compared.</param>
/// <param name="Documents">Its documents, compared.</param>
/// <param name="BeforeAt">When what it is compared with was sent or shown; null the first time.</param>
/// <param name="BeforeKnown">The words before are kept; false when they were only shown to the head and changed since.</param>
/// <param name="Reason">Why it was sent back or returned last.</param>
public sealed record OpenItem(PackageItem Item, IReadOnlyList<AnswerLine> Lines, IReadOnlyList<AnswerDocument> Documents, DateTimeOffset? BeforeAt, bool BeforeKnown, GivenReason? Reason);

/// <summary>The package before the head, or what became of the last one.</summary>
public sealed record PackageContent(
    string UnitName, string UnitLogin, string CoordinatorName, int Number, PackageState State, string Hash, string SentUpBy, DateTimeOffset SentUpAt, DateTimeOffset? SignedOffAt,
    DateTimeOffset? SentAt, string? ReceiptNumber, Deadline Deadline, DateTimeOffset Now, bool NeedsLateExplanation, string? CoverMissing, IReadOnlyList<PackageItem> Items, OpenItem? Open, int SubmissionId)
{
    /// <summary>What looks like personal data of children in it, while it waits; blocks nothing. The first are enough to send it back.</summary>
    public IReadOnlyList<SuspectLine> Suspect { get; init; } = [];
}

/// <summary>What the head is asked to sign: every item with what changed, one of them open.</summary>
public sealed class PackageView(Reader reader, FormCatalog forms, PortalClock clock)
{
    private const int MostSuspect = 12;

    /// <summary>Reads the last package of a report.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">Which item is open; the first changed one without.</param>
    /// <returns>The package; null when nothing was ever sent up.</returns>
    public Task<Outcome<PackageContent?>> RunAsync(ReportKey report, string? itemCode) =>
        reader.RunAsync(nameof(PackageView), report, Permission.SignOff, async (db, _, id) =>
        {
            var submission = await Gate.LoadAsync(db, id);
            if (submission.Packages.MaxBy(p => p.Number) is not { State: not PackageState.Dissolved } package)
            {
                return new Outcome<PackageContent?>(null, null);
            }

            var definition = await forms.OfAsync(submission.RequestId, submission.FormVersion);
            var people = await db.People.Where(p => p.Id == package.SentUpBy).Select(p => p.Name).ToListAsync();
            var units = await db.Units.Where(u => u.Code == submission.UnitCode || u.Code == submission.Request.CoordinatingUnitCode).ToDictionaryAsync(u => u.Code);
            var compared = submission.ItemsOf(package).OrderBy(i => i.Order).Select(i => Compare(submission, package, i, definition, report)).ToList();
            var open = compared.Find(c => c.Item.Code == itemCode) ?? compared.Find(c => c.Item.Changes is not 0) ?? compared.FirstOrDefault();
            return new PackageContent(
                units[submission.UnitCode].Name, report.UnitLogin, units[submission.Request.CoordinatingUnitCode].ShortName,
                package.Number, package.State, package.Hash, people.FirstOrDefault() ?? "", package.SentUpAt, package.SignedOffAt, package.SentAt, package.ReceiptNumber,
                submission.EffectiveDeadline, clock.Now, submission.NeedsLateExplanation(clock.Now), submission.CoverMissing(definition.Template)?.Message,
                [.. compared.Select(c => c.Item)], open is null ? null : open with { Reason = await ReasonAsync(db, id, open.Item.Code) }, id)
            {
                Suspect = package.State is PackageState.WithHead ? [.. submission.ItemsOf(package).OrderBy(i => i.Order).SelectMany(i => Suspect(i, definition, report)).Take(MostSuspect)] : [],
            };
        });

    private static OpenItem Compare(Submission submission, Package package, ItemAnswer item, RequestDefinition definition, ReportKey report)
    {
        var form = definition.Template.Form(item.ItemCode)!;
        var (now, sent) = (item.Content(form), item.CurrentVersion);
        // What was shown and sent back is not kept word by word: what was touched since is known from the fields themselves.
        var shown = sent is null ? submission.Packages.Where(p => p.Number < package.Number).MaxBy(p => p.Number) : null;
        var lines = AnswerLines.Of(form, sent?.Content.Values, now.Values, confidential: true);
        var documents = AnswerDocument.Of(sent?.Content, now, d => d.Description.Restricted || submission.DocumentOf(d.DocumentId) is { IsRestricted: true }, confidential: true, d => Urls.Document(report, d));
        if (shown is not null)
        {
            var touched = item.Values.Where(v => v.ChangedAt > shown.SentUpAt).Select(v => v.Path).ToHashSet();
            var added = item.Links.Where(l => l.Document.UploadedAt > shown.SentUpAt).Select(l => l.DocumentId).ToHashSet();
            lines = [.. lines.Select(l => l with { Changed = touched.Contains(l.Path) })];
            documents = [.. documents.Select(d => added.Contains(d.Id) ? d with { Change = DocumentChange.Added } : d)];
        }

        var first = sent is null && shown is null;
        var assigned = definition.Items.FirstOrDefault(i => i.Code == item.ItemCode);
        var changes = lines.Count(l => l.Changed) + documents.Count(d => d.Change != DocumentChange.Kept);
        return new(
            new(item.ItemCode, assigned?.Title, assigned?.LetterRef, now.Values.GetValueOrDefault(ItemForm.StatusField), first ? null : changes),
            lines, documents, sent?.SentAt ?? shown?.SentUpAt, sent is not null, null);
    }

    private static IEnumerable<SuspectLine> Suspect(ItemAnswer item, RequestDefinition definition, ReportKey report) =>
        PersonalData.In(definition.Template.Form(item.ItemCode)!, item.Content(definition.Template.Form(item.ItemCode)).Values)
            .Select(p => new SuspectLine($"{Urls.Item(report, item.ItemCode)}#{FieldId.Of(p.Path)}", item.IsCover ? SignOffText.CoverCode : item.ItemCode, p));

    private static Task<GivenReason?> ReasonAsync(PortalDb db, int submissionId, string itemCode) =>
        db.Events.Where(e => e.SubmissionId == submissionId && e.ItemCode == itemCode && e.Reason != null && (e.Verb == EventVerb.SentBackByHead || e.Verb == EventVerb.ReturnedForSupplement))
            .OrderByDescending(e => e.Number)
            .Select(e => new GivenReason(e.Reason!.Text, db.People.Where(p => p.Id == e.ActorId).Select(p => p.Name).First(), e.At, e.Verb == EventVerb.SentBackByHead))
            .FirstOrDefaultAsync();
}
