using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Tests.Features;

/// <summary>Every verb in every state (workflow §§2, 4). What is not allowed is a Problem and an unchanged database.</summary>
[Trait("Engine", "both")]
public sealed class StateTableTests
{
    private static readonly IReadOnlyList<StateRow> Rows = StateRow.Read(Path.Combine(AppContext.BaseDirectory, "Features", "states.csv"));

    /// <summary>The places of the table that are brought about once each, and then tried with every verb.</summary>
    public static TheoryData<string, string> Places { get; } = [.. Rows.Select(r => (r.Request, r.State)).Distinct()];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Every_verb_does_what_the_table_says(string request, string state)
    {
        await using var place = await StatePlace.CreateAsync(request, state);
        var wrong = new List<string>();
        foreach (var row in Rows.Where(r => (r.Request, r.State) == (request, state)))
        {
            wrong.AddRange(await place.TryAsync(row));
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public void The_table_has_every_verb_in_every_state()
    {
        var missing = from verb in StateVerbs.All.Keys
                      from state in StatePlace.States
                      where Rows.Count(r => r == r with { Verb = verb, Request = nameof(RequestState.Open), State = state }) != 1
                      select $"{verb}, {state}";
        var closed = from verb in StateVerbs.All.Keys
                     from request in Enum.GetNames<RequestState>().Except([nameof(RequestState.Open)])
                     where !Rows.Any(r => r.Verb == verb && r.Request == request)
                     select $"{verb}, request {request}";
        var unknown = Rows.Where(r => !StateVerbs.All.ContainsKey(r.Verb) || !StatePlace.States.Contains(r.State)).Select(r => $"superfluous: {r.Verb}, {r.State}");
        Assert.Equal([], missing.Concat(closed).Concat(unknown));
        Assert.Equal(Enum.GetNames<ItemState>().Order(), StatePlace.States.Select(s => s.Split(' ')[0]).Distinct().Order());
    }

    [Theory]
    [InlineData("SendUp,Open,WithHead,ok,WithHead,WithHead,", "SendUp")] // said to be allowed, is refused
    [InlineData("SendBack,Open,WithHead,PackageWithHead,WithHead,WithHead,", "SendBack")] // said to be refused, is allowed
    [InlineData("EditField,Open,WithHead,LockedSent,WithHead,WithHead,", "LockedWithHead")] // refused for another reason
    [InlineData("SendBack,Open,WithHead,ok,SentBack,SentBack,7 SentBackByHead", "others")] // another state of what was not chosen
    [InlineData("SendBack,Open,WithHead,ok,SentBack,Drafting,6 SentBackByHead", "7 SentBackByHead")] // an event less
    public async Task A_wrong_row_is_found(string row, string said)
    {
        await using var place = await StatePlace.CreateAsync("Open", "WithHead");
        Assert.Contains(await place.TryAsync(StateRow.Parse(row)), w => w.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_that_leaves_something_behind_is_found()
    {
        await using var place = await StatePlace.CreateAsync("Open", "Drafting");
        var row = StateRow.Parse("EditField,Open,Drafting,LockedSent,Drafting,Drafting,");
        Assert.Contains(await place.TryAsync(row, async (portal, _) =>
        {
            await portal.EditAsync(StateVerbs.Unit, "XA-01", "giaiPhap", "Đã ghi mà vẫn nói là không.");
            return Portal.Domain.Problem.State(nameof(Portal.Domain.Problems.LockedSent));
        }), w => w.Contains("Values", StringComparison.Ordinal));
    }
}

/// <summary>One row of states.csv.</summary>
/// <param name="Verb">Which verb.</param>
/// <param name="Request">Where the request stands.</param>
/// <param name="State">Where everything in the report stands, with what more must be said of it.</param>
/// <param name="Result"><c>ok</c>, or the refusal's code.</param>
/// <param name="Item">The state of the verb's item afterwards.</param>
/// <param name="Others">The state of everything else afterwards.</param>
/// <param name="Events">What is recorded: <c>7 SignedOff + 7 Sent</c>.</param>
internal sealed record StateRow(string Verb, string Request, string State, string Result, string Item, string Others, string Events)
{
    public static IReadOnlyList<StateRow> Read(string file) => [.. File.ReadLines(file).Skip(1).Select(Parse)];

    public static StateRow Parse(string line) => line.Split(',') is [var verb, var request, var state, var result, var item, var others, var events]
        ? new(verb, request, state, result, item, others, events)
        : throw new FormatException(line);
}
