using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain.Notices;
using Portal.Domain.Submissions;
using Portal.Platform;

namespace Portal.Tests.Architecture;

/// <summary>Rules about how types are made.</summary>
public sealed class TypeTests
{
    private static readonly IReadOnlyList<Type> All = Rules.Written(typeof(PortalSetup).Assembly);

    /// <summary>Pages that a visitor sees before he signs in.</summary>
    private static readonly HashSet<string> Open = [Urls.SignIn, Urls.Error, Urls.NotFound];

    [Fact]
    public void Nobody_reads_the_machines_clock() => Assert.Equal([], Rules.ReadingTheClock(All));

    [Fact]
    public void Who_reads_the_machines_clock_is_found() => Assert.Equal(2, Rules.ReadingTheClock([typeof(Samples.ReadsTheClock)]).Count);

    [Fact]
    public void Only_the_portals_clock_and_sign_in_know_the_systems_time() => Assert.Equal([],
        Rules.Using(All.Where(t => t != typeof(PortalClock) && t != typeof(PortalSetup) && t.Namespace != "Portal.Platform.Identity"), "System.TimeProvider"));

    [Fact]
    public void Who_else_knows_the_systems_time_is_found() => Assert.NotEmpty(Rules.Using([typeof(Samples.HasATimeProvider)], "System.TimeProvider"));

    [Fact]
    public void Nobody_is_given_an_open_context() => Assert.Equal([], Rules.InjectedContexts(All));

    [Fact]
    public void Who_is_given_an_open_context_is_found() => Assert.Single(Rules.InjectedContexts([typeof(Samples.HasAContext)]));

    [Fact]
    public void Use_cases_are_sealed_and_run_in_one_way() =>
        Assert.Equal([], Rules.WrongUseCases(All.Where(t => t.Namespace!.StartsWith("Portal.Features.", StringComparison.Ordinal))));

    [Theory]
    [InlineData(typeof(Samples.NotSealedUseCase))]
    [InlineData(typeof(Samples.TwoRunsUseCase))]
    [InlineData(typeof(Samples.NoRunUseCase))]
    public void A_use_case_of_another_shape_is_found(Type type) => Assert.Single(Rules.WrongUseCases([type]));

    [Fact]
    public void No_interface_waits_for_its_second_implementation() => Assert.Equal([], Rules.LonelyInterfaces(All));

    [Fact]
    public void An_interface_with_one_implementation_is_found() => Assert.Single(Rules.LonelyInterfaces([typeof(Samples.ILonely), typeof(Samples.Lonely)]));

    [Fact]
    public void Every_name_says_what_it_is() => Assert.Equal([], Rules.EmptyNamed(All.Concat(Rules.Written(typeof(TypeTests).Assembly).Where(t => t.Namespace != typeof(Samples.Lonely).Namespace))));

    [Fact]
    public void A_name_that_says_nothing_is_found() => Assert.Single(Rules.EmptyNamed([typeof(Samples.LetterManager)]));

    [Fact]
    public void Pages_ask_for_a_sign_in() => Assert.Equal([], Rules.OpenPages(All, Open));

    [Fact]
    public void A_page_that_is_open_is_found() => Assert.Equal(2, Rules.OpenPages([typeof(Samples.OpenPage), typeof(Samples.AnonymousPage)], Open).Count);

    [Fact]
    public void Every_event_says_who_is_told() => Assert.All(Enum.GetValues<EventVerb>(), verb => Assert.NotNull(NoticeTable.Of(verb)));

    [Fact]
    public void An_event_without_a_row_is_found() => Assert.Throws<ArgumentOutOfRangeException>(() => NoticeTable.Of((EventVerb)1000));

    [Fact]
    public void Neither_engine_has_pending_model_changes()
    {
        using var sqlite = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=127.0.0.1").Options);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "SQLite: add a migration.");
        Assert.False(postgres.Database.HasPendingModelChanges(), "PostgreSQL: add a migration.");
    }
}
