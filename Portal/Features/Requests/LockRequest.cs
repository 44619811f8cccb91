using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Khóa số liệu: nothing is sent, returned or accepted any more; reading and talking go on.</summary>
public sealed class LockRequest(Writer writer)
{
    /// <summary>Locks.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(string requestCode, Guid key) =>
        writer.RunAsync(nameof(LockRequest), requestCode, RequestPermission.Run, key, (request, act) => request.Lock() ?? act.Note(EventVerb.RequestLocked, request.Id));
}
