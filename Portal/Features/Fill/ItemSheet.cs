using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared;
using Portal.Shared.Fields;

namespace Portal.Features.Fill;

/// <summary>One item of one unit, or its cover: the working copy for the unit's people, the sent version for everybody else.</summary>
public sealed class ItemSheet(Reader reader, FormCatalog forms, PortalClock clock)
{
    private const int HistoryLength = 6;

    /// <summary>Reads it.</summary>
    public Task<Outcome<ItemSheetModel>> RunAsync(ReportKey report, string itemCode) =>
        reader.RunAsync<ItemSheetModel>(nameof(ItemSheet), report, Permission.See, async (db, actor, submissionId) =>
        {
            var loaded = await UnitReport.LoadAsync(db, forms, submissionId);
            if (loaded.Submission.Find(itemCode) is not { } item || loaded.Definition.Template.Form(itemCode) is not { } form)
            {
                return Problem.NotFound;
            }

            var sent = await db.Versions.Where(v => v.ItemAnswerId == item.Id && v.WithdrawnAt == null).OrderByDescending(v => v.Number).FirstOrDefaultAsync();
            var sight = await DocumentSight.OfAsync(db, actor, submissionId);
            var entering = sight.Draft && loaded.Entry?.By == actor.PersonId;
            var trail = await db.TrailAsync(submissionId, itemCode, sight);
            var shown = Head(loaded, item, form) with
            {
                History = [.. trail.Take(HistoryLength).Select(e => new SheetEvent(Shared.Trail.Words(e), VietTime.ShortDateTime(e.At), e.Actor))],
                Talk = await db.TalkAsync(actor, submissionId, itemCode),
                Refused = sight.Own && item.Question is null ? Refusal(trail) : null,
            };
            if (!sight.Draft || (entering && item.EnteringBy is null))
            {
                var by = sent is null ? form : await forms.FormAsync(loaded.Submission.RequestId, itemCode, sent.FormVersion) ?? form;
                return Sent(shown with { Fields = by.Fields, Evidence = by.Evidence }, by, sent, EvidenceRow.Of(loaded.Submission, itemCode), sight);
            }

            return Working(shown with { Me = actor.PersonId, MyName = actor.Name, Heads = actor.Is(Role.Head, loaded.Submission.UnitCode), Entering = entering, OldAnswers = sight.Own ? await OldAsync(db, loaded.Submission.RequestId, item) : [] }, loaded, item, form,
                sent is null ? null : FormFit.Read(await forms.FormAsync(loaded.Submission.RequestId, itemCode, sent.FormVersion), form, sent.Content.Values));
        });

    // The last word about opening it again, where that was no.
    private static SheetAsk? Refusal(IReadOnlyList<TrailEntry> trail) =>
        trail.FirstOrDefault(e => e.Verb is EventVerb.ReopenRefused or EventVerb.Accepted) is { Verb: EventVerb.ReopenRefused, Reasons: [var why, ..] } said ? new(said.Actor, said.At, why.Text) : null;

    private ItemSheetModel Head(UnitReport report, ItemAnswer item, ItemForm form)
    {
        var assigned = report.Definition.Items.FirstOrDefault(i => i.Code == item.ItemCode);
        return new()
        {
            Report = new(report.Submission.Request.Code, report.UnitLogin),
            SubmissionId = report.Submission.Id,
            UnitName = report.UnitName,
            ItemCode = item.ItemCode,
            Title = report.Title(item),
            IsCover = item.IsCover,
            LetterRef = assigned?.LetterRef,
            Clause = assigned?.Verbatim,
            Asked = assigned?.Text,
            State = item.State,
            StateSince = item.StateSince,
            StateBy = report.Name(item.StateBy),
            Now = clock.Now,
            Entry = report.Entry,
            Unconfirmed = item.Unconfirmed,
            Evidence = form.Evidence,
            Fields = form.Fields,
            Items = [.. report.Submission.Items.Append(report.Submission.Cover).Select(i => new SheetStep(i.ItemCode, report.Title(i), i.State, i.Editable, i.OwedBy))],
        };
    }

