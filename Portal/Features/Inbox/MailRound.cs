using Portal.Platform;
using Portal.Platform.Live;
using Portal.Platform.Mail;
using Portal.Platform.Options;

namespace Portal.Features.Inbox;

/// <summary>Empties the outbox: when something was put into it, when something becomes due, and once a minute in case another server died.
/// A mail server that fails is asked again after 15 seconds, then ever more seldom, at least each quarter of an hour; nothing is given up for that.</summary>
public sealed class MailRound : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PutOff = TimeSpan.FromMinutes(10); // "come back later" of one address, as greylisting does
    private static readonly TimeSpan[] BackOff = [.. new[] { 15, 30, 60, 120, 300, 600, 900 }.Select(s => TimeSpan.FromSeconds(s))];

    private readonly SemaphoreSlim wake = new(0);
    private readonly SemaphoreSlim turn = new(1);
    private readonly Outbox outbox;
    private readonly NoticeMail mail;
    private readonly MailSettings? settings;
    private readonly NoticeFeed feed;
    private readonly PortalClock clock;
    private readonly ILogger<MailRound> log;
    private int failures;

    /// <summary>Listens from now on; the host starts the loop.</summary>
    public MailRound(Outbox outbox, NoticeMail mail, PortalOptions options, NoticeFeed feed, PortalClock clock, ILogger<MailRound> log)
    {
        (this.outbox, this.mail, settings, this.feed, this.clock, this.log) = (outbox, mail, options.Mail, feed, clock, log);
        feed.Outbox += OnOutbox;
        clock.Moved += Wake;
    }

    /// <summary>Sends all that is due.</summary>
    /// <returns>False when the mail server fails.</returns>
    public async Task<bool> RoundAsync(CancellationToken ct = default)
    {
        if (settings is null)
        {
            return true;
        }

        await turn.WaitAsync(ct);
        var moved = false;
        SmtpLine? line = null;
        try
        {
            while (await outbox.ClaimAsync(ct) is { } claimed)
            {
                moved = true;
                if (await mail.WriteAsync(claimed, settings) is not { } letter)
                {
                    await outbox.RefusedAsync(claimed, MailText.NobodyReads);
                    continue;
                }

                try
                {
                    var opened = line is null;
                    line ??= await SmtpLine.OpenAsync(settings, ct);
                    await MarkAsync(claimed, await line.SendAsync(letter, ct));
                    if (opened)
                    {
                        await outbox.TroubleAsync(null);
                    }
                }
                catch (Exception e) when (SmtpLine.IsTrouble(e))
                {
                    log.LogWarning("The mail server {Host} fails: {Error}", settings.Host, e.Message);
                    await outbox.ReleaseAsync(claimed, e.Message, null);
                    await outbox.TroubleAsync(e.Message);
                    return false;
                }
            }

            if (line is not null)
            {
                await line.CloseAsync();
            }

            return true;
        }
        finally
        {
            line?.Dispose();
            turn.Release();
            if (moved)
            {
                feed.TellMailsMoved();
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                failures = await RoundAsync(stoppingToken) ? 0 : failures + 1;
                await wake.WaitAsync(failures > 0 ? BackOff[Math.Min(failures, BackOff.Length) - 1] : await UntilNextAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The outbox could not be emptied; it is tried again in a minute");
                await Task.Delay(Idle, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        feed.Outbox -= OnOutbox;
        clock.Moved -= Wake;
        base.Dispose();
    }

    private Task MarkAsync(ClaimedMail claimed, Delivery delivery) => delivery.Fate switch
    {
        MailFate.Taken => outbox.SentAsync(claimed),
        MailFate.Refused => outbox.RefusedAsync(claimed, delivery.Said!),
        _ => outbox.ReleaseAsync(claimed, delivery.Said!, PutOff),
    };

    private async Task<TimeSpan> UntilNextAsync(CancellationToken ct) =>
        await outbox.NextAsync(ct) is { } next && next < Idle ? next > TimeSpan.FromSeconds(1) ? next : TimeSpan.FromSeconds(1) : Idle;

    // While the mail server fails, a new mail does not hurry it; the administrator does.
    private void OnOutbox(bool insist)
    {
        if (insist || failures == 0)
        {
            Wake();
        }
    }

    private void Wake()
    {
        if (wake.CurrentCount == 0)
        {
            wake.Release();
        }
    }
}
