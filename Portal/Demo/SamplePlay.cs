using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Features.Evidence;
using Portal.Features.Fill;
using Portal.Features.Requests;
using Portal.Features.Review;
using Portal.Features.SignOff;
using Portal.Platform;
using Portal.Platform.Files;
using Portal.Platform.Identity;
using Portal.Platform.Options;
using Portal.Shared.Fields;

namespace Portal.Demo;

/// <summary>Plays samples: each step as its person, at its sample time, by the use case that a page would call. Nothing is written past them.</summary>
public sealed class SamplePlay(IServiceScopeFactory scopes, IDbContextFactory<PortalDb> dbs, PortalClock clock, EvidenceStore store)
{
    private static readonly TimeSpan BetweenItems = TimeSpan.FromMinutes(15);

    /// <summary>Makes the one-time key of each press.</summary>
    public Func<Guid> NewKey { get; init; } = Guid.NewGuid;

    /// <summary>The coordinator issues the request.</summary>
    public Task IssueAsync(string requestCode, string coordinator, DateTimeOffset at)
    {
        clock.MoveTo(at);
        return AsAsync<IssueRequest>(coordinator, issue => issue.RunAsync(requestCode, false, NewKey()));
    }

    /// <summary>The leader closes the request, a month after the last step.</summary>
    public Task CloseAsync(string requestCode, string leader, string reason)
    {
        clock.MoveTo(clock.Now.AddMonths(1));
        return AsAsync<CloseRequest>(leader, close => close.RunAsync(requestCode, reason, NewKey()));
    }

    /// <summary>Plays reports side by side, in the order of their times.</summary>
    /// <param name="requestCode">The request.</param>
    /// <param name="coordinator">User name of who reviews.</param>
    /// <param name="reports">What to play.</param>
    /// <exception cref="StartRefusedException">A use case refused a step; the message says which and why.</exception>
    public async Task RunAsync(string requestCode, string coordinator, IReadOnlyList<SampleReport> reports)
    {
        foreach (var (at, act) in reports.SelectMany(r => Steps(new(requestCode, r.Unit), coordinator, r)).OrderBy(s => s.At))
        {
            if (clock.Now < at)
            {
                clock.MoveTo(at); // never back: two steps of one minute keep their order
            }

            await act();
        }
    }

    private IEnumerable<(DateTimeOffset At, Func<Task> Act)> Steps(ReportKey report, string coordinator, SampleReport sample)
    {
        foreach (var (k, item) in sample.Items.Keys.Index())
        {
            yield return (sample.Filled + BetweenItems * k, () => FillAsync(report, item, sample));
        }

        foreach (var (k, document) in sample.Documents.Index())
        {
            yield return (sample.Filled + BetweenItems * (sample.Items.Count + k), () => AttachAsync(report, document));
        }

        if (sample.End >= SampleEnd.WithHead)
        {
            yield return (sample.SentUp!.Value, () => AsAsync<SendUp>(Officer(report), use => use.RunAsync(report, null, NewKey())));
        }

        if (sample.End >= SampleEnd.Sent)
        {
            yield return (sample.SignedOff!.Value, () => SignOffAsync(report));
        }

        if (sample.Return is { } back)
        {
            yield return (sample.Reviewed!.Value, () => AsAsync<ReturnItem>(coordinator, use => use.RunAsync(report, back.Item, back.Reason, back.Due, 1, NewKey())));
        }

        if (sample.End >= SampleEnd.Returned)
        {
            yield return (sample.Reviewed!.Value.AddMinutes(5), () => AcceptAsync(report, coordinator));
        }
    }

    private Task FillAsync(ReportKey report, string item, SampleReport sample) => AsAsync<SaveFields>(Officer(report), async save =>
    {
        var saved = await save.RunAsync(report, item, [.. sample.Typed(item).Select(typed => new FieldPatch(typed.Path, typed.Text, 0, NewKey()))]);
        return saved.Problem ?? saved.Value!.Where(r => r.Problem is not null).Select(r => r.Problem! with { Text = $"{item} {r.Path}: {r.Problem.Text}" }).FirstOrDefault();
    });

    private async Task AttachAsync(ReportKey report, SampleDocument sample)
    {
        using var bytes = new MemoryStream(SamplePdf.Write(sample.Title, sample.Lines, DemoText.SampleMark));
        var stored = await store.SaveAsync(bytes, sample.File, EvidenceLimits.Default, CancellationToken.None);
        Must(stored.Problem, report);
        DocumentAnswer? document = null;
        await AsAsync<AttachDocument>(Officer(report), async attach =>
        {
            var attached = await attach.RunAsync(report, sample.Items[0], stored.Value!, NewKey());
            document = attached.Value;
            return attached.Problem;
        });
        var description = new Description(sample.Kind, sample.Number, sample.IssuedOn, sample.Issuer, sample.Summary, false, document!.Version);
        await AsAsync<DescribeDocument>(Officer(report), async describe => (await describe.RunAsync(report, document.Id, description, NewKey())).Problem);
        foreach (var item in sample.Items.Skip(1))
        {
            await AsAsync<LinkDocument>(Officer(report), link => link.RunAsync(report, item, document.Id, NewKey()));
        }
    }

    private async Task SignOffAsync(ReportKey report)
    {
        string? shown = null;
        await AsAsync<PackageView>(Head(report), async view =>
        {
            var package = await view.RunAsync(report, null);
            shown = package.Value?.Hash;
            return package.Problem;
        });
        await AsAsync<SignOffReport>(Head(report), sign => sign.RunAsync(report, shown!, null, NewKey()));
    }

    private Task AcceptAsync(ReportKey report, string coordinator) => AsAsync<AcceptAll>(coordinator, async accept =>
    {
        var skipped = await accept.RunAsync(report, NewKey());
        return skipped.Problem ?? (skipped.Value is [var first, ..] ? Problem.Invalid(nameof(Problems.NotComplete), first.ItemCode, first.Why) : null);
    });

    private async Task AsAsync<T>(string userName, Func<T, Task<Problem?>> act) where T : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await using (var db = dbs.CreateDbContext())
        {
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(await db.Users.Where(u => u.UserName == userName).Select(u => u.PersonId).SingleAsync());
        }

        Must(await act(scope.ServiceProvider.GetRequiredService<T>()), userName);
    }

    private static void Must(Problem? problem, object where)
    {
        if (problem is not null)
        {
            throw new StartRefusedException($"Sample step refused ({where}): {problem.Text}");
        }
    }

    private static string Officer(ReportKey report) => $"{report.UnitLogin}.canbo";

    private static string Head(ReportKey report) => $"{report.UnitLogin}.thutruong";
}
