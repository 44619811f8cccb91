using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Progress;

/// <summary>A request that another may be compared with.</summary>
/// <param name="Code">As addresses name it.</param>
/// <param name="Title">What its letter asks, in a line.</param>
/// <param name="IssuedAt">When it was issued.</param>
public sealed record OtherRequest(string Code, string Title, DateTimeOffset? IssuedAt);

/// <summary>A board that the person may look at.</summary>
/// <param name="Board">The board; null while no request is open.</param>
/// <param name="Decides">The person accepts what no coordinator may.</param>
/// <param name="Evidence">The person may know what evidence there is: how many documents would tell who only watches of a restricted one (workflow §10).</param>
public sealed record OpenedBoard(ProgressBoard? Board, bool Decides, bool Evidence)
{
    /// <summary>The board it is compared with; null where there is no such request.</summary>
    public ProgressBoard? Earlier { get; init; }

    /// <summary>All that it may be compared with, issued last first.</summary>
    public IReadOnlyList<OtherRequest> Others { get; init; } = [];
}

/// <summary>Opens the board of a request for who may see the whole of it: its coordinators, leaders, observers (workflow §10).</summary>
public sealed class OpenBoard(Reader reader, ProgressBoards boards)
{
    /// <summary>Opens it. What it shows is held in memory for all: beyond the rights and the list of requests nothing is read.</summary>
    /// <param name="requestCode">Which request; null for the one issued last, open ones first.</param>
    /// <param name="otherCode">With which it is compared; null for the one issued last before it.</param>
    public Task<Outcome<OpenedBoard>> RunAsync(string? requestCode, string? otherCode = null) => reader.RunAsync<OpenedBoard>(nameof(OpenBoard), requestCode, async (db, actor) =>
    {
        if (Rights.CheckBoards(actor) is { } refusal)
        {
            return refusal;
        }

        var found = await db.Requests.WhollyVisibleTo(actor).Meant(requestCode).Select(r => new { r.Id, r.CoordinatingUnitCode, r.IssuedAt }).FirstOrDefaultAsync();
        if (found is null)
        {
            return requestCode is null && otherCode is null ? new OpenedBoard(null, false, false) : Problem.NotFound;
        }

        var others = await db.Requests.WhollyVisibleTo(actor).Where(r => r.Id != found.Id && r.State != RequestState.Cancelled).OrderByDescending(r => r.IssuedAt)
            .Select(r => new { r.Id, Shown = new OtherRequest(r.Code, r.Title, r.IssuedAt) }).ToListAsync();
        var other = others.FirstOrDefault(o => otherCode is null ? o.Shown.IssuedAt < found.IssuedAt : o.Shown.Code == otherCode);
        if (other is null && otherCode is not null)
        {
            return Problem.NotFound;
        }

        return new OpenedBoard(await boards.OpenAsync(found.Id), actor.Is(Role.Leader), Rights.SeesConfidential(actor, null, found.CoordinatingUnitCode))
        {
            Earlier = other is null ? null : await boards.OpenAsync(other.Id),
            Others = [.. others.Select(o => o.Shown)],
        };
    });
}
