using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Chép yêu cầu trước: a new draft with the groups, items and forms of an earlier request; its number, its days and what was settled of it are blank again.</summary>
public sealed class CopyRequest(Writer writer)
{
    /// <summary>Copies it.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>The new request's code.</returns>
    public Task<Outcome<string>> RunAsync(string requestCode, Guid key) => writer.RunAsync<string>(nameof(CopyRequest), requestCode, key, async work =>
    {
        var (db, act) = work;
        var definition = await db.Requests.VisibleTo(act.Actor, db.Submissions).Where(r => r.Code == requestCode)
            .Join(db.FormVersions, r => r.Id, f => f.RequestId, (r, f) => new { f.Definition, Current = f.Number == r.FormVersion }).Where(f => f.Current).Select(f => f.Definition).SingleOrDefaultAsync();
        return definition is null ? Problem.NotFound : await NewDraft.AddAsync(work, (code, coordinator) => DraftFile.Copy(definition, code, coordinator));
    });
}
