using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Domain.Requests;

namespace Portal.Features.Drafting;

/// <summary>Units to choose from.</summary>
/// <param name="Units">In official order.</param>
/// <param name="Groups">Named groups of units.</param>
public sealed record UnitChoices(IReadOnlyList<KnownUnit> Units, IReadOnlyList<KnownGroup> Groups);

/// <summary>The units of the organisation, as a draft needs them: to choose from, to match names with, to copy into the request's file.</summary>
public static class UnitBook
{
    private const string Kindless = "don-vi";

    /// <summary>Those that stand at an instant, to choose from and to match names with.</summary>
    public static async Task<UnitChoices> ChoicesAsync(PortalDb db, DateTimeOffset at)
    {
        var units = await db.Units.Where(u => u.EndedAt == null || u.EndedAt > at).OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync();
        return new([.. units.Select(u => new KnownUnit(u.Code, u.Name, u.FullName, u.ShortName, [], null, u.Order))], []);
    }

    /// <summary>Units as a request's file holds them, in the order asked; codes that no unit has are left out.</summary>
    public static async Task<IReadOnlyList<RequestUnit>> OfAsync(PortalDb db, IReadOnlyList<string> codes)
    {
        var known = await db.Units.Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code);
        return [.. codes.Where(known.ContainsKey).Select(c => known[c]).Select(u => new RequestUnit(u.Code, u.Name, u.FullName, Kindless, null, u.Order)
        {
            ShortName = u.ShortName,
            OfficialCode = u.LoginCode == u.Code.ToLowerInvariant() ? null : u.LoginCode,
        })];
    }
}
