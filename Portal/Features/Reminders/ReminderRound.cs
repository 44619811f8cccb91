using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Notices;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Reminders;

/// <summary>
/// Gives each reminder that is due, once, on however many servers it runs and wherever it dies: urging, event, notices and outbox are one transaction for each report,
/// with the report locked and read anew in it, and a slot is unique for a report. It sleeps until the next slot; what happens to reports meanwhile wakes it.
/// </summary>
public sealed class ReminderRound : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5); // what another server wrote is not told here
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(5); // a burst of changes is one look

    private readonly IDbContextFactory<PortalDb> dbs;
    private readonly Ledger ledger;
    private readonly PortalClock clock;
    private readonly ILogger<ReminderRound> log;
    private readonly SemaphoreSlim wake = new(0);
    private readonly IDisposable changes;

    /// <summary>Listens from now on; the host starts the loop.</summary>
    public ReminderRound(IDbContextFactory<PortalDb> dbs, Ledger ledger, PortalClock clock, ChangeFeed feed, ILogger<ReminderRound> log)
    {
        (this.dbs, this.ledger, this.clock, this.log) = (dbs, ledger, clock, log);
        changes = feed.Subscribe(OnChange);
        clock.Moved += Wake;
    }

    /// <summary>Gives all reminders that are due now.</summary>
    /// <returns>When the next one is due; null when none is in sight.</returns>
    public async Task<DateTimeOffset?> RoundAsync(CancellationToken ct = default)
    {
        var now = clock.Now;
        var (due, next) = await LookAsync(now, ct);
        foreach (var submissionId in due)
        {
            ct.ThrowIfCancellationRequested();
            await RemindAsync(submissionId);
        }

        return next;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = await RoundAsync(stoppingToken) - clock.Now;
                if (await wake.WaitAsync(next < Longest ? next > TimeSpan.Zero ? next.Value : TimeSpan.FromMilliseconds(1) : Longest, stoppingToken))
                {
                    await Task.Delay(Breath, stoppingToken);
                    while (wake.Wait(0, CancellationToken.None))
                    {
                    }
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Reminders could not be given; they are tried again");
                await Task.Delay(Breath, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        changes.Dispose();
        clock.Moved -= Wake;
        base.Dispose();
    }

    private async Task<(IReadOnlyList<int> Due, DateTimeOffset? Next)> LookAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = dbs.CreateDbContext();
        var schedules = await db.ReminderSchedules.AsNoTracking().ToDictionaryAsync(s => s.RequestId, ct);
        var reports = await Whole(db).AsNoTrackingWithIdentityResolution().Where(s => s.Request.State == RequestState.Open).ToListAsync(ct);
        var plans = reports.Select(s => (s.Id, Schedule: schedules.GetValueOrDefault(s.RequestId) ?? new(s.RequestId), Facts: ReminderFacts.Of(s))).ToList();
        var due = plans.Select(p => (p.Id, ReminderPlan.Due(p.Schedule, p.Facts, now)?.Slot)).Where(p => p.Slot is not null).ToList();
        var slots = due.Select(d => d.Slot).Distinct().ToList();
        var given = await db.Urgings.Where(u => slots.Contains(u.Slot)).Select(u => new { u.SubmissionId, u.Slot }).ToListAsync(ct);
        return ([.. due.Where(d => !given.Exists(g => g.SubmissionId == d.Id && g.Slot == d.Slot)).Select(d => d.Id)], plans.Min(p => ReminderPlan.Next(p.Schedule, p.Facts, now)));
    }

    private async Task RemindAsync(int submissionId)
    {
        await using var db = dbs.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockSubmissionAsync(submissionId); // who sends at this moment is before us or after us
        var submission = await Whole(db).SingleAsync(s => s.Id == submissionId);
        var schedule = await db.ReminderSchedules.FindAsync(submission.RequestId) ?? new(submission.RequestId);
        var now = clock.Now;
        if (submission.Request.State != RequestState.Open
            || ReminderPlan.Due(schedule, ReminderFacts.Of(submission), now) is not { } due
            || await db.Urgings.AnyAsync(u => u.SubmissionId == submissionId && u.Slot == due.Slot))
        {
            return;
        }

        var work = new Work(db, new Act(Actor.Portal, now, Guid.NewGuid()));
        db.Urgings.Add(submission.Remind(work.Act, due));
        if (await ledger.SealAsync(work) is { } refused)
        {
            log.LogInformation("A reminder was not given now: {Code}", refused.Code); // another server gave it, or the database is busy: then the next round does
            return;
        }

        await transaction.CommitAsync(CancellationToken.None);
        ledger.Publish(work);
    }

    private static IQueryable<Submission> Whole(PortalDb db) => db.Submissions.Include(s => s.Request).Include(s => s.Packages).Include(s => s.Extensions).Include(s => s.Answers).AsSplitQuery().OrderBy(s => s.Id);

    private void OnChange(Change change)
    {
        if (change.EventNumber > 0)
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
