using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Themes;

/// <summary>Reads a theme for who may see the whole request: its coordinators, leaders, observers (workflow §10). Only what was sent and counts is read; drafts are the units' own.</summary>
public sealed class ThemeView(Reader reader, FormCatalog forms, ProgressBoards boards)
{
    /// <summary>Reads it.</summary>
    /// <param name="requestCode">Which request; null for the one issued last, open ones first.</param>
    /// <param name="slug">Which theme; null for the first.</param>
    public Task<Outcome<OpenedTheme>> RunAsync(string? requestCode, string? slug) => reader.RunAsync<OpenedTheme>(nameof(ThemeView), requestCode, async (db, actor) =>
    {
        if (Rights.CheckBoards(actor) is { } refusal)
        {
            return refusal;
        }

        var found = await db.Requests.WhollyVisibleTo(actor).Meant(requestCode).Select(r => new { r.Id, r.Code, r.FormVersion, r.CoordinatingUnitCode }).FirstOrDefaultAsync();
        if (found is null)
        {
            return requestCode is null ? new OpenedTheme(null, null, null) : Problem.NotFound;
        }

        var sheet = new ThemeSheet(await forms.OfAsync(found.Id, found.FormVersion), Rights.SeesConfidential(actor, null, found.CoordinatingUnitCode));
        if ((slug is null ? sheet.Themes.FirstOrDefault() : sheet.Themes.FirstOrDefault(t => ThemeSheet.Slug(t) == slug)) is not { } theme)
        {
            return slug is null ? new OpenedTheme(null, null, null) : Problem.NotFound;
        }

        var board = await boards.OpenAsync(found.Id);
        var before = board.Current;
        return new OpenedTheme(board, before, sheet.Of(found.Code, theme, await ReadAsync(db, found.Id, found.FormVersion, sheet.ItemsRead(theme))));
    });

    // What an amendment took away is left out. A report of a unit that has merged since keeps its unit and its place in all counts (workflow §5): its successor acts on it.
    private async Task<List<ReadAnswer>> ReadAsync(PortalDb db, int requestId, int formVersion, IReadOnlySet<string> read)
    {
        await db.BeginSnapshotAsync();
        var items = await db.Submissions.Where(s => s.RequestId == requestId)
            .SelectMany(s => s.Answers, (s, a) => new { s.Order, s.UnitCode, Item = a.Order, a.Id, a.ItemCode, a.State, a.SentBefore, a.SentResolution, a.SentDocuments, a.Unconfirmed })
            .Where(a => a.ItemCode != ItemAnswer.Cover && a.State != ItemState.Cancelled).OrderBy(a => a.Order).ThenBy(a => a.Item).ToListAsync();
        var units = await db.Units.Where(u => db.Submissions.Any(s => s.RequestId == requestId && s.UnitCode == u.Code))
            .Select(u => new ThemeUnit(u.Code, u.LoginCode, u.Name, u.ShortName)).ToDictionaryAsync(u => u.Code);
        var sent = items.Where(a => a.SentBefore && read.Contains(a.ItemCode)).Select(a => a.Id).ToList();
        var bodies = await db.Versions.Where(v => sent.Contains(v.ItemAnswerId)).Current(db).Select(v => new { v.ItemAnswerId, v.FormVersion, v.Body }).ToListAsync();
        var (values, codes) = (new Dictionary<int, IReadOnlyDictionary<string, string>>(), items.ToDictionary(a => a.Id, a => a.ItemCode));
        foreach (var body in bodies)
        {
            // By the form it was sent with; what the present one does not ask for any more is not added up.
            var code = codes[body.ItemAnswerId];
            var now = await forms.FormAsync(requestId, code, formVersion);
            values[body.ItemAnswerId] = now is null ? new Dictionary<string, string>() : FormFit.Read(await forms.FormAsync(requestId, code, body.FormVersion), now, AnswerContent.FromJson(body.Body).Values);
        }

        return [.. items.Select(a => new ReadAnswer(units[a.UnitCode], a.ItemCode, a.State, a.SentBefore, a.SentResolution, a.SentDocuments, a.Unconfirmed,
            values.GetValueOrDefault(a.Id)))];
    }
}

/// <summary>An item of a unit as it was read.</summary>
/// <param name="Values">Of the version that counts; null where none does, and where it was not asked for.</param>
internal sealed record ReadAnswer(ThemeUnit Unit, string ItemCode, ItemState State, bool Sent, string? Resolution, int Documents, bool Unconfirmed, IReadOnlyDictionary<string, string>? Values);
