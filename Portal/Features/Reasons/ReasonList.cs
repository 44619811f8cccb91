using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Reasons;

/// <summary>One reason as the page shows it.</summary>
/// <param name="Version">Which state of it is shown; asked for when it is changed or removed.</param>
public sealed record ReasonLine(int Id, string UnitCode, ReasonKind Kind, string Text, int Version);

/// <summary>A unit for which the reader coordinates.</summary>
public sealed record ReasonUnit(string Code, string Name);

/// <summary>The reasons of the units for which the reader coordinates, mostly one.</summary>
public sealed record ReasonModel(IReadOnlyList<ReasonUnit> Units, IReadOnlyList<ReasonLine> Lines)
{
    /// <summary>The reasons of one unit for one kind of return, in the order in which they are offered.</summary>
    public IReadOnlyList<ReasonLine> Of(string unitCode, ReasonKind kind) => [.. Lines.Where(l => l.UnitCode == unitCode && l.Kind == kind)];
}

/// <summary>The usual reasons of the coordinator's own units.</summary>
public sealed class ReasonList(Reader reader)
{
    /// <summary>Reads them.</summary>
    public Task<Outcome<ReasonModel>> RunAsync() => reader.RunAsync<ReasonModel>(nameof(ReasonList), null, async (db, actor) =>
    {
        var own = actor.Holdings.Where(h => h.Role == Role.Coordinator).Select(h => h.UnitCode).ToList();
        if (own.Count == 0)
        {
            return Problem.Refused(nameof(Problems.ReasonsAreNotYours));
        }

        return new ReasonModel(
            await db.Units.Where(u => own.Contains(u.Code)).OrderBy(u => u.Code).Select(u => new ReasonUnit(u.Code, u.Name)).ToListAsync(),
            await db.UsualReasons.Where(r => own.Contains(r.UnitCode)).OrderBy(r => r.Id).Select(r => new ReasonLine(r.Id, r.UnitCode, r.Kind, r.Text, r.Version)).ToListAsync());
    });
}