    private static ItemSheetModel Working(ItemSheetModel head, UnitReport report, ItemAnswer item, ItemForm form, IReadOnlyDictionary<string, string>? sent)
    {
        var sheet = report.Submission.Sheet();
        var values = item.Values.ToDictionary(v => v.Path, v => new SheetValue(v.Value, v.Version));
        IReadOnlyList<Finding> findings = item.Editable || (item.IsCover && item.State is ItemState.Approved)
            ? [.. FormCheck.Item(report.Definition.Template, sheet, item.ItemCode), .. item.IsCover ? [] : report.Missing(item).Where(f => f.Path?.StartsWith("document/", StringComparison.Ordinal) == true)]
            : [];
        return head with
        {
            Own = true,
            Editable = item.Editable,
            OpenPaths = [.. form.Fields.Select(f => f.Code).Where(c => item.MayEdit(c) is null)],
            Locked = item.MayEdit("")?.Text,
            Reason = item.State is ItemState.Returned || (item.State is ItemState.SentBack && !head.Entering) ? item.Reason : null,
            SupplementDue = item.OwedBy,
            WrongSigner = item.WrongSigner,
            Question = item.Question is { } q ? new(report.Name(q.AskedBy), q.At, q.Reason) : null,
            Assignee = item.AssigneeId is { } who && !head.Entering ? report.Name(who) : null,
            Values = values,
            Revision = item.Values.Select(v => v.ChangedAt.ToUnixTimeMilliseconds()).DefaultIfEmpty(0).Max(),
            Rows = RowsOf(form, values, sheet, item.ItemCode),
            Before = sent,
            Documents = EvidenceRow.Of(report.Submission, item.ItemCode),
            OtherDocuments = EvidenceRow.OthersOf(report.Submission, item.ItemCode),
            Findings = findings,
            Hidden = [.. Conditions.Hidden(form, sheet)],
            Rules = BrowserRules.Of(report.Definition.Template, item.ItemCode),
        };
    }

    // What earlier forms asked and the present one does not: the unit's own to read.
    private async Task<IReadOnlyList<OldAnswers>> OldAsync(PortalDb db, int requestId, ItemAnswer item)
    {
        var values = await db.OldValues.Where(v => v.ItemAnswerId == item.Id).ToListAsync();
        var by = new Dictionary<int, ItemForm?>();
        foreach (var version in values.Select(v => v.FormVersion).Distinct())
        {
            by[version] = await forms.FormAsync(requestId, item.ItemCode, version);
        }

        return OldAnswers.Of(values, by.GetValueOrDefault, confidential: true);
    }

    private static ItemSheetModel Sent(ItemSheetModel head, ItemForm form, AnswerVersion? sent, IReadOnlyList<EvidenceRow> links, DocumentSight sight)
    {
        if (sent?.Content is not { } content)
        {
            return head with { NotSent = true };
        }

        var fields = form.Fields.Where(f => sight.Confidential || !f.Sensitive).ToList();
        var values = content.Values.Where(v => fields.Exists(f => f.Code == v.Key.Split('/')[0])).ToDictionary(v => v.Key, v => new SheetValue(v.Value, 0));
        var sheet = new AnswerSheet(content.Values.Select(v => (head.ItemCode, v.Key, (string?)v.Value)));
        return head with
        {
            Fields = fields,
            Values = values,
            Rows = RowsOf(form, values, sheet, head.ItemCode),
            Hidden = [.. Conditions.Hidden(form, sheet)],
            Documents = [.. content.Documents.Where(sight.Shows).Select(d => Document(d, links, sent.SentAt, sight.Restricts(d)))],
            SentAt = sent.SentAt,
            SentNumber = sent.Number,
        };
    }

    // As it was described when it was sent; what the reviewer said of it stands on the link.
    private static EvidenceRow Document(VersionDocument d, IReadOnlyList<EvidenceRow> links, DateTimeOffset sentAt, bool restricted)
    {
        var (now, said) = (links.FirstOrDefault(l => l.Id == d.DocumentId), d.Description);
        return new(d.DocumentId, d.FileName, d.Size, now?.MediaType ?? "", d.Sha256, said.Kind == EvidenceKind.Official, said.Number, said.IssuedOn, said.Issuer, said.Summary,
            restricted, said.Complete, 0, now?.Decision ?? LinkDecision.Undecided, now?.Reason, now?.UploadedAt ?? sentAt, [], Frozen: true);
    }

    private static Dictionary<string, IReadOnlyList<SheetRow>> RowsOf(ItemForm form, Dictionary<string, SheetValue> values, AnswerSheet sheet, string itemCode) =>
        form.Fields.Where(f => f.Type is FieldType.Table).ToDictionary(f => f.Code, f => (IReadOnlyList<SheetRow>)[.. sheet.Rows(itemCode, f.Code).Select(id =>
        {
            var order = values[$"{f.Code}/{id}/{AnswerSheet.OrderKey}"];
            return new SheetRow(id, int.TryParse(order.Value, out var at) ? at : 0, order.Version);
        })]);
}
