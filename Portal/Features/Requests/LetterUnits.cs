using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Domain.Requests;

namespace Portal.Features.Requests;

/// <summary>The units that a request's file names.</summary>
internal static class LetterUnits
{
    /// <summary>Adds those the portal does not know yet; those it knows are left as they are.</summary>
    public static async Task AddMissingAsync(PortalDb db, RequestDefinition letter)
    {
        var known = await db.Units.Select(u => u.Code).ToHashSetAsync();
        db.Units.AddRange(letter.Units.Concat(letter.OrganisationUnits).Where(u => !known.Contains(u.Code)).Select(u => new Unit(u.Code, u.LoginCode, u.Name, u.FullName, u.ShortName, u.Order)));
    }
}
