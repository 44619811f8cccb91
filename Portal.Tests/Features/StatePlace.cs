using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>A portal in which one report stands in one state, against which rows of the state table are tried. Refusals are tried on it; what is allowed is tried on a copy.</summary>
internal sealed class StatePlace : IAsyncDisposable
{
    private readonly TestPortal portal;
    private readonly Submission seen;
    private readonly Snapshot before;

    private StatePlace(TestPortal portal, Submission seen, Snapshot before) => (this.portal, this.seen, this.before) = (portal, seen, before);

    /// <summary>All states of workflow §2; "again" after a first sending, "unsigned" while the cover lacks what may be filled in after the sign-off.</summary>
    public static IReadOnlyList<string> States { get; } =
    [
        "NotStarted", "Drafting", "WithHead", "WithHead again", "WithHead unsigned", "SentBack", "SentBack again", "Approved unsigned", "Approved", "Approved again",
        "Sent", "Returned", "Resent", "Accepted", "Included", "Cancelled",
    ];

    /// <summary>Brings it about, by the verbs that lead there. In every state but the first there is a document on XA-01.</summary>
    public static async Task<StatePlace> CreateAsync(string request, string state)
    {
        var portal = await TestPortal.CreateAsync();
        var target = Enum.Parse<ItemState>(state.Split(' ')[0]);
        if (target != ItemState.NotStarted)
        {
            await portal.AttachAsync(StateVerbs.Unit, "XA-01");
        }

        if (state == "WithHead unsigned")
        {
            await portal.FillAsync(StateVerbs.Unit, signer: null);
            await portal.SendUpAsync(StateVerbs.Unit);
        }
        else
        {
            await portal.BringAsync(StateVerbs.Unit, target, state.EndsWith("again", StringComparison.Ordinal));
        }

        if (target == ItemState.Approved && !state.EndsWith("unsigned", StringComparison.Ordinal))
        {
            await portal.EditAsync(StateVerbs.Unit, ItemAnswer.Cover, TestPortal.CoverSigner, "Chủ tịch UBND xã");
        }

        await using (var db = portal.Open())
        {
            // Only issuing has a verb so far.
            await db.Requests.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, Enum.Parse<RequestState>(request)));
        }

        return new(portal, await portal.ReadAsync(StateVerbs.Unit), await portal.SnapshotAsync());
    }

    /// <summary>Tries one row.</summary>
    /// <param name="row">What should come out.</param>
    /// <param name="press">What is pressed; by default the row's verb.</param>
    /// <returns>What came out differently.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(StateRow row, Func<TestPortal, Submission, Task<Problem?>>? press = null)
    {
        press ??= StateVerbs.All[row.Verb].Press;
        var wrong = row.Result == "ok" ? await AllowedAsync(row, press) : await RefusedAsync(row, press);
        return [.. wrong.Select(w => $"{row.Verb} on {row.State}: {w}")];
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private async Task<List<string>> AllowedAsync(StateRow row, Func<TestPortal, Submission, Task<Problem?>> press)
    {
        await using var fork = await portal.ForkAsync();
        long last;
        await using (var db = fork.Open())
        {
            last = await db.Events.MaxAsync(e => e.Number);
        }

        if (await press(fork, seen) is { } problem)
        {
            return [$"was refused: {problem.Code}"];
        }

        var wrong = new List<string>();
        var after = await fork.ReadAsync(StateVerbs.Unit);
        var item = StateVerbs.All[row.Verb].Item;
        if (after.Find(item)!.State.ToString() != row.Item)
        {
            wrong.Add($"{item} is {after.Find(item)!.State}, not {row.Item}");
        }

        var others = after.Answers.Where(a => a.ItemCode != item).Select(a => a.State.ToString()).Distinct().ToList();
        if (others is not [var only] || only != row.Others)
        {
            wrong.Add($"the others are {string.Join(", ", others)}, not {row.Others}");
        }

        await using var read = fork.Open();
        var events = (await read.Events.Where(e => e.SubmissionId == after.Id).OrderBy(e => e.Number).ToListAsync());
        var recorded = string.Join(" + ", events.Where(e => e.Number > last).GroupBy(e => e.Verb).Select(g => g.Count() == 1 ? $"{g.Key}" : $"{g.Count()} {g.Key}").Order());
        if (recorded != string.Join(" + ", row.Events.Split(" + ").Order()))
        {
            wrong.Add($"recorded {recorded}, not {row.Events}");
        }

        wrong.AddRange(Replayed(events, after));
        return wrong;
    }

    private async Task<List<string>> RefusedAsync(StateRow row, Func<TestPortal, Submission, Task<Problem?>> press)
    {
        var records = await portal.AccessRecordsAsync();
        var problem = await press(portal, seen);
        List<string> wrong = problem?.Code == row.Result ? [] : [$"answered {problem?.Code ?? "ok"}, not {row.Result}"];
        wrong.AddRange(before.Differences(await portal.SnapshotAsync()).Select(d => $"changed {d}"));
        var audited = problem?.Kind is ProblemKind.NotFound or ProblemKind.Refused or ProblemKind.State ? 1 : 0;
        var more = await portal.AccessRecordsAsync() - records;
        if (more != audited)
        {
            wrong.Add($"{more} access records instead of {audited}");
        }

        return wrong;
    }

    private static IEnumerable<string> Replayed(List<SubmissionEvent> events, Submission stored)
    {
        var states = stored.Answers.ToDictionary(a => a.ItemCode, _ => ItemState.NotStarted);
        foreach (var e in events.Where(e => e.To is not null))
        {
            if (e.From != states[e.ItemCode!] && (e.From, states[e.ItemCode!]) is not (ItemState.Included, ItemState.Accepted)) // written over, see below
            {
                yield return $"event {e.Number} {e.Verb} says {e.ItemCode} came from {e.From}; it was {states[e.ItemCode!]}";
            }

            states[e.ItemCode!] = e.To!.Value;
        }

        // No verb leads to the last two yet: the place writes them over.
        foreach (var item in stored.Answers.Where(a => a.State != states[a.ItemCode] && a.State is not (ItemState.Included or ItemState.Cancelled)))
        {
            yield return $"the events lead {item.ItemCode} to {states[item.ItemCode]}, the row says {item.State}";
        }
    }
}
