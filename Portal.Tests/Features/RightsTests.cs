using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Features.Delegations;
using Portal.Features.Drafting;
using Portal.Tests.Architecture;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>The places in which rights are tried: both reports stand in the same state, each with a document and a comment on its first item; each head has named a delegate for days to come; the next form version is being written.</summary>
public sealed class RightsPlaces : IAsyncDisposable
{
    private readonly Dictionary<string, TestPortal> places = [];

    internal async Task<TestPortal> InAsync(string state)
    {
        if (!places.TryGetValue(state, out var place))
        {
            place = await TestPortal.CreateAsync();
            foreach (var (unit, item) in new[] { ("21046", "XA-01"), ("p-ldtbxh", "LD-01") })
            {
                await place.AttachAsync(unit, item);
                await place.CommentAsync($"{unit}.canbo", unit, item, "Số liệu này tính đến ngày 30/6.");
                await place.BringAsync(unit, Enum.Parse<ItemState>(state));
                Assert.Null(await place.As($"{unit}.thutruong").Get<NameDelegate>().RunAsync(unit, place.As($"{unit}.canbo").PersonId!.Value, new(2024, 12, 2), new(2024, 12, 3), null, Guid.NewGuid()));
            }

            Assert.Null(await place.As(TestPortal.Coordinator).Get<ReviseRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()));
            Assert.Null(await place.As(TestPortal.Coordinator).Get<KeepTemplate>().RunAsync(TestPortal.RequestCode, "Công tác trẻ em", Guid.NewGuid()));
            places[state] = place;
        }

        return place;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var place in places.Values)
        {
            await place.DisposeAsync();
        }
    }
}

/// <summary>Who may do what (workflow §10): every use case is tried as everybody. What is denied changes nothing and leaves one access record.</summary>
[Trait("Engine", "both")]
public sealed class RightsTests(RightsPlaces places) : IClassFixture<RightsPlaces>
{
    private static readonly IReadOnlyDictionary<string, Type> UseCases = Rules.Written(typeof(PortalSetup).Assembly)
        .Where(t => t.Namespace!.StartsWith("Portal.Features.", StringComparison.Ordinal) && Rules.IsUseCase(t)).ToDictionary(t => t.FullName!["Portal.Features.".Length..]);

    private static readonly IReadOnlyList<RightsRow> Table = [.. RightsRow.Read().Where(r => !r.Surface.Contains(' '))];

    /// <summary>All use cases of the table.</summary>
    public static TheoryData<string> Surfaces { get; } = [.. Table.Select(r => r.Surface)];

    [Fact]
    public void The_table_names_every_use_case() => Assert.Equal([], RightsRow.Mismatches(Table, [.. UseCases.Keys]));

    [Fact]
    public void A_missing_and_a_superfluous_row_are_found() =>
        Assert.Equal(["no row for Fill.SendUp", "no surface Fill.SendDown"], RightsRow.Mismatches(Table.Select(r => r.Surface == "Fill.SendUp" ? r with { Surface = "Fill.SendDown" } : r), [.. UseCases.Keys]));

    [Theory]
    [MemberData(nameof(Surfaces))]
    public async Task Everybody_can_do_what_the_table_says_and_no_more(string surface) => Assert.Equal([], await TryAsync(Table.Single(r => r.Surface == surface)));

    [Theory]
    [InlineData("head", "refused")]
    [InlineData("officer other", "ok")]
    [InlineData("leader", "notfound")]
    [InlineData("disabled", "ok")]
    public async Task A_wrong_cell_is_found(string column, string claimed)
    {
        var row = Table.Single(r => r.Surface == "Fill.SendUp");
        var wrong = await TryAsync(row with { Cells = new Dictionary<string, string>(row.Cells) { [column] = claimed } });
        Assert.StartsWith($"Fill.SendUp as {column}:", Assert.Single(wrong), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> TryAsync(RightsRow row)
    {
        var place = await places.InAsync(row.State);
        var before = await place.SnapshotAsync();
        var wrong = new List<string>();
        foreach (var (column, expected) in row.Cells.Where(c => c.Value is "refused" or "notfound"))
        {
            var records = await place.AccessRecordsAsync();
            var problem = await PressAsync(place, row, column);
            if (Word(problem) != expected)
            {
                wrong.Add($"{row.Surface} as {column}: {Word(problem)} ({problem?.Code}), not {expected}");
                before = await place.SnapshotAsync();
                continue;
            }

            if (await place.AccessRecordsAsync() - records is var more and not 1)
            {
                wrong.Add($"{row.Surface} as {column}: {more} access records instead of one");
            }

            if (before.Differences(await place.SnapshotAsync()) is { Count: > 0 } changed)
            {
                wrong.Add($"{row.Surface} as {column}: changed {string.Join(", ", changed)}");
                before = await place.SnapshotAsync();
            }
        }

        foreach (var (column, _) in row.Cells.Where(c => c.Value == "ok"))
        {
            await using var fork = await place.ForkAsync();
            if (await PressAsync(fork, row, column) is { Kind: ProblemKind.Refused or ProblemKind.NotFound } problem)
            {
                wrong.Add($"{row.Surface} as {column}: {Word(problem)} ({problem.Code}), not ok");
            }
        }

        return wrong;
    }

    private static async Task<Problem?> PressAsync(TestPortal portal, RightsRow row, string column)
    {
        var (user, unit) = RightsRow.Columns[column];
        var scope = user is null ? portal.AsNobody() : portal.As(user);
        return await UseCaseArguments.CallAsync(scope.Get(UseCases[row.Surface]), unit, await portal.ReadAsync(unit), portal.Clock.Now);
    }

    private static string Word(Problem? problem) => problem?.Kind switch
    {
        ProblemKind.NotFound => "notfound",
        ProblemKind.Refused => "refused",
        _ => "ok",
    };
}
