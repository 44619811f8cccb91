using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Delegations;

/// <summary>Ủy quyền xử lý: the head names who acts in his place for some days; where the unit has no head the administrator does, by a paper. Kept in the chain of access records.</summary>
public sealed class NameDelegate(Writer writer)
{
    /// <summary>Names him.</summary>
    /// <param name="unitLogin">In which unit.</param>
    /// <param name="delegateId">Who is to act.</param>
    /// <param name="first">First day, at UTC+7.</param>
    /// <param name="last">Last day, included.</param>
    /// <param name="paper">Number and date of the paper; needed from the administrator.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string unitLogin, int delegateId, DateOnly first, DateOnly last, string? paper, Guid key) =>
        (await writer.RunAsync<bool>(nameof(NameDelegate), unitLogin, key, async work =>
        {
            var (db, act) = work;
            var opened = await DelegationGate.OpenAsync(db, act.Actor, unitLogin);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var unit = opened.Value!;
            if (await db.People.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == delegateId) is not { } person)
            {
                return Problem.Invalid(nameof(Problems.DelegateNotOfTheUnit)).At("delegate");
            }

            var others = await db.Delegations.Where(d => d.UnitCode == unit.Code && d.DelegateId == delegateId).ToListAsync();
            var named = Delegation.Name(act.Actor, act.At, unit.Code, person, await DelegationGate.HeadedAsync(db, unit.Code, act.At), (first, last), paper, others);
            if (named.Problem is { } problem)
            {
                return problem;
            }

            db.Delegations.Add(named.Value!);
            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.DelegationNamed, act.Actor.PersonId, nameof(NameDelegate), Subject(unit, person, named.Value!), null));
            return true;
        })).Problem;

    /// <summary>What the record says: unit, who, which days, by which paper.</summary>
    internal static string Subject(Unit unit, Person person, Delegation delegation) => string.Join(" · ", new[]
    {
        unit.LoginCode, person.Name, string.Create(CultureInfo.InvariantCulture, $"{delegation.FirstDay:yyyy-MM-dd}/{delegation.LastDay:yyyy-MM-dd}"), delegation.Paper,
    }.Where(t => t is not null));
}
