using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Mở khóa số liệu: the request takes reports again.</summary>
public sealed class UnlockRequest(Writer writer)
{
    /// <summary>Unlocks.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(string requestCode, string? reason, Guid key) =>
        writer.RunAsync(nameof(UnlockRequest), requestCode, RequestPermission.Overrule, key, (request, act) => Problem.Unless(reason) ?? request.Unlock() ?? act.Note(EventVerb.RequestUnlocked, request.Id, reason));
}
