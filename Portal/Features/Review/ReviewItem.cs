using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>A document before the reviewer, with what he says of it.</summary>
public sealed record ReviewDocument(int Id, string Href, string FileName, long Size, string Sha256, DocumentDescription Description, LinkDecision Decision, string? Reason, string? DecidedBy)
{
    /// <summary>A reviewer marked it; what its description says is whether anybody did.</summary>
    public bool RestrictedByReviewer { get; init; }
}

/// <summary>A remark of the checks on what was sent.</summary>
public sealed record ReviewRemark(FindingKind Kind, string? Path, string Message, string? Detail);

/// <summary>What the unit was asked for, while it has not sent again.</summary>
/// <param name="NotCancellable">Why that cannot be taken back; null when it can.</param>
public sealed record ReviewReturn(DateTimeOffset At, string By, string? Reason, DateTimeOffset? Due, bool WrongSigner, string? NotCancellable);

/// <summary>What the unit asks: to open the item again.</summary>
/// <param name="MayAnswer">The reader decides on it.</param>
public sealed record ReviewQuestion(string By, DateTimeOffset At, string Reason, bool MayAnswer);

/// <summary>One item as it was sent, with all that the reviewer decides on.</summary>
public sealed record ReviewedItem(ReportKey Report, string ItemCode, int SubmissionId)
{
    /// <summary>The unit's name.</summary>
    public required string UnitName { get; init; }

    /// <summary>The item's title; null for the cover.</summary>
    public string? Title { get; init; }

    /// <summary>Where in the letter it stands.</summary>
    public string? LetterRef { get; init; }

    /// <summary>The clause of the letter, word for word.</summary>
    public string? Clause { get; init; }

    /// <summary>Where it stands now.</summary>
    public required ItemState State { get; init; }

    /// <summary>The code of how far it is resolved.</summary>
    public string? Resolution { get; init; }

    /// <summary>Whether the report came in time.</summary>
    public required Timeliness Timeliness { get; init; }

    /// <summary>Why late.</summary>
    public string? LateExplanation { get; init; }

