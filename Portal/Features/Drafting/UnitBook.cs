using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Domain.Requests;

namespace Portal.Features.Drafting;

/// <summary>Units to choose from.</summary>
/// <param name="Units">In official order.</param>
/// <param name="Groups">Groups of units that earlier requests named.</param>
public sealed record UnitChoices(IReadOnlyList<KnownUnit> Units, IReadOnlyList<KnownGroup> Groups);

/// <summary>The units of the organisation, as a draft needs them: to choose from, to match names with, to copy into the request's file.
/// What the list of units does not hold of them, other spellings and letterheads, is what the newest request says that named them.</summary>
public sealed class UnitBook(FormCatalog forms)
{
    private const string Kindless = "don-vi";

    /// <summary>Those that stand at an instant, to choose from and to match names with.</summary>
    public async Task<UnitChoices> ChoicesAsync(PortalDb db, DateTimeOffset at)
    {
        var units = await db.Units.Where(u => u.EndedAt == null || u.EndedAt > at).OrderBy(u => u.Order).ThenBy(u => u.Code).ToListAsync();
        var standing = units.Select(u => u.Code).ToHashSet();
        var requests = await NewestFirstAsync(db);
        var told = Told(requests);
        var groups = requests.SelectMany(r => r.Groups).Where(g => g.UnitCodes.Count > 1).DistinctBy(g => g.Title).Select(g => new KnownGroup(g.Code, g.Title, [], [.. g.UnitCodes.Where(standing.Contains)]));
        return new([.. units.Select(u => new KnownUnit(u.Code, u.Name, u.FullName, u.ShortName, told.GetValueOrDefault(u.Code)?.Aliases ?? [], told.GetValueOrDefault(u.Code)?.Kind, u.Order))], [.. groups]);
    }

    /// <summary>Units as a request's file holds them, in the order asked; codes that no unit has are left out.</summary>
    public async Task<IReadOnlyList<RequestUnit>> OfAsync(PortalDb db, IReadOnlyList<string> codes)
    {
        var known = await db.Units.Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code);
        var told = Told(await NewestFirstAsync(db));
        return [.. codes.Where(known.ContainsKey).Select(c => known[c]).Select(u => (told.GetValueOrDefault(u.Code) ?? new RequestUnit(u.Code, u.Name, u.FullName, Kindless, null, u.Order)) with
        {
            Name = u.Name,
            FullName = u.FullName,
            ShortName = u.ShortName,
            OfficialCode = u.LoginCode == u.Code.ToLowerInvariant() ? null : u.LoginCode,
        })];
    }

    private static Dictionary<string, RequestUnit> Told(IReadOnlyList<RequestDefinition> requests) =>
        requests.SelectMany(r => r.Units.Concat(r.OrganisationUnits)).DistinctBy(u => u.Code).ToDictionary(u => u.Code);

    private async Task<IReadOnlyList<RequestDefinition>> NewestFirstAsync(PortalDb db)
    {
        var definitions = new List<RequestDefinition>();
        foreach (var request in await db.Requests.Where(r => r.FormVersion > 0).OrderByDescending(r => r.IssuedAt).ThenByDescending(r => r.Id).Select(r => new { r.Id, r.FormVersion }).ToListAsync())
        {
            definitions.Add(await forms.OfAsync(request.Id, request.FormVersion));
        }

        return definitions;
    }
}
