using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.App;
using Portal.Database;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Identity;
using Portal.Platform.Live;
using Portal.Platform.Mail;
using Portal.Platform.Options;

[assembly: AssemblyFixture(typeof(Portal.Tests.Support.TestTemplate))]

namespace Portal.Tests.Support;

/// <summary>The portal without its web server, on a real database of its own that already holds the letter, its units and people. The clock starts at 08:00 on 01/7/2024 (+07:00), two days before the deadline.</summary>
internal sealed partial class TestPortal : IAsyncDisposable
{
    /// <summary>When every test begins.</summary>
    public static readonly DateTimeOffset Start = new(2024, 7, 1, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>The letter's request, as addresses name it.</summary>
    public const string RequestCode = "BS-2024-TREEM-HDND";

    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private readonly List<TestScope> scopes = [];
    private Dictionary<string, int>? people;

    private TestPortal(TestDatabase database, MailSettings? mail = null, Action<IServiceCollection>? more = null)
    {
        this.database = database;
        var parts = Compose(database, mail);
        more?.Invoke(parts);
        services = parts.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        Clock.MoveTo(Start);
    }

    /// <summary>The portal's clock.</summary>
    public PortalClock Clock => services.GetRequiredService<PortalClock>();

    /// <summary>What other pages are told.</summary>
    public ChangeFeed Feed => services.GetRequiredService<ChangeFeed>();

    /// <summary>Everything, without a person.</summary>
    public IServiceProvider Services => services;

    /// <summary>The folder in which the portal writes.</summary>
    public string Folder => database.Folder;

    /// <summary>As <c>ConnectionStrings:Portal</c> says it.</summary>
    public string ConnectionString => database.ConnectionString;

    /// <summary>A portal on a fresh copy of the template.</summary>
    /// <param name="mail">Its mail server; null: none.</param>
    /// <param name="more">What is to be registered besides.</param>
    public static async Task<TestPortal> CreateAsync(MailSettings? mail = null, Action<IServiceCollection>? more = null) => new(await (await TestTemplate.ReadyAsync()).CopyAsync(), mail, more);

    /// <summary>A second portal on a copy of this one's database as it stands now, its clock at the same instant.</summary>
    public async Task<TestPortal> ForkAsync()
    {
        var fork = new TestPortal(await database.CopyAsync());
        fork.Clock.MoveTo(Clock.Now);
        return fork;
    }

    /// <summary>A person, by the name with which he signs in. The scope ends with the portal.</summary>
    public TestScope As(string userName)
    {
        using (var db = Open())
        {
            people ??= db.Users.ToDictionary(u => u.UserName!, u => u.PersonId);
        }

        return Scope(people.TryGetValue(userName, out var id) ? id : throw new ArgumentException($"Nobody signs in as {userName}.", nameof(userName)));
    }

    /// <summary>Nobody: what a visitor is before he signs in.</summary>
    public TestScope AsNobody() => Scope(null);

    /// <summary>One unit's report to the letter's request.</summary>
    public static ReportKey Report(string unitLogin) => new(RequestCode, unitLogin);

    /// <summary>A context of one's own, to look at rows.</summary>
    public PortalDb Open() => services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();

    /// <summary>A unit's report with everything in it, as it stands in the database.</summary>
    public async Task<Submission> ReadAsync(string unitLogin)
    {
        await using var db = Open();
        var id = await db.Submissions.Where(s => s.Request.Code == RequestCode && db.Units.Any(u => u.Code == s.UnitCode && u.LoginCode == unitLogin)).Select(s => s.Id).SingleAsync();
        return await Gate.LoadAsync(db, id);
    }

    /// <summary>How often somebody was recorded as refused, signed in or let out data: the sum of the records' counts.</summary>
    public async Task<int> AccessRecordsAsync()
    {
        await using var db = Open();
        return await db.AccessRecords.SumAsync(r => r.Count);
    }

    /// <summary>What stands in every table, except the access records and the end of their chain.</summary>
    public async Task<Snapshot> SnapshotAsync()
    {
        await using var db = Open();
        return await Snapshot.TakeAsync(db);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var scope in scopes)
        {
            await scope.DisposeAsync();
        }

        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    internal static IServiceCollection Compose(TestDatabase database, MailSettings? mail = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Folder"] = database.Folder,
            ["Database:Provider"] = TestDatabase.Provider,
            ["ConnectionStrings:Portal"] = database.ConnectionString,
        }).Build();
        var options = new PortalOptions(database.Folder, new DemoOptions()) { Mail = mail };
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(options)
            .AddLogging()
            .AddHttpContextAccessor()
            .AddPortalCore(configuration, options)
            .AddPortalIdentity(configuration, options, Urls.SignIn, Urls.NotFound);
    }

    private TestScope Scope(int? personId)
    {
        var scope = new TestScope(services.CreateAsyncScope(), personId);
        scopes.Add(scope);
        return scope;
    }
}

/// <summary>What one signed-in person has before him.</summary>
internal sealed class TestScope : IAsyncDisposable
{
    private readonly AsyncServiceScope scope;

    public TestScope(AsyncServiceScope scope, int? personId)
    {
        (this.scope, PersonId) = (scope, personId);
        if (personId is { } id)
        {
            Get<CurrentUser>().Become(id);
        }
    }

    /// <summary>The person; null for nobody.</summary>
    public int? PersonId { get; }

    /// <summary>A use case, a query or what else is registered.</summary>
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <inheritdoc cref="Get{T}"/>
    public object Get(Type type) => scope.ServiceProvider.GetRequiredService(type);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

/// <summary>The one migrated and filled database of a run, of which every test gets a copy.</summary>
public sealed class TestTemplate : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> Template = new(MakeAsync);

    internal static Task<TestDatabase> ReadyAsync() => Template.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Template is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Template.Value).DisposeAsync();
        }
    }

    private static async Task<TestDatabase> MakeAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using (var services = TestPortal.Compose(database).BuildServiceProvider())
        {
            services.GetRequiredService<PortalClock>().MoveTo(TestPortal.Start);
            await DatabaseSetup.MigrateAsync(services.GetRequiredService<IDbContextFactory<PortalDb>>());
            await TestLetter.FillAsync(services);
        }

        await database.SettleAsync();
        return database;
    }
}
