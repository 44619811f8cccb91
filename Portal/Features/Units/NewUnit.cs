using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;

namespace Portal.Features.Units;

/// <summary>A unit to be made.</summary>
/// <param name="Code">The key, for ever.</param>
/// <param name="OfficialCode">Five digits, or null.</param>
/// <param name="Facts">What describes it.</param>
public sealed record NewUnit(string? Code, string? OfficialCode, UnitFacts Facts)
{
    /// <summary>Adds it to what is saved.</summary>
    internal async Task<Outcome<Unit>> AddAsync(PortalDb db)
    {
        var known = await db.Units.ToListAsync();
        var made = Make(known, known.ToDictionary(u => u.Code, u => u.ParentCode));
        if (made.Value is { } unit)
        {
            db.Units.Add(unit);
        }

        return made;
    }

    /// <summary>Makes it, behind the last in official order unless it says where it stands.</summary>
    /// <param name="known">Units that there are, of which none may have its codes.</param>
    /// <param name="parents">Each unit and what it belongs to.</param>
    internal Outcome<Unit> Make(IReadOnlyCollection<Unit> known, IReadOnlyDictionary<string, string?> parents)
    {
        var (code, official) = (Code?.Trim(), string.IsNullOrWhiteSpace(OfficialCode) ? null : OfficialCode.Trim());
        if (UnitFacts.CheckCodes(code, official) is { } wrong)
        {
            return wrong;
        }

        var login = official ?? code!.ToLowerInvariant();
        bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
        if (known.FirstOrDefault(u => Same(u.Code, code) || Same(u.LoginCode, login) || Same(u.LoginCode, code)) is { } taken)
        {
            return Problem.Invalid(nameof(Problems.UnitCodeTaken), taken.Name).At(Same(taken.LoginCode, official) ? "officialCode" : "code");
        }

        var unit = new Unit(code!, login, "", "", "", known.Select(u => u.Order).DefaultIfEmpty().Max() + 1);
        unit.Number(official);
        return unit.Describe(Facts, parents) is { } problem ? problem : unit;
    }

    /// <summary>Each unit and what it belongs to.</summary>
    internal static async Task<IReadOnlyDictionary<string, string?>> ParentsAsync(PortalDb db) => await db.Units.ToDictionaryAsync(u => u.Code, u => u.ParentCode);
}
