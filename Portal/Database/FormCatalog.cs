using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>The letters and forms that are in force, read once: a form version never changes. A report whose items stand on several of them gets its own from <see cref="ComposedForms"/>.</summary>
public sealed class FormCatalog(IDbContextFactory<PortalDb> dbs)
{
    private readonly ConcurrentDictionary<(int RequestId, int Number), RequestDefinition> read = new();
    private readonly ConcurrentDictionary<(int RequestId, int Number, string Items), RequestDefinition> composed = new();

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

    /// <summary>Letter, items and forms that a report's working copies stand on, each item by its own version.</summary>
    /// <param name="submission">The report, with its items.</param>
    public Task<RequestDefinition> OfAsync(Submission submission) =>
        ComposeAsync(submission.RequestId, submission.FormVersion, submission.Answers.Select(a => (a.ItemCode, a.FormVersion, Counts: a.State != ItemState.Cancelled)));

    /// <summary>The forms that a report's working copies stand on.</summary>
    /// <param name="submission">The report, with its items.</param>
    public async Task<FormTemplate> FormsOfAsync(Submission submission) => (await OfAsync(submission)).Template;

    /// <summary>The forms by which what counts of a report was sent.</summary>
    /// <param name="submission">The report, with its items and versions.</param>
    public async Task<FormTemplate> SentFormsOfAsync(Submission submission) =>
        (await ComposeAsync(submission.RequestId, submission.FormVersion, submission.Answers.Select(a => (a.ItemCode, a.CurrentVersion?.FormVersion ?? a.FormVersion, Counts: a.State != ItemState.Cancelled)))).Template;

    /// <summary>The form of one item, or the cover, in one version; null where that version has none.</summary>
    public async Task<ItemForm?> FormAsync(int requestId, string itemCode, int formVersion) => (await OfAsync(requestId, formVersion)).Template.Form(itemCode);

    /// <summary>The titles of all items a request ever had, by code, as the latest version has them that has the item.</summary>
    /// <param name="requestId">Which request.</param>
    /// <param name="formVersion">Its form version now.</param>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(int requestId, int formVersion)
    {
        var titles = new Dictionary<string, string>();
        for (var version = formVersion; version > 0; version--)
        {
            foreach (var item in (await OfAsync(requestId, version)).Items)
            {
                titles.TryAdd(item.Code, item.Title);
            }
        }

        return titles;
    }

    /// <summary>Forms put together out of several versions.</summary>
    /// <param name="requestId">Which request.</param>
    /// <param name="frame">The version of all that no item stands for.</param>
    /// <param name="items">By item, the cover too: its version; what does not count has no say in which is the newest.</param>
    public async Task<RequestDefinition> ComposeAsync(int requestId, int frame, IEnumerable<(string ItemCode, int FormVersion, bool Counts)> items)
    {
        var of = items.ToList();
        if (of.TrueForAll(i => i.FormVersion == frame))
        {
            return await OfAsync(requestId, frame);
        }

        var key = (requestId, frame, string.Join(' ', of.OrderBy(i => i.ItemCode, StringComparer.Ordinal).Select(i => $"{i.ItemCode}:{i.FormVersion}{(i.Counts ? "" : "-")}")));
        if (composed.TryGetValue(key, out var known))
        {
            return known;
        }

        var versions = new Dictionary<int, RequestDefinition>();
        foreach (var version in of.Select(i => i.FormVersion).Append(frame).Distinct())
        {
            versions[version] = await OfAsync(requestId, version);
        }

        var newest = of.Where(i => i.Counts).Select(i => i.FormVersion).DefaultIfEmpty(frame).Max();
        return composed.GetOrAdd(key, ComposedForms.Of(versions[frame], versions[newest], of.ToDictionary(i => i.ItemCode, i => versions[i.FormVersion])));
    }
}
