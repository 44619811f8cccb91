using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Progress;

/// <summary>A board that the person may look at.</summary>
/// <param name="Board">The board; null while no request is open.</param>
/// <param name="Decides">The person accepts what no coordinator may.</param>
/// <param name="Evidence">The person may know what evidence there is: how many documents would tell who only watches of a restricted one (workflow §10).</param>
public sealed record OpenedBoard(ProgressBoard? Board, bool Decides, bool Evidence);

/// <summary>Opens the board of a request for who may see the whole of it: its coordinators, leaders, observers (workflow §10).</summary>
public sealed class OpenBoard(Reader reader, ProgressBoards boards)
{
    /// <summary>Opens it. What it shows is held in memory for all: beyond the rights nothing is read.</summary>
    /// <param name="requestCode">Which request; null for the one issued last, open ones first.</param>
    public Task<Outcome<OpenedBoard>> RunAsync(string? requestCode) => reader.RunAsync<OpenedBoard>(nameof(OpenBoard), requestCode, async (db, actor) =>
    {
        if (Rights.CheckBoards(actor) is { } refusal)
        {
            return refusal;
        }

        var found = await db.Requests.WhollyVisibleTo(actor).Meant(requestCode).Select(r => new { r.Id, r.CoordinatingUnitCode }).FirstOrDefaultAsync();
        return found is not null ? new OpenedBoard(await boards.OpenAsync(found.Id), actor.Is(Role.Leader), Rights.SeesConfidential(actor, null, found.CoordinatingUnitCode))
            : requestCode is null ? new OpenedBoard(null, false, false)
            : Problem.NotFound;
    });
}
