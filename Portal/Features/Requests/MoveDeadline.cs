using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>Lùi hạn chung: the deadline moves for all, by an amending letter, only to a later time.</summary>
public sealed class MoveDeadline(Writer writer)
{
    /// <summary>Moves it.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="until">The new deadline.</param>
    /// <param name="letter">The amending letter: number, date, what it says.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(string requestCode, DateTimeOffset? until, string? letter, Guid key) =>
        writer.RunAsync(nameof(MoveDeadline), requestCode, RequestPermission.Run, key, (request, act) =>
            request.MoveDeadline(act.At, act.Actor.PersonId, until, letter) ?? act.Note(EventVerb.DeadlineMoved, request.Id, letter));
}
