using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;

namespace Portal.Database;

/// <summary>Which units have ended, and who acts for them.</summary>
public static class UnitsThatEnded
{
    /// <summary>As it stands at that instant.</summary>
    public static async Task<Succession> SuccessionAsync(this PortalDb db, DateTimeOffset at) =>
        new(await db.Units.AsNoTracking().Where(u => u.EndedAt <= at).ToDictionaryAsync(u => u.Code, u => u.SuccessorCode));

    /// <summary>Whose people act for a unit at that instant: its own, or its successor's.</summary>
    public static async Task<string> ActingForAsync(this PortalDb db, string unitCode, DateTimeOffset at) => (await db.SuccessionAsync(at)).ActingFor(unitCode) ?? unitCode;
}
