using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Identity;
using Portal.Platform.Live;

namespace Portal.Features.Requests;

/// <summary>
/// Opens each request at the hour that was set for it, once, on however many servers it runs: state, reports, events and notices are one transaction, and the request's version lets one of two through.
/// It acts as who scheduled it, with the rights he has at that moment; where he has lost them, or the deadline has passed meanwhile, the request is a draft again and its coordinators and the leaders are told.
/// </summary>
public sealed class OpeningRound : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5); // what another server wrote is not told here
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(5);

    private readonly IDbContextFactory<PortalDb> dbs;
    private readonly FormCatalog forms;
    private readonly Ledger ledger;
    private readonly PortalClock clock;
    private readonly ILogger<OpeningRound> log;
    private readonly SemaphoreSlim wake = new(0);
    private readonly IDisposable changes;

    /// <summary>Listens from now on; the host starts the loop.</summary>
    public OpeningRound(IDbContextFactory<PortalDb> dbs, FormCatalog forms, Ledger ledger, PortalClock clock, ChangeFeed feed, ILogger<OpeningRound> log)
    {
        (this.dbs, this.forms, this.ledger, this.clock, this.log) = (dbs, forms, ledger, clock, log);
        changes = feed.Subscribe(OnChange);
        clock.Moved += Wake;
    }

    /// <summary>Opens all that is due now.</summary>
    /// <returns>When the next one is due; null when none is in sight.</returns>
    public async Task<DateTimeOffset?> RoundAsync(CancellationToken ct = default)
    {
        var now = clock.Now;
        List<(int Id, DateTimeOffset? OpensAt)> waiting;
        await using (var db = dbs.CreateDbContext())
        {
            waiting = [.. (await db.Requests.Where(r => r.State == RequestState.Scheduled).OrderBy(r => r.OpensAt).Select(r => new { r.Id, r.OpensAt }).ToListAsync(ct)).Select(r => (r.Id, r.OpensAt))];
        }

        foreach (var (id, _) in waiting.Where(r => r.OpensAt <= now))
        {
            ct.ThrowIfCancellationRequested();
            if (await OpenAsync(id) is { } refused)
            {
                await LapseAsync(id, refused);
            }
        }

        return waiting.Where(r => r.OpensAt > now).Min(r => r.OpensAt);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = await RoundAsync(stoppingToken) - clock.Now;
                await wake.WaitAsync(next < Longest ? next > TimeSpan.Zero ? next.Value : TimeSpan.FromMilliseconds(1) : Longest, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "A scheduled request could not be opened; it is tried again");
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

    // Null when it opened, or another server was first; else why it may not open.
    private async Task<Problem?> OpenAsync(int requestId)
    {
        await using var db = dbs.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var request = await db.Requests.SingleAsync(r => r.Id == requestId);
        var now = clock.Now;
        if (request is not { State: RequestState.Scheduled, ScheduledBy: { } who } || !(request.OpensAt <= now))
        {
            return null;
        }

        var user = new CurrentUser();
        user.Become(who);
        if (await user.ReadAsync(db, now) is not { } actor || !actor.Is(Role.Coordinator, request.CoordinatingUnitCode))
        {
            return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
        }

        var work = new Work(db, new Act(actor, now, Guid.NewGuid()));
        var refused = await RequestOpening.OpenAsync(work, request, await forms.OfAsync(request.Id, request.FormVersion), pastDeadlineConfirmed: false);
        return refused is null ? await CloseAsync(work, transaction) : refused.Kind is ProblemKind.Stale or ProblemKind.Unavailable ? Later(refused) : refused;
    }

    private async Task LapseAsync(int requestId, Problem why)
    {
        await using var db = dbs.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var request = await db.Requests.SingleAsync(r => r.Id == requestId);
        var work = new Work(db, new Act(Actor.Portal, clock.Now, Guid.NewGuid()));
        if ((request.BackToDraft() ?? work.Act.Note(EventVerb.ScheduleLapsed, request.Id, why.Text)) is null)
        {
            await CloseAsync(work, transaction);
        }
    }

    private async Task<Problem?> CloseAsync(Work work, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction)
    {
        if (await ledger.SealAsync(work) is { } conflict)
        {
            return Later(conflict);
        }

        await transaction.CommitAsync(CancellationToken.None);
        ledger.Publish(work);
        return null;
    }

    // Another server was first, or the database is busy: then the next round does what is left.
    private Problem? Later(Problem refused)
    {
        log.LogInformation("A scheduled request was not opened now: {Code}", refused.Code);
        return null;
    }

    private void OnChange(Change change)
    {
        if (change is { SubmissionId: null, EventNumber: > 0 })
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
