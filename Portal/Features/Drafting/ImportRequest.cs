using Portal.Domain;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Nhập định nghĩa: a new draft from the file that <see cref="RequestExport"/> gives, of this portal or another one. A broken file names its places.</summary>
public sealed class ImportRequest(Writer writer)
{
    /// <summary>Imports it.</summary>
    /// <param name="json">The file's text.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>The new request's code.</returns>
    public Task<Outcome<string>> RunAsync(string json, Guid key) => writer.RunAsync<string>(nameof(ImportRequest), null, key,
        work => NewDraft.AddAsync(work, (code, coordinator) => DraftFile.Import(json, code, coordinator)));
}
