using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Mail;
using Portal.Platform.Options;

namespace Portal.Features.MailDesk;

/// <summary>A mail that was given up.</summary>
public sealed record RefusedMail(long Id, string Address, DateTimeOffset At, string? Error);

/// <summary>How the outbox stands.</summary>
/// <param name="Server">The mail server; null: no e-mail is sent.</param>
/// <param name="Waiting">How many wait, those for the morning too.</param>
/// <param name="Due">How many should have left already.</param>
/// <param name="Oldest">When the oldest of those was due.</param>
/// <param name="Sent">How many have left.</param>
/// <param name="LastSent">When the last one did.</param>
/// <param name="Trouble">Since when nothing leaves, and why.</param>
/// <param name="PutOff">What a mail server last said of mails that it asked to bring again later.</param>
/// <param name="Refused">What was given up, latest first.</param>
public sealed record MailStateModel(string? Server, int Waiting, int Due, DateTimeOffset? Oldest, int Sent, DateTimeOffset? LastSent, MailTrouble? Trouble, string? PutOff, IReadOnlyList<RefusedMail> Refused);

/// <summary>Whether e-mail leaves, for the administrator.</summary>
public sealed class MailState(Reader reader, PortalOptions options, Platform.PortalClock clock)
{
    private const int Shown = 50;

    /// <summary>Reads it.</summary>
    public Task<Outcome<MailStateModel>> RunAsync() => reader.RunAsync<MailStateModel>(nameof(MailState), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Administrator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheAdministrator));
        }

        var now = clock.Now;
        var waiting = db.Outbox.Where(m => m.SentAt == null && m.RefusedAt == null);
        var due = waiting.Where(m => m.DueAt <= now);
        return new MailStateModel(options.Mail is { } mail ? $"{mail.Host}:{mail.Port}" : null, await waiting.CountAsync(), await due.CountAsync(),
            await due.OrderBy(m => m.DueAt).Select(m => (DateTimeOffset?)m.DueAt).FirstOrDefaultAsync(),
            await db.Outbox.CountAsync(m => m.SentAt != null), await db.Outbox.Where(m => m.SentAt != null).OrderByDescending(m => m.SentAt).Select(m => m.SentAt).FirstOrDefaultAsync(),
            await Outbox.ReadTroubleAsync(db), await waiting.Where(m => m.LastError != null).OrderByDescending(m => m.Id).Select(m => m.LastError).FirstOrDefaultAsync(),
            await db.Outbox.Where(m => m.RefusedAt != null).OrderByDescending(m => m.RefusedAt).ThenByDescending(m => m.Id).Take(Shown).Select(m => new RefusedMail(m.Id, m.Address, m.RefusedAt!.Value, m.LastError)).ToListAsync());
    });
}
