using System.Text.Json;
using Portal.Domain;

namespace Portal.Shared.Fields;

/// <summary>What the browser sends of a form.</summary>
/// <param name="Person">Who typed it, as the page knew; the cookie may be another's by now.</param>
/// <param name="Patches">Field by field.</param>
public sealed record FormPatch(int? Person, IReadOnlyList<FieldPatch>? Patches)
{
    /// <summary>The largest body that is taken, in bytes.</summary>
    public const long LargestBody = 2 * 1024 * 1024;

    /// <summary>The most patches of one call.</summary>
    public const int Most = 500;

    /// <summary>Reads it, for who is signed in: what one person typed is never saved in another's name.</summary>
    /// <param name="request">The call.</param>
    /// <param name="personId">Who is signed in.</param>
    public static async Task<Outcome<IReadOnlyList<FieldPatch>>> ReadAsync(HttpRequest request, int? personId)
    {
        FormPatch? patch;
        try
        {
            patch = await request.ReadFromJsonAsync<FormPatch>(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or JsonException or InvalidOperationException)
        {
            patch = null;
        }

        return patch?.Patches is not { Count: > 0 and <= Most } patches || patches.Any(p => p.Path is null) ? Problem.Invalid(nameof(Problems.PatchUnreadable))
            : patch.Person is { } person && person != personId ? Problem.Refused(nameof(Problems.AnotherPersonSignedIn))
            : new Outcome<IReadOnlyList<FieldPatch>>(patches, null);
    }
}

/// <summary>What was typed into one field or cell.</summary>
/// <param name="Path">Which one: <c>field</c>, <c>table/rowId/column</c>, or <c>table/rowId/#</c> for a row's place.</param>
/// <param name="Value">What was typed; blank at a row's place: the row is gone, its cells are kept so that it can come back.</param>
/// <param name="Version">The field's version that was seen; 0 where it had no value.</param>
/// <param name="Key">One-time key: the same patch sent twice is applied once and answered alike.</param>
/// <param name="Over">Chosen over a colleague's text that was shown: he is told.</param>
public sealed record FieldPatch(string? Path, string? Value, int Version, Guid Key, bool Over = false);

/// <summary>What became of one patch.</summary>
/// <param name="Path">Which field.</param>
/// <param name="Now">The field as it stands: what was saved, or, for a stale patch, what a colleague put there. Null where the value was refused.</param>
/// <param name="Problem">Why it was not saved; null when it was.</param>
public sealed record PatchResult(string Path, FieldNow? Now, Problem? Problem)
{
    /// <summary>The answer to a call: the server's time, and field by field what became of it.</summary>
    public static IResult Answer(IEnumerable<PatchResult> results, DateTimeOffset at) => Results.Json(new
    {
        At = at.ToUnixTimeMilliseconds(),
        Time = VietTime.TimeSeconds(at),
        Fields = results.Select(r => new { r.Path, r.Now, r.Problem?.Code, r.Problem?.Text }),
    });
}

/// <summary>A field as it stands, for the browser that owns its input.</summary>
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
    /// <summary>Writes one out.</summary>
    public static FieldNow Of(string path, int version, string input, string shown, string by, bool mine, DateTimeOffset changedAt, DateTimeOffset now) =>
        new(path, version, input, shown, by, mine, changedAt.ToUnixTimeMilliseconds(),
            VietTime.Local(changedAt).Date == VietTime.Local(now).Date ? VietTime.TimeSeconds(changedAt) : VietTime.ShortDateTime(changedAt));
}

/// <summary>What changed in a form since a moment.</summary>
/// <param name="At">The server's clock when it was read: from here the next reading goes on.</param>
/// <param name="Fields">The fields that changed, also those that became blank.</param>
public sealed record FormNow(long At, IReadOnlyList<FieldNow> Fields)
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10); // a transaction that began before the last reading may have ended after it

    /// <summary>From when on changes are read, for who has read until a moment (milliseconds since 1970; 0 for everything).</summary>
    public static DateTimeOffset From(long since, DateTimeOffset now) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(since, 0, now.ToUnixTimeMilliseconds())) - Slack;
}
