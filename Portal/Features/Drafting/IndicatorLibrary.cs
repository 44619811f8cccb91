using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Ready-made indicators for new forms: what the requests a coordinator may see have asked, each question once, the newest first.</summary>
public sealed class IndicatorLibrary(Reader reader, LoadedRequests loaded)
{
    /// <summary>Reads them.</summary>
    public Task<Outcome<IReadOnlyList<ReadyField>>> RunAsync() => reader.RunAsync<IReadOnlyList<ReadyField>>(nameof(IndicatorLibrary), null, async (db, actor) =>
    {
        if (Rights.CheckBoards(actor) is { } refusal)
        {
            return refusal;
        }

        var standing = await db.Requests.VisibleTo(actor, db.Submissions)
            .Join(db.FormVersions, r => r.Id, f => f.RequestId, (r, f) => new { Request = r, Form = f })
            .Where(x => x.Form.Number == x.Request.FormVersion).OrderByDescending(x => x.Request.Id)
            .Select(x => new { x.Request.Code, x.Form.Definition }).ToListAsync();
        var fields = standing.SelectMany(s => ReadyFields.Of(s.Definition, s.Code)).Concat(await loaded.ReadAsync());
        return fields.DistinctBy(f => (Fold.Of(f.Field.Label), f.Field.Type, f.Field.Unit)).ToList();
    });
}
