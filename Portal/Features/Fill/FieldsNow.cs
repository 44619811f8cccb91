using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared.Fields;

namespace Portal.Features.Fill;

/// <summary>Writes values of the working copy out.</summary>
internal static class ValueNow
{
    /// <summary>Writes one value out.</summary>
    /// <param name="field">Its field; null for a row's place.</param>
    /// <param name="value">The value.</param>
    /// <param name="names">People by key.</param>
    /// <param name="me">Who reads.</param>
    /// <param name="now">When.</param>
    public static FieldNow Of(Field? field, FieldValue value, IReadOnlyDictionary<int, string> names, int me, DateTimeOffset now)
    {
        var shown = field is null ? value.Value ?? "" : FieldInput.Show(field, value.Value);
        var input = field is { Type: FieldType.Choice or FieldType.Boolean or FieldType.UnitRef } ? value.Value ?? "" : shown;
        return FieldNow.Of(value.Path, value.Version, input, shown, names.GetValueOrDefault(value.ChangedBy, ""), value.ChangedBy == me, value.ChangedAt, now);
    }

    /// <summary>The names of people by key.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> NamesAsync(PortalDb db, IEnumerable<int> people)
    {
        var keys = people.Distinct().ToList();
        return await db.People.Where(p => keys.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
    }
}

/// <summary>The working copy of one item as it stands: how an open form learns what colleagues typed.</summary>
public sealed class FieldsNow(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads what changed.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item; <c>COVER</c> for the cover.</param>
    /// <param name="since">The moment of the last reading, in milliseconds since 1970; 0 for everything.</param>
    public Task<Outcome<FormNow>> RunAsync(ReportKey report, string itemCode, long since) =>
        reader.RunAsync<FormNow>(nameof(FieldsNow), report, Permission.ReadDraft, async (db, actor, submissionId) =>
        {
            var at = clock.Now;
            var from = FormNow.From(since, at);
            var of = await db.Submissions.Where(s => s.Id == submissionId).SelectMany(s => s.Answers.Where(a => a.ItemCode == itemCode), (s, a) => new { s.RequestId, a.FormVersion }).SingleOrDefaultAsync();
            if (of is null || await forms.FormAsync(of.RequestId, itemCode, of.FormVersion) is not { } form)
            {
                return Problem.NotFound;
            }

            var values = await db.Answers.Where(a => a.SubmissionId == submissionId && a.ItemCode == itemCode).SelectMany(a => a.Values).Where(v => v.ChangedAt >= from).ToListAsync();
            var names = await ValueNow.NamesAsync(db, values.Select(v => v.ChangedBy));
            return new FormNow(at.ToUnixTimeMilliseconds(), [.. values.Select(v => ValueNow.Of(form.At(v.Path), v, names, actor.PersonId, at))]);
        });
}
