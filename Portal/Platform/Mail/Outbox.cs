using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Notices;

namespace Portal.Platform.Mail;

/// <summary>What one attempt has taken in hand: one notice, or all of one person's for one morning.</summary>
/// <param name="By">The key of the attempt.</param>
/// <param name="Mails">In the order in which they happened.</param>
public sealed record ClaimedMail(Guid By, IReadOnlyList<OutboxMail> Mails)
{
    /// <summary>What its message is known by, on whichever server and at whichever attempt it is sent.</summary>
    public string MessageId => Mails[0] is { Digest: true } first ? FormattableString.Invariant($"sang-{first.PersonId}-{first.DueAt.ToUnixTimeMilliseconds()}") : $"{Mails[0].Key:N}";
}

/// <summary>Why no e-mail leaves.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Error">What the mail server said last.</param>
public sealed record MailTrouble(DateTimeOffset Since, string Error);

/// <summary>
/// The outbox. A row is taken in hand by one statement that only one sender can win, for a while (the lease); a sender that died lets go by time.
/// Each row is sent at least once: a crash after the mail server's yes and before ours sends it again, with the same Message-Id.
/// </summary>
public sealed class Outbox(IDbContextFactory<PortalDb> dbs, PortalClock clock)
{
    /// <summary>How long a sender may take for one mail before it counts as dead; longer than all of a conversation's time limits.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private const string TroubleSetting = "mail.trouble";
    private const int LongestError = 500;

    /// <summary>Takes the oldest mail that is due in hand.</summary>
    /// <returns>Null when none is due, or others have them all.</returns>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken ct = default)
    {
        await using var db = dbs.CreateDbContext();
        while (true)
        {
            var (now, system) = (clock.Now, clock.DiskNow);
            if (await Free(db, system).Where(m => m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => new { m.Id, m.PersonId, m.Digest, m.DueAt }).FirstOrDefaultAsync(ct) is not { } next)
            {
                return null;
            }

            var (by, until) = (Guid.NewGuid(), system + Lease);
            var wanted = next.Digest ? Free(db, system).Where(m => m.Digest && m.PersonId == next.PersonId && m.DueAt == next.DueAt) : Free(db, system).Where(m => m.Id == next.Id);
            if (await wanted.ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedBy, by).SetProperty(m => m.ClaimedUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct) > 0)
            {
                return new(by, await db.Outbox.AsNoTracking().Where(m => m.ClaimedBy == by).OrderBy(m => m.At).ThenBy(m => m.Id).ToListAsync(ct));
            }
        }
    }

    /// <summary>The mail server has taken it.</summary>
    public Task SentAsync(ClaimedMail claimed) => EndAsync(claimed, sent: true, null);

    /// <summary>It will never be taken, or nobody is to read it any more; others go on.</summary>
    public Task RefusedAsync(ClaimedMail claimed, string error) => EndAsync(claimed, sent: false, error);

    /// <summary>Lets go: somebody tries again, from that instant on.</summary>
    /// <param name="claimed">What was in hand.</param>
    /// <param name="error">Why.</param>
    /// <param name="wait">How long this mail waits; null: it is not its own fault.</param>
    public async Task ReleaseAsync(ClaimedMail claimed, string error, TimeSpan? wait)
    {
        await using var db = dbs.CreateDbContext();
        var (said, later) = (Cut(error), clock.Now + (wait ?? TimeSpan.Zero));
        var mine = db.Outbox.Where(m => m.ClaimedBy == claimed.By && m.SentAt == null);
        if (wait is null)
        {
            await mine.ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedBy, (Guid?)null).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null).SetProperty(m => m.LastError, said));
        }
        else
        {
            await mine.ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedBy, (Guid?)null).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null).SetProperty(m => m.LastError, said).SetProperty(m => m.DueAt, later));
        }
    }

    /// <summary>When the next mail becomes due or is given free by a sender that died, as a time to wait; null for none.</summary>
    public async Task<TimeSpan?> NextAsync(CancellationToken ct = default)
    {
        await using var db = dbs.CreateDbContext();
        var waiting = db.Outbox.Where(m => m.SentAt == null && m.RefusedAt == null);
        var due = await waiting.Where(m => m.ClaimedUntil == null).OrderBy(m => m.DueAt).Select(m => (DateTimeOffset?)m.DueAt).FirstOrDefaultAsync(ct) - clock.Now;
        var freed = await waiting.Where(m => m.ClaimedUntil != null).OrderBy(m => m.ClaimedUntil).Select(m => m.ClaimedUntil).FirstOrDefaultAsync(ct) - clock.DiskNow;
        return due < freed ? due : freed ?? due;
    }

    /// <summary>What waits because it was put off is due now: somebody has put right what was wrong.</summary>
    public async Task HurryAsync()
    {
        await using var db = dbs.CreateDbContext();
        var now = clock.Now;
        await db.Outbox.Where(m => m.SentAt == null && m.RefusedAt == null && m.ClaimedUntil == null && m.Attempts > 0 && m.DueAt > now).ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, now));
    }

    /// <summary>Keeps since when nothing leaves, for the administrator; null: all is well again.</summary>
    public async Task TroubleAsync(string? error)
    {
        await using var db = dbs.CreateDbContext();
        var setting = await db.Settings.FindAsync(TroubleSetting);
        if (error is null)
        {
            if (setting is not null)
            {
                db.Settings.Remove(setting);
            }
        }
        else
        {
            var since = Parse(setting?.Value)?.Since ?? clock.Now;
            (setting ?? db.Settings.Add(new Setting { Name = TroubleSetting }).Entity).Value = FormattableString.Invariant($"{since.ToUnixTimeMilliseconds()} {Cut(error)}");
        }

        _ = await db.TrySaveAsync(); // another server may have kept it at the same moment
    }

    /// <summary>Since when nothing leaves, and why; null when all is well.</summary>
    public static async Task<MailTrouble?> ReadTroubleAsync(PortalDb db) => Parse((await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Name == TroubleSetting))?.Value);

    private static IQueryable<OutboxMail> Free(PortalDb db, DateTimeOffset system) =>
        db.Outbox.Where(m => m.SentAt == null && m.RefusedAt == null && (m.ClaimedUntil == null || m.ClaimedUntil <= system));

    private async Task EndAsync(ClaimedMail claimed, bool sent, string? error)
    {
        await using var db = dbs.CreateDbContext();
        DateTimeOffset? now = clock.Now;
        var (sentAt, refusedAt, said) = (sent ? now : null, sent ? null : now, error is null ? null : Cut(error));
        await db.Outbox.Where(m => m.ClaimedBy == claimed.By)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, sentAt).SetProperty(m => m.RefusedAt, refusedAt).SetProperty(m => m.LastError, said).SetProperty(m => m.ClaimedUntil, (DateTimeOffset?)null));
    }

    private static MailTrouble? Parse(string? kept) =>
        kept?.Split(' ', 2) is [var since, var error] && long.TryParse(since, out var ms) ? new(DateTimeOffset.FromUnixTimeMilliseconds(ms), error) : null;

    private static string Cut(string error) => error.Length <= LongestError ? error : error[..LongestError];
}
