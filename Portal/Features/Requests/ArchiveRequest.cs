using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Lưu trữ: out of the lists, found by search.</summary>
public sealed class ArchiveRequest(Writer writer)
{
    /// <summary>Archives.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(string requestCode, Guid key) =>
        writer.RunAsync(nameof(ArchiveRequest), requestCode, RequestPermission.Run, key, (request, act) => request.Archive() ?? act.Note(EventVerb.RequestArchived, request.Id));
}
