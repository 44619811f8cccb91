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
public sealed record DeskItem(string Code, string? Title, string? LetterRef, string? Resolution, int? Changes);

/// <summary>The item that is open at the right.</summary>
/// <param name="Item">Which one.</param>
/// <param name="Lines">Its content, compared.</param>
/// <param name="Documents">Its documents, compared.</param>
/// <param name="BeforeAt">When what it is compared with was sent or shown; null the first time.</param>
/// <param name="Reason">Why it was sent back or returned last.</param>
public sealed record OpenItem(DeskItem Item, IReadOnlyList<AnswerLine> Lines, IReadOnlyList<AnswerDocument> Documents, DateTimeOffset? BeforeAt, GivenReason? Reason);

/// <summary>The package before the head, or what became of the last one.</summary>
public sealed record PackageContent(
    string UnitName, string UnitLogin, string CoordinatorName, int Number, PackageState State, string Hash, string SentUpBy, DateTimeOffset SentUpAt, DateTimeOffset? SignedOffAt,
    DateTimeOffset? SentAt, string? ReceiptNumber, Deadline Deadline, DateTimeOffset Now, bool NeedsLateExplanation, string? CoverMissing, IReadOnlyList<DeskItem> Items, OpenItem? Open, int SubmissionId)
{
    /// <summary>What looks like personal data of children in it, while it waits; blocks nothing. The first are enough to send it back.</summary>
    public IReadOnlyList<SuspectLine> Suspect { get; init; } = [];

    /// <summary>In whose place the reader signs; null for the head himself, and where the unit has no head.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>The reader is a delegate.</summary>
    public bool Deputy { get; init; }

    /// <summary>What happened last to the report, by whom and when.</summary>
    public TrailEntry? Last { get; init; }

    /// <summary>The sending can be withdrawn now.</summary>
    public bool Withdrawable { get; init; }

    /// <summary>Why not, where it was sent and cannot.</summary>
    public string? WithdrawWhy { get; init; }

    /// <summary>What the first sending was judged to be; withdrawing it has the next one judged anew. Null where an earlier sending counts.</summary>
    public Timeliness? Judged { get; init; }
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
        reader.RunAsync(nameof(PackageView), report, Permission.SignOff, async (db, actor, id) =>
        {
            var submission = await Gate.LoadAsync(db, id);
            if (submission.Packages.MaxBy(p => p.Number) is not { } package)
            {
                return new Outcome<PackageContent?>(null, null);
            }

            var definition = await forms.OfAsync(submission);
            var people = await db.People.Where(p => p.Id == package.SentUpBy).Select(p => p.Name).ToListAsync();
            var units = await db.Units.Where(u => u.Code == submission.UnitCode || u.Code == submission.Request.CoordinatingUnitCode).ToDictionaryAsync(u => u.Code);
            var shown = await ShownAsync(db, id, package.Number);
            var compared = new List<OpenItem>();
            foreach (var item in submission.ItemsOf(package).OrderBy(i => i.Order))
            {
                compared.Add(await CompareAsync(submission, item, shown.GetValueOrDefault(item.ItemCode), definition, report));
            }

            var open = compared.Find(c => c.Item.Code == itemCode) ?? compared.Find(c => c.Item.Changes is not 0) ?? compared.FirstOrDefault();
            var deputy = actor.Deputises(submission.UnitCode);
            var trail = await db.TrailAsync(id, null, await DocumentSight.OfAsync(db, actor, id));
            var why = package.State is PackageState.Sent ? submission.WhyNotWithdrawable() : null;
            return new PackageContent(
                units[submission.UnitCode].Name, report.UnitLogin, units[submission.Request.CoordinatingUnitCode].ShortName,
                package.Number, package.State, package.Hash, people.FirstOrDefault() ?? "", package.SentUpAt, package.SignedOffAt, package.SentAt, package.ReceiptNumber,
                submission.EffectiveDeadline, clock.Now, submission.NeedsLateExplanation(clock.Now), submission.CoverMissing(definition.Template)?.Message,
                [.. compared.Select(c => c.Item)], open is null ? null : open with { Reason = await ReasonAsync(db, id, open.Item.Code) }, id)
            {
                Suspect = package.State is PackageState.WithHead ? [.. submission.ItemsOf(package).OrderBy(i => i.Order).SelectMany(i => Suspect(i, definition, report)).Take(MostSuspect)] : [],
                Deputy = deputy is not null,
                InPlaceOf = deputy?.InPlaceOf is { } head ? await db.People.Where(p => p.Id == head).Select(p => p.Name).SingleAsync() : null,
                Last = trail.Count > 0 ? trail[0] : null,
                Withdrawable = package.State is PackageState.Sent && why is null,
                WithdrawWhy = why?.Text,
                Judged = package.Judged,
            };
        });

    // Of each item, what the head saw of it last before this package.
    private static async Task<Dictionary<string, (AnswerContent Content, DateTimeOffset At, int Package, int FormVersion)>> ShownAsync(PortalDb db, int submissionId, int before)
    {
        var earlier = await db.Packages.Where(p => p.SubmissionId == submissionId && p.Number < before)
            .SelectMany(p => p.Items, (p, item) => new { p.Number, p.SentUpAt, Item = item }).ToListAsync();
        return earlier.GroupBy(e => e.Item.ItemCode).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Number) is var last ? (last!.Item.Content, last.SentUpAt, last.Number, last.Item.FormVersion) : default);
    }

    private async Task<OpenItem> CompareAsync(Submission submission, ItemAnswer item, (AnswerContent? Content, DateTimeOffset At, int Package, int FormVersion) shown, RequestDefinition definition, ReportKey report)
    {
        var form = definition.Template.Form(item.ItemCode)!;
        // What was sent may say more than what was shown: the cover is filled in after the sign-off.
        var before = item.CurrentVersion is { } sent && sent.PackageNumber >= shown.Package ? (sent.Content, At: sent.SentAt, sent.FormVersion) : (Content: shown.Content!, shown.At, shown.FormVersion);
        var now = item.Content(form);
        var formBefore = before.Content is null ? null : await forms.FormAsync(submission.RequestId, item.ItemCode, before.FormVersion);
        var lines = AnswerLines.Of(form, before.Content?.Values, now.Values, confidential: true, formBefore);
        var documents = AnswerDocument.Of(before.Content, now, d => d.Description.Restricted || submission.DocumentOf(d.DocumentId) is { IsRestricted: true }, confidential: true, d => Urls.Document(report, d));
        var assigned = definition.Items.FirstOrDefault(i => i.Code == item.ItemCode);
        var changes = lines.Count(l => l.Changed) + documents.Count(d => d.Change != DocumentChange.Kept);
        return new(
            new(item.ItemCode, assigned?.Title, assigned?.LetterRef, now.Values.GetValueOrDefault(ItemForm.StatusField), before.Content is null ? null : changes),
            lines, documents, before.Content is null ? null : before.At, null);
    }

    private static IEnumerable<SuspectLine> Suspect(ItemAnswer item, RequestDefinition definition, ReportKey report) =>
        PersonalData.In(definition.Template.Form(item.ItemCode)!, item.Content(definition.Template.Form(item.ItemCode)).Values)
            .Select(p => new SuspectLine($"{Urls.Item(report, item.ItemCode)}#{FieldId.Of(p.Path)}", item.IsCover ? SignOffText.CoverCode : item.ItemCode, p));

    private static Task<GivenReason?> ReasonAsync(PortalDb db, int submissionId, string itemCode) =>
        db.Events.Where(e => e.SubmissionId == submissionId && e.ItemCode == itemCode && e.Reason != null && (e.Verb == EventVerb.SentBackByHead || e.Verb == EventVerb.ReturnedForSupplement || e.Verb == EventVerb.ReturnedForSigner || e.Verb == EventVerb.ReturnedByAmendment || e.Verb == EventVerb.Reopened))
            .OrderByDescending(e => e.Number)
            .Select(e => new GivenReason(e.Reason!.Text, db.People.Where(p => p.Id == e.ActorId).Select(p => p.Name).First(), e.At, e.Verb == EventVerb.SentBackByHead))
            .FirstOrDefaultAsync();
}
