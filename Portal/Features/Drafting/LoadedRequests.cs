using Portal.Domain.Requests.Drafting;

namespace Portal.Features.Drafting;

/// <summary>The indicators of the definitions that come with the program: <c>Letters/*/request.json</c>.</summary>
public sealed class LoadedRequests
{
    private readonly Lazy<Task<IReadOnlyList<ReadyField>>> fields = new(LoadAsync);

    /// <summary>Them, read once.</summary>
    public Task<IReadOnlyList<ReadyField>> ReadAsync() => fields.Value;

    private static async Task<IReadOnlyList<ReadyField>> LoadAsync()
    {
        var found = new List<ReadyField>();
        foreach (var folder in new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Letters")).EnumerateDirectories().OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            var path = Path.Combine(folder.FullName, "request.json");
            if (File.Exists(path))
            {
                found.AddRange(ReadyFields.Of(await File.ReadAllTextAsync(path), folder.Name.ToUpperInvariant()));
            }
        }

        return found;
    }
}
