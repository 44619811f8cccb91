using System.Globalization;
using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

// What is typed into an item.
public sealed partial class ItemAnswer
{
    private const int LongestRowId = 20;

    /// <summary>Checks what was typed for a field, a cell, or a row's place (blank: the row is gone), and makes it canonical.</summary>
    /// <param name="form">The item's form.</param>
    /// <param name="path">Which field or cell.</param>
    /// <param name="raw">What was typed.</param>
    public Outcome<string?> Read(ItemForm form, string path, string? raw)
    {
        if (path.Split('/') is not [var code, var id, var key])
        {
            return form.At(path) is { } field ? FieldInput.Parse(field, raw) : Unknown(path);
        }

        if (form.Field(code) is not { Type: FieldType.Table } table || id.Length is 0 or > LongestRowId || !id.All(char.IsAsciiLetterOrDigit))
        {
            return Unknown(path);
        }

        var row = values.Find(v => v.Path == $"{code}/{id}/{AnswerSheet.OrderKey}")?.Value;
        if (key != AnswerSheet.OrderKey)
        {
            return table.Column(key) is not { } column ? Unknown(path) : row is null ? Problem.Stale(nameof(Problems.RowGone)) : FieldInput.Parse(column, raw);
        }

        if (string.IsNullOrWhiteSpace(raw))
        {
            return new Outcome<string?>(null, null);
        }

        if (!int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var order))
        {
            return Unknown(path);
        }

        var rows = values.Count(v => v.Value is not null && v.Path.StartsWith(code + "/", StringComparison.Ordinal) && v.Path.EndsWith("/" + AnswerSheet.OrderKey, StringComparison.Ordinal));
        return row is null && rows >= table.RowLimit ? Problem.Invalid(nameof(Problems.TooManyRows), table.Label, table.RowLimit) : order.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>EditField: puts a canonical value into a field of the working copy, where the version seen still holds.</summary>
    /// <param name="submission">The report it belongs to.</param>
    /// <param name="act">Who and when.</param>
    /// <param name="path">Which field or cell.</param>
    /// <param name="value">Canonical text; null is blank.</param>
    /// <param name="seenVersion">The field's version that was seen; 0 where it had no value.</param>
    /// <param name="key">One-time key: the same patch sent twice is applied once.</param>
    /// <param name="over">Chosen over a colleague's text that was shown: he is told, and the history keeps his text.</param>
    public Outcome<FieldValue> Edit(Submission submission, Act act, string path, string? value, int seenVersion, Guid key, bool over = false)
    {
        var field = values.Find(v => v.Path == path);
        if (field?.Key == key)
        {
            return field; // the same patch again: it has had its effect, whatever happened since
        }

        if ((NotInHand(submission, act.Actor) ?? MayEdit(path)) is { } locked)
        {
            return locked;
        }

        if (field is null)
        {
            if (seenVersion != 0)
            {
                return Problem.Stale(nameof(Problems.FieldChangedMeanwhile)).At(path);
            }

            values.Add(field = new FieldValue(path, value, act, key));
        }
        else
        {
            var (before, writer) = (field.Value, field.ChangedBy);
            if (field.Set(value, seenVersion, act, key) is { } stale)
            {
                return stale;
            }

            if (over && before is not null && writer != act.Actor.PersonId)
            {
                act.Record(EventVerb.FieldReplaced, submission, this, reason: before);
                act.Replaced(writer);
            }
        }

        (SavedAt, SavedBy) = (act.At, act.Actor.PersonId);
        StartDraft(submission, act);
        return field;
    }

    private static Problem Unknown(string path) => Problem.Invalid(nameof(Problems.FieldUnknown), path.Length > 60 ? path[..60] : path);
}
