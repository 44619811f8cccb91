using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Domain.Requests;

namespace Portal.Features.Requests;

/// <summary>The units that a request's file names.</summary>
internal static class LetterUnits
{
    /// <summary>Adds those the portal does not know yet, and the groups of several units; of those it knows it fills in only what nobody has written.</summary>
    public static async Task AddMissingAsync(PortalDb db, RequestDefinition letter)
    {
        var known = await db.Units.ToDictionaryAsync(u => u.Code);
        foreach (var u in letter.Units.Concat(letter.OrganisationUnits))
        {
            if (!known.TryGetValue(u.Code, out var unit))
            {
                unit = new Unit(u.Code, u.LoginCode, u.Name, u.FullName, u.ShortName, u.Order);
                db.Units.Add(unit);
            }

            unit.Fill(new(u.Name, u.FullName, u.ShortName, u.Order, u.Kind, letter.TopUnitCode == u.Code ? null : letter.TopUnitCode)
            {
                Aliases = u.Aliases,
                LetterheadParent = u.LetterheadParent,
                LetterheadLines = u.LetterheadLines,
                PlaceName = u.PlaceName,
                Note = u.Note,
            }, u.OfficialCode);
        }

        var groups = await db.UnitGroups.Select(g => g.Code).ToHashSetAsync();
        foreach (var named in letter.Groups.Where(g => g.UnitCodes.Count > 1 && groups.Add(UnitGroup.CodeOf(g.Title))))
        {
            var group = new UnitGroup(UnitGroup.CodeOf(named.Title), named.Title);
            group.Describe(named.Title, [], [.. named.UnitCodes]);
            db.UnitGroups.Add(group);
        }
    }
}
