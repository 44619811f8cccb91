using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Fill;

/// <summary>What a saved field answers.</summary>
/// <param name="Version">The field's new version.</param>
/// <param name="At">When it was saved, in milliseconds since 1970.</param>
/// <param name="Time">The same here, to the second.</param>
/// <param name="Shown">The value as people write it.</param>
public sealed record SavedField(int Version, long At, string Time, string Shown);

/// <summary>Puts what was typed into one field or cell of the working copy. Path: <c>field</c>, <c>table/rowId/column</c>, or <c>table/rowId/#</c> for a row's
/// place (blank: the row is gone, its cells are kept so that it can come back).</summary>
public sealed class SaveField(Writer writer, FieldNow now, FormCatalog forms, ChangeFeed feed)
{
    /// <summary>Saves one field.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item; <c>COVER</c> for the cover.</param>
    /// <param name="path">Which field or cell.</param>
    /// <param name="raw">What was typed.</param>
    /// <param name="seenVersion">The field's version that was seen; 0 where it had no value.</param>
    /// <param name="key">One-time key: the same patch sent twice is applied once and answered alike.</param>
    public async Task<Outcome<SavedField>> RunAsync(ReportKey report, string itemCode, string path, string? raw, int seenVersion, Guid key)
    {
        var outcome = await TryAsync(report, itemCode, path, raw, seenVersion, key);
        if (outcome.Problem is { Code: nameof(Problems.StalePage) })
        {
            outcome = await TryAsync(report, itemCode, path, raw, seenVersion, key); // a colleague came in between at another field: read anew
        }

        if (outcome is not { Problem: null, Value: null })
        {
            return outcome;
        }

        var before = await now.RunAsync(report, itemCode, path); // the same press again: answer what it did
        return before.Value is { } saved ? saved.Saved : before.Problem ?? Problem.NotFound;
    }

    private async Task<Outcome<SavedField>> TryAsync(ReportKey report, string itemCode, string path, string? raw, int seenVersion, Guid key)
    {
        Change? change = null;
        var outcome = await writer.RunAsync<SavedField>(nameof(SaveField), $"{report}/{itemCode}", key, async work =>
        {
            var opened = await Gate.OpenAsync(work.Db, work.Act.Actor, report, Permission.Edit);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var row = ItemForm.RowOf(path);
            var submission = await work.Db.Submissions.AsSplitQuery()
                .Include(s => s.Answers.Where(a => a.ItemCode == itemCode)).ThenInclude(a => a.Values.Where(v => v.Path == path || v.Path == row))
                .SingleAsync(s => s.Id == opened.Value);
            if (submission.Find(itemCode) is not { } item)
            {
                return Problem.NotFound;
            }

            var form = (await forms.FormsOfAsync(submission)).Form(itemCode);
            var read = await ReadAsync(work.Db, form, item, path, raw);
            if (read.Problem is { } invalid)
            {
                return invalid.At(path);
            }

            var (field, value) = read.Value;
            var edited = item.Edit(submission, work.Act, path, value, seenVersion, key);
            if (edited.Problem is { } problem)
            {
                return problem;
            }

            change = new Change(submission.RequestId, submission.Id, 0);
            return FieldNow.Of(field, edited.Value!);
        });
        if (outcome.Ok && change is not null)
        {
            feed.Publish(change); // no event is written for a patch; colleagues' lists follow all the same
        }

        return outcome;
    }

    private static async Task<Outcome<(Field? Field, string? Value)>> ReadAsync(PortalDb db, ItemForm? form, ItemAnswer item, string path, string? raw)
    {
        var place = ItemForm.RowOf(path);
        var stands = item.Values.Any(v => v.Path == place && v.Value is not null);
        var read = form?.Read(path, raw, stands) ?? Problem.NotFound;
        if (read.Problem is { } problem)
        {
            return problem;
        }

        if (path == place && read.Value is not null && !stands && form!.Field(path.Split('/')[0]) is { MaxRows: { } most } table)
        {
            var rows = await db.Values.CountAsync(v => v.ItemAnswerId == item.Id && v.Value != null && v.Path.StartsWith(table.Code + "/") && v.Path.EndsWith("/" + AnswerSheet.OrderKey));
            if (rows >= most)
            {
                return Problem.Invalid(nameof(Problems.TooManyRows), table.Label, most);
            }
        }

        return (form!.At(path), read.Value);
    }
}

/// <summary>A field as it stands now, and whose it is.</summary>
/// <param name="Saved">Its version, time and shown value.</param>
/// <param name="By">Who changed it last.</param>
public sealed record CurrentField(SavedField Saved, string By);

/// <summary>One field of the working copy as it stands: what a stale page is answered with.</summary>
public sealed class FieldNow(Reader reader, FormCatalog forms)
{
    /// <summary>Reads one field.</summary>
    public Task<Outcome<CurrentField>> RunAsync(ReportKey report, string itemCode, string path) =>
        reader.RunAsync<CurrentField>(nameof(FieldNow), report, Permission.ReadDraft, async (db, _, submissionId) =>
        {
            var found = await db.Answers.Where(a => a.SubmissionId == submissionId && a.ItemCode == itemCode)
                .SelectMany(a => a.Values.Where(v => v.Path == path), (a, v) => new { Value = v, By = db.People.First(p => p.Id == v.ChangedBy).Name })
                .SingleOrDefaultAsync();
            if (found is null)
            {
                return Problem.NotFound;
            }

            var of = await db.Submissions.Where(s => s.Id == submissionId).Select(s => new { s.RequestId, s.FormVersion }).SingleAsync();
            return new CurrentField(Of((await forms.OfAsync(of.RequestId, of.FormVersion)).Template.Field(itemCode, path), found.Value), found.By);
        });

    internal static SavedField Of(Field? field, FieldValue value) => new(
        value.Version, value.ChangedAt.ToUnixTimeMilliseconds(), VietTime.TimeSeconds(value.ChangedAt), field is null ? value.Value ?? "" : FieldInput.Show(field, value.Value));
}
