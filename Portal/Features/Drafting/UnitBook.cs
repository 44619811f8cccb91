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
    /// <summary>Those that stand at an instant, to choose from and to match names with.</summary>
    public static async Task<UnitChoices> ChoicesAsync(PortalDb db, DateTimeOffset at)
    {
        var units = await db.Units.Where(u => u.EndedAt == null || u.EndedAt > at).OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync();
        var groups = await db.UnitGroups.Include(g => g.Members).OrderBy(g => g.Code).ToListAsync();
        return new([.. units.Select(u => new KnownUnit(u.Code, u.Name, u.FullName, u.ShortName, u.Aliases, u.Kind, u.Order))],
            [.. groups.Select(g => new KnownGroup(g.Code, g.Name, g.Aliases, [.. units.Where(u => g.Members.Any(m => m.UnitCode == u.Code)).Select(u => u.Code)])).Where(g => g.UnitCodes.Count > 0)]);
    }

    /// <summary>Units as a request's file holds them, in the order asked; codes that no unit has are left out.</summary>
    public static async Task<IReadOnlyList<RequestUnit>> OfAsync(PortalDb db, IReadOnlyList<string> codes)
    {
        var known = await db.Units.Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code);
        return [.. codes.Where(known.ContainsKey).Select(c => known[c]).Select(u => new RequestUnit(u.Code, u.Name, u.FullName, u.Kind ?? Unit.Kindless, null, u.Order)
        {
            ShortName = u.ShortName,
            OfficialCode = u.OfficialCode ?? (u.LoginCode == u.Code.ToLowerInvariant() ? null : u.LoginCode),
            LetterheadParent = u.LetterheadParent,
            LetterheadLines = u.LetterheadLines,
            PlaceName = u.PlaceName,
            Aliases = u.Aliases,
            Note = u.Note,
        })];
    }
}
