using System.Collections.Concurrent;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Submissions;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Races;

/// <summary>Random presses, two at the same moment, on one report (workflow §11): a legal state comes out, the events lead to it, and whether it was in time is judged once.
/// <c>PORTAL_ROUNDS</c> sets how many pairs are pressed.</summary>
[Trait("Engine", "both")]
public sealed class RaceTests(ITestOutputHelper output)
{
    private const string Unit = "21046";
    private const int Longest = 40;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_ROUNDS"), out var rounds) ? rounds : 200;
    private static readonly int[] Drawn = [.. Press.All.SelectMany((p, at) => Enumerable.Repeat(at, p.Often))];
    private static readonly Gen<int> AnyPress = Gen.Int[0, Drawn.Length - 1].Select(at => Drawn[at]);
    private static readonly Gen<List<(int First, int Second)>> Courses = Gen.Select(AnyPress, AnyPress).List[Longest / 2, Longest];

    [Fact]
    public async Task Whatever_is_pressed_together_the_report_stays_legal()
    {
        await using var start = await TestPortal.CreateAsync();
        await start.FillAsync(Unit);
        var pressed = new ConcurrentDictionary<string, int>();
        var rounds = 0;
        await Courses.SampleAsync(async course =>
        {
            await using var portal = await start.ForkAsync();
            rounds += course.Count;
            Assert.Equal([], await PlayAsync(portal, course, pressed));
        }, iter: Math.Max(1, Rounds * 4 / 3 / Longest), threads: 1);
        output.WriteLine($"{rounds} pairs; had their effect: {string.Join(", ", pressed.OrderBy(p => p.Key).Select(p => $"{p.Key} {p.Value}"))}");
    }

    [Theory]
    [InlineData("state")]
    [InlineData("timeliness")]
    public async Task What_is_written_past_the_verbs_is_found(string what)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Equal([], await Legal.WrongAsync(portal, Unit));
        var id = (await portal.ReadAsync(Unit)).Id;
        await using (var db = portal.Open())
        {
            _ = what == "state"
                ? await db.Answers.Where(a => a.SubmissionId == id && a.ItemCode == "XA-01").ExecuteUpdateAsync(u => u.SetProperty(a => a.State, ItemState.Accepted))
                : await db.Submissions.Where(s => s.Id == id).ExecuteUpdateAsync(u => u.SetProperty(s => s.Timeliness, Timeliness.Late));
        }

        Assert.Single(await Legal.WrongAsync(portal, Unit));
    }

    private static async Task<IReadOnlyList<string>> PlayAsync(TestPortal portal, IReadOnlyList<(int First, int Second)> course, ConcurrentDictionary<string, int> pressed)
    {
        var judged = new List<Timeliness>();
        foreach (var (first, second) in course)
        {
            var pair = new[] { Press.All[first], Press.All[second] };
            var answers = await Task.WhenAll(pair.Select(p => Task.Run(() => p.RunAsync(portal, Unit))));
            foreach (var (press, answer) in pair.Zip(answers).Where(a => a.Second is null))
            {
                pressed.AddOrUpdate(press.Name, 1, (_, n) => n + 1);
            }

            if (await Legal.WrongAsync(portal, Unit) is { Count: > 0 } wrong)
            {
                return [.. wrong, $"after {pair[0].Name} ({answers[0]?.Code ?? "ok"}) and {pair[1].Name} ({answers[1]?.Code ?? "ok"})"];
            }

            var now = (await portal.ReadAsync(Unit)).Timeliness;
            if (now == Timeliness.Open && pair.Zip(answers).Any(a => a.First.Name == "Withdraw" && a.Second is null))
            {
                judged.Clear(); // what was withdrawn no longer counts, and the next sending is judged anew
            }

            if (judged.Count == 0 || judged[^1] != now)
            {
                judged.Add(now);
            }
        }

        // Judged once: from nothing, maybe over what an extension leaves open, to what stays.
        return judged.LastIndexOf(Timeliness.Open) > 0 || judged.Count(t => t is Timeliness.OnTime or Timeliness.OnTimeByExtension or Timeliness.Late) > 1 ? [$"judged {string.Join(", then ", judged)}"] : [];
    }
}
