using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Delegations;

/// <summary>Chấm dứt ủy quyền: before its last day, by the head, or by the administrator. Rights are read anew for every command, so that an open page of the delegate can do nothing any more.</summary>
public sealed class EndDelegation(Writer writer)
{
    /// <summary>Ends it.</summary>
    /// <param name="unitLogin">In which unit.</param>
    /// <param name="delegationId">Which.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string unitLogin, int delegationId, Guid key) =>
        (await writer.RunAsync<bool>(nameof(EndDelegation), unitLogin, key, async work =>
        {
            var (db, act) = work;
            var opened = await DelegationGate.OpenAsync(db, act.Actor, unitLogin);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            if (await db.Delegations.SingleOrDefaultAsync(d => d.Id == delegationId && d.UnitCode == opened.Value!.Code) is not { } delegation)
            {
                return Problem.NotFound;
            }

            if (delegation.Revoke(act.Actor, act.At) is { } problem)
            {
                return problem;
            }

            var person = await db.People.SingleAsync(p => p.Id == delegation.DelegateId);
            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.DelegationEnded, act.Actor.PersonId, nameof(EndDelegation), NameDelegate.Subject(opened.Value!, person, delegation), null));
            return true;
        })).Problem;
}
