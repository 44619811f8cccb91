using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Live;
using Portal.Platform.Mail;

namespace Portal.Features.MailDesk;

/// <summary>Thử lại ngay: what waits for a mail server that failed is tried now.</summary>
public sealed class RetryMail(Writer writer, Outbox outbox, NoticeFeed feed)
{
    /// <summary>Asks for it; the sender in the background does it.</summary>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(Guid key)
    {
        var asked = await writer.RunAsync<bool>(nameof(RetryMail), null, key, work =>
            Task.FromResult<Outcome<bool>>(work.Act.Actor.Is(Role.Administrator) ? true : Problem.Refused(nameof(Problems.OnlyTheAdministrator))));
        if (asked.Problem is null)
        {
            await outbox.HurryAsync();
            feed.SendNow();
        }

        return asked.Problem;
    }
}
