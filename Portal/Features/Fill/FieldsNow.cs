using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.Fill;

/// <summary>A field of the working copy as it stands, for the browser that owns its input.</summary>
/// <param name="Path">Which field or cell.</param>
/// <param name="Version">Its version.</param>
/// <param name="Input">What stands in its input: the code of a choice, else <paramref name="Shown"/>.</param>
/// <param name="Shown">The value as people read it.</param>
/// <param name="By">Who changed it last.</param>
/// <param name="Mine">True when that was the reader himself.</param>
/// <param name="At">When, in milliseconds since 1970.</param>
/// <param name="Time">The same as people write it here: to the second today, else with its day.</param>
public sealed record FieldNow(string Path, int Version, string Input, string Shown, string By, bool Mine, long At, string Time)
{
    /// <summary>Writes one value out.</summary>
    /// <param name="field">Its field; null for a row's place.</param>
    /// <param name="value">The value.</param>
    /// <param name="names">People by key.</param>
    /// <param name="me">Who reads.</param>
    /// <param name="now">When.</param>
    internal static FieldNow Of(Field? field, FieldValue value, IReadOnlyDictionary<int, string> names, int me, DateTimeOffset now)
    {
        var shown = field is null ? value.Value ?? "" : FieldInput.Show(field, value.Value);
        var input = field is { Type: FieldType.Choice or FieldType.Boolean or FieldType.UnitRef } ? value.Value ?? "" : shown;
        return new(value.Path, value.Version, input, shown, names.GetValueOrDefault(value.ChangedBy, ""), value.ChangedBy == me, value.ChangedAt.ToUnixTimeMilliseconds(),
            VietTime.Local(value.ChangedAt).Date == VietTime.Local(now).Date ? VietTime.TimeSeconds(value.ChangedAt) : VietTime.ShortDateTime(value.ChangedAt));
    }

    internal static async Task<IReadOnlyDictionary<int, string>> NamesAsync(PortalDb db, IEnumerable<int> people)
    {
        var keys = people.Distinct().ToList();
        return await db.People.Where(p => keys.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
    }
}

/// <summary>What changed in a form since a moment.</summary>
/// <param name="At">The server's clock when it was read: from here the next reading goes on.</param>
/// <param name="Fields">The fields that changed, also those that became blank.</param>
public sealed record FormNow(long At, IReadOnlyList<FieldNow> Fields);

/// <summary>The working copy of one item as it stands: how an open form learns what colleagues typed.</summary>
public sealed class FieldsNow(Reader reader, FormCatalog forms, PortalClock clock)
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10); // a transaction that began before the last reading may have ended after it

    /// <summary>Reads what changed.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item; <c>COVER</c> for the cover.</param>
    /// <param name="since">The moment of the last reading, in milliseconds since 1970; 0 for everything.</param>
    public Task<Outcome<FormNow>> RunAsync(ReportKey report, string itemCode, long since) =>
        reader.RunAsync<FormNow>(nameof(FieldsNow), report, Permission.ReadDraft, async (db, actor, submissionId) =>
        {
            var at = clock.Now;
            var from = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(since, 0, at.ToUnixTimeMilliseconds())) - Slack;
            var of = await db.Submissions.Where(s => s.Id == submissionId).SelectMany(s => s.Answers.Where(a => a.ItemCode == itemCode), (s, a) => new { s.RequestId, a.FormVersion }).SingleOrDefaultAsync();
            if (of is null || await forms.FormAsync(of.RequestId, itemCode, of.FormVersion) is not { } form)
            {
                return Problem.NotFound;
            }

            var values = await db.Answers.Where(a => a.SubmissionId == submissionId && a.ItemCode == itemCode).SelectMany(a => a.Values).Where(v => v.ChangedAt >= from).ToListAsync();
            var names = await FieldNow.NamesAsync(db, values.Select(v => v.ChangedBy));
            return new FormNow(at.ToUnixTimeMilliseconds(), [.. values.Select(v => FieldNow.Of(form.At(v.Path), v, names, actor.PersonId, at))]);
        });
}
