using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>The letters and forms that are in force, read once: a form version never changes.</summary>
public sealed class FormCatalog(IDbContextFactory<PortalDb> dbs)
{
    private readonly ConcurrentDictionary<(int RequestId, int Number), RequestDefinition> read = new();

    /// <summary>Letter, items and forms of one version of a request.</summary>
    public async Task<RequestDefinition> OfAsync(int requestId, int formVersion)
    {
        if (read.TryGetValue((requestId, formVersion), out var known))
        {
            return known;
        }

        await using var db = dbs.CreateDbContext();
        var json = await db.FormVersions.Where(f => f.RequestId == requestId && f.Number == formVersion).Select(f => f.Definition).SingleAsync();
        var parsed = RequestFile.Parse(json);
        return read.GetOrAdd((requestId, formVersion), parsed.Value ?? throw new InvalidDataException($"Form version {formVersion} of request {requestId}: {parsed.Problem!.Text}"));
    }

    /// <summary>The forms that a report stands on.</summary>
    public async Task<FormTemplate> FormsOfAsync(Submission submission) => (await OfAsync(submission.RequestId, submission.FormVersion)).Template;
}
