using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Letters;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Reminders;

/// <summary>The letter, and under which name it is saved.</summary>
public sealed record ReminderFile(string FileName, OfficialLetter Letter);

/// <summary>Văn bản đôn đốc: the letter that names the late units of a request, for its coordinator or a leader to have numbered, signed and sent. That it was taken out is recorded.</summary>
public sealed class ReminderLetter(Reader reader, FormCatalog forms, BoardReader boards, PortalClock clock, AccessLog access)
{
    /// <summary>Makes it; where nobody is late there is none.</summary>
    /// <param name="requestCode">Of which request.</param>
    public Task<Outcome<ReminderFile>> RunAsync(string requestCode) => reader.RunAsync<ReminderFile>(nameof(ReminderLetter), requestCode, async (db, actor) =>
    {
        if (await db.Requests.VisibleTo(actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode) is not { } request)
        {
            return Problem.NotFound;
        }

        if (!actor.Is(Role.Coordinator, request.CoordinatingUnitCode) && !actor.Is(Role.Leader))
        {
            return Problem.Refused(nameof(Problems.ReminderLetterIsNotYours));
        }

        if (request.State != RequestState.Open)
        {
            return Problem.State(nameof(Problems.RequestNotOpen));
        }

        var (now, file) = (clock.Now, await forms.OfAsync(request.Id, request.FormVersion));
        var definition = file with { Letter = request.Facts(file.Letter) };
        var waiting = await db.Submissions.Where(s => s.RequestId == request.Id && s.Extensions.Any(e => e.DecidedAt == null)).Select(s => s.Id).ToHashSetAsync();
        var board = (await boards.LoadAsync(request.Id)).Snapshot(now);
        var late = LateUnit.Of(board, definition, waiting);
        if (late.Count == 0)
        {
            return Problem.Invalid(nameof(Problems.NobodyLate));
        }

        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(ReminderLetter), [requestCode]);
        return new ReminderFile(string.Format(ReminderLetterText.FileName, requestCode), ReminderDraft.Of(definition, request.Deadline, late, board.Rows.Count, now));
    });
}