    /// <summary>The version shown.</summary>
    public required int Version { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The version before it, when there is one.</summary>
    public int? PreviousVersion { get; init; }

    /// <summary>When that was sent.</summary>
    public DateTimeOffset? PreviousSentAt { get; init; }

    /// <summary>Its content, compared with the version before.</summary>
    public required IReadOnlyList<AnswerLine> Lines { get; init; }

    /// <summary>Its documents.</summary>
    public required IReadOnlyList<ReviewDocument> Documents { get; init; }

    /// <summary>What the checks say of it.</summary>
    public required IReadOnlyList<ReviewRemark> Remarks { get; init; }

    /// <summary>Why it cannot be accepted as it stands; null when it can.</summary>
    public string? NotAcceptable { get; init; }

    /// <summary>Until when a supplement would be asked for.</summary>
    public required DateTimeOffset UsualDue { get; init; }

    /// <summary>Its history, latest first.</summary>
    public required IReadOnlyList<TrailEntry> Trail { get; init; }

    /// <summary>What is said about it.</summary>
    public ItemTalk? Talk { get; init; }

    /// <summary>What the unit was asked for; null unless it was returned.</summary>
    public ReviewReturn? Asked { get; init; }

    /// <summary>What the unit asks; null for nothing.</summary>
    public ReviewQuestion? Question { get; init; }

    /// <summary>The usual reasons for a return of it.</summary>
    public IReadOnlyList<string> UsualReasons { get; init; } = [];
    /// <summary>It was entered for the unit from paper and its head has not confirmed it.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>Of what was entered from paper: the time on the incoming stamp.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>It waits for the reviewer.</summary>
    public bool Waits => State is ItemState.Sent or ItemState.Resent;

    /// <summary>It may be returned; from Accepted that is a reopening.</summary>
    public bool MayReturn => Waits || State == ItemState.Accepted;
}

/// <summary>One sent item for the reviewer: answer, documents, remarks, history.</summary>
public sealed class ReviewItem(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads the version that counts.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <returns>The item; not found while nothing was sent.</returns>
    public Task<Outcome<ReviewedItem>> RunAsync(ReportKey report, string itemCode) =>
        reader.RunAsync<ReviewedItem>(nameof(ReviewItem), report, Permission.Reopen, async (db, actor, id) =>
        {
            var submission = await Gate.LoadAsync(db, id);
            var (facts, found) = (await ReopenGate.FactsAsync(db, actor, submission), submission.Find(itemCode));
            if (Rights.Check(actor, Permission.Review, facts) is { } refusal && found?.State != ItemState.Included)
            {
                return refusal; // a leader decides beside the coordinators only on what is in the consolidated report
            }

            if (found is not { CurrentVersion: { } version } item)
            {
                return Problem.NotFound;
            }

            var sight = await DocumentSight.OfAsync(db, actor, id);
            var (definition, sent) = (await forms.OfAsync(submission), await forms.SentFormsOfAsync(submission));
            var previous = item.Versions.Where(v => v.WithdrawnAt is null && v.Number < version.Number).MaxBy(v => v.Number);
            var formBefore = previous is null ? null : await forms.FormAsync(submission.RequestId, itemCode, previous.FormVersion);
            var (content, assigned) = (version.Content, definition.Items.FirstOrDefault(i => i.Code == itemCode));
            return new ReviewedItem(report, itemCode, id)
            {
                UnitName = await db.Units.Where(u => u.Code == submission.UnitCode).Select(u => u.Name).SingleAsync(),
                Title = assigned?.Title,
                LetterRef = assigned?.LetterRef,
                Clause = assigned?.Verbatim,
                State = item.State,
                Resolution = content.Values.GetValueOrDefault(ItemForm.StatusField),
                Timeliness = submission.Timeliness,
                LateExplanation = submission.LateExplanation,
                Version = version.Number,
                SentAt = version.SentAt,
                PreviousVersion = previous?.Number,
                PreviousSentAt = previous?.SentAt,
                Lines = AnswerLines.Of(sent.Form(itemCode)!, previous?.Content.Values, content.Values, confidential: true, formBefore),
                Documents = await DocumentsAsync(db, report, item, content, sight),
                Remarks = [.. FormCheck.Item(sent, submission.VersionSheet(), itemCode).Select(f => new ReviewRemark(f.Kind, f.Path, f.Message, f.Detail))],
                NotAcceptable = item.State is ItemState.Sent or ItemState.Resent ? submission.WhyNotAcceptable(sent, item)?.Text : null,
                UsualDue = SupplementDue.Usual(submission.EffectiveDeadline, clock.Now, await db.CalendarAsync()),
                Trail = await db.TrailAsync(id, itemCode, sight),
                Talk = await db.TalkAsync(actor, id, itemCode),
                Asked = item.State != ItemState.Returned ? null
                    : new(item.StateSince, await NameAsync(db, item.StateBy), item.Reason, item.SupplementDue, item.WrongSigner, submission.WhyNotCancelReturn(definition.Template, item)?.Text),
                Question = item.Question is not { } q ? null
                    : new(await NameAsync(db, q.AskedBy), q.At, q.Reason, Rights.CheckReopening(actor, facts, item.State == ItemState.Included) is null),
                UsualReasons = await UsualAsync(db, submission.Request.CoordinatingUnitCode, item.IsCover ? ReasonKind.Cover : ReasonKind.Item),
                Unconfirmed = item.Unconfirmed,
                ReceivedAt = submission.Packages.FirstOrDefault(p => p.Number == version.PackageNumber)?.ReceivedAt,
            };
        });

    private static async Task<string> NameAsync(PortalDb db, int? person) => await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync() ?? "";

    private static Task<List<string>> UsualAsync(PortalDb db, string unit, ReasonKind kind) =>
        db.UsualReasons.Where(r => r.UnitCode == unit && r.Kind == kind).OrderBy(r => r.Id).Select(r => r.Text).ToListAsync();

    private static async Task<IReadOnlyList<ReviewDocument>> DocumentsAsync(PortalDb db, ReportKey report, ItemAnswer item, AnswerContent content, DocumentSight sight)
    {
        var deciders = item.Links.Select(l => l.DecidedBy).OfType<int>().Distinct().ToList();
        var names = await db.People.Where(p => deciders.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var ids = content.Documents.Select(d => d.DocumentId).ToList();
        var marked = await db.Documents.Where(d => ids.Contains(d.Id) && d.RestrictedByReviewer).Select(d => d.Id).ToListAsync();
        return [.. content.Documents.Select(d => (Document: d, Link: item.Links.FirstOrDefault(l => l.DocumentId == d.DocumentId))).Select(x => new ReviewDocument(
            x.Document.DocumentId, Urls.Document(report, x.Document.DocumentId), x.Document.FileName, x.Document.Size, x.Document.Sha256, x.Document.Description with { Restricted = sight.Restricts(x.Document) },
            x.Link?.Decision ?? LinkDecision.Undecided, x.Link?.Reason, x.Link?.DecidedBy is { } by ? names.GetValueOrDefault(by) : null) { RestrictedByReviewer = marked.Contains(x.Document.DocumentId) })];
    }
}
