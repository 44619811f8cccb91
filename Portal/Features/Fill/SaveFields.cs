using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Live;
using Portal.Shared.Fields;

namespace Portal.Features.Fill;

/// <summary>Puts what was typed into fields and cells of one item's working copy. Each patch stands for itself: one that is refused or stale does not hold up the
/// others; those that are saved are saved in one transaction.</summary>
public sealed class SaveFields(Writer writer, FormCatalog forms, ChangeFeed feed)
{
    /// <summary>Saves fields of one item.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item; <c>COVER</c> for the cover.</param>
    /// <param name="patches">What was typed, in the order in which it is to be applied.</param>
    /// <returns>One result per patch; a problem when nothing of it may be written at all.</returns>
    public async Task<Outcome<IReadOnlyList<PatchResult>>> RunAsync(ReportKey report, string itemCode, IReadOnlyList<FieldPatch> patches)
    {
        if (patches.Count is 0 or > FormPatch.Most || patches.Any(p => p.Path is null))
        {
            return Problem.Invalid(nameof(Problems.PatchUnreadable));
        }

        var outcome = await TryAsync(report, itemCode, patches, patches[0].Key);
        return outcome switch
        {
            { Problem.Code: nameof(Problems.StalePage) } => await TryAsync(report, itemCode, patches, patches[0].Key), // a colleague came in between: read anew
            { Problem: null, Value: null } => await TryAsync(report, itemCode, patches, Guid.NewGuid()), // sent before, and that started the draft: every patch knows its own key
            _ => outcome,
        };
    }

    private async Task<Outcome<IReadOnlyList<PatchResult>>> TryAsync(ReportKey report, string itemCode, IReadOnlyList<FieldPatch> patches, Guid key)
    {
        Change? change = null;
        var outcome = await writer.RunAsync<IReadOnlyList<PatchResult>>(nameof(SaveFields), $"{report}/{itemCode}", key, async work =>
        {
            var opened = await Gate.OpenAsync(work.Db, work.Act.Actor, report, Permission.Edit);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var submission = await LoadAsync(work.Db, opened.Value, itemCode, patches);
            if (submission.Find(itemCode) is not { } item || await forms.FormAsync(submission.RequestId, itemCode, item.FormVersion) is not { } form)
            {
                return Problem.NotFound;
            }

            var edits = patches.Select(patch => (Patch: patch, Edited: Apply(submission, item, form, work.Act, patch))).ToList();
            if (!edits.Exists(e => e.Edited.Ok) && edits.Find(e => e.Edited.Problem is { Kind: ProblemKind.State }).Edited.Problem is { } locked)
            {
                return locked;
            }

            var names = await ValueNow.NamesAsync(work.Db, item.Values.Select(v => v.ChangedBy));
            var saved = edits.Select(e => Result(item, form, e.Patch, e.Edited, names, work.Act)).ToList();
            change = edits.Exists(e => e.Edited.Ok) ? new Change(submission.RequestId, submission.Id, 0) : null;
            return saved;
        });
        if (outcome.Ok && change is not null)
        {
            feed.Publish(change); // no event is written for a patch; colleagues' pages follow all the same
        }

        return outcome;
    }

    private static async Task<Submission> LoadAsync(PortalDb db, int submissionId, string itemCode, IReadOnlyList<FieldPatch> patches)
    {
        var paths = patches.Select(p => p.Path!).Distinct().ToList();
        var rows = paths.Exists(p => p.Contains('/')); // cells need to know their row, and a new row how many there are
        return await db.Submissions.AsSplitQuery()
            .Include(s => s.Answers.Where(a => a.ItemCode == itemCode)).ThenInclude(a => a.Values.Where(v => paths.Contains(v.Path) || (rows && v.Path.EndsWith("/" + AnswerSheet.OrderKey))))
            .SingleAsync(s => s.Id == submissionId);
    }

    private static Outcome<FieldValue> Apply(Submission submission, ItemAnswer item, ItemForm form, Act act, FieldPatch patch)
    {
        var read = item.Read(form, patch.Path!, patch.Value);
        return read.Problem is { } invalid ? invalid.At(patch.Path!) : item.Edit(submission, act, patch.Path!, read.Value, patch.Version, patch.Key, patch.Over);
    }

    private static PatchResult Result(ItemAnswer item, ItemForm form, FieldPatch patch, Outcome<FieldValue> edited, IReadOnlyDictionary<int, string> names, Act act)
    {
        var value = edited.Value ?? (edited.Problem is { Code: nameof(Problems.FieldChangedMeanwhile) } ? item.Values.FirstOrDefault(v => v.Path == patch.Path) : null);
        return new(patch.Path!, value is null ? null : ValueNow.Of(form.At(value.Path), value, names, act.Actor.PersonId, act.At), edited.Problem);
    }
}
