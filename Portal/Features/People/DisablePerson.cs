using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.People;

/// <summary>Khóa tài khoản: ends every role of a person now. Rights are read anew for every command, so that his open pages can do nothing any more; his cookie is void as well.</summary>
public sealed class DisablePerson(Writer writer)
{
    /// <summary>Disables somebody else; a second press changes nothing.</summary>
    /// <param name="personId">Whom.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(int personId, Guid key) =>
        (await writer.RunAsync<bool>(nameof(DisablePerson), null, key, async work =>
        {
            var (db, act) = work;
            if (!act.Actor.Is(Role.Administrator))
            {
                return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
            }

            if (personId == act.Actor.PersonId)
            {
                return Problem.Refused(nameof(Problems.NotYourself));
            }

            if (await db.People.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == personId) is not { } person)
            {
                return Problem.NotFound;
            }

            if (!person.Active)
            {
                return true;
            }

            person.Disable(act.At);
            var account = await db.Users.SingleOrDefaultAsync(a => a.PersonId == personId);
            if (account is not null)
            {
                account.SecurityStamp = Guid.NewGuid().ToString("N");
            }

            await AccessLog.AppendAsync(db, new AccessRecord(act.At, AccessKind.AccountDisabled, act.Actor.PersonId, nameof(DisablePerson), account?.UserName ?? person.Name, null));
            return true;
        })).Problem;
}
