using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Database;
using Portal.Domain.People;
using Portal.Tests.EndToEnd;
using Portal.Tests.Features.Consolidation;
using Portal.Tests.Support;

namespace Portal.Tests.CommandLine;

[Trait("Engine", "both")]
public sealed class CommandTests : IAsyncLifetime
{
    private const string Password = "mot cau du dai de nho";
    private TestDatabase database = null!;

    private Dictionary<string, string?> Production => new()
    {
        ["Data__Folder"] = Path.Combine(database.Folder, "data"),
        ["Database__Provider"] = TestDatabase.Provider,
        ["ConnectionStrings__Portal"] = database.ConnectionString,
    };

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Help_is_given_for_the_program_and_for_each_command()
    {
        foreach (var args in new string[][] { ["--help"], ["admin", "--help"], ["admin", "create", "--help"], ["demo", "--help"], ["demo", "reset", "--help"], ["letter", "--help"], ["letter", "read", "--help"], ["letter", "measure", "--help"], ["report", "build", "--help"] })
        {
            var help = await RunAsync("", args);
            Assert.Equal(0, help.Code);
            Assert.Contains(args.Length == 1 ? "admin" : args[0], help.Output, StringComparison.Ordinal);
            Assert.Equal("", help.Errors);
        }
    }

    [Fact]
    public async Task A_letter_is_read_and_measured_without_a_database()
    {
        var samples = Path.Combine(AppContext.BaseDirectory, "Domain", "Letters", "samples");

        var read = await RunAsync("", "letter", "read", Path.Combine(samples, "24.txt"));
        var measured = await RunAsync("", "letter", "measure", samples);
        var missing = await RunAsync("", "letter", "read", Path.Combine(samples, "none.txt"));

        Assert.True(read.Code == 0, read.Errors);
        Assert.Equal("UBND-VX", (string?)System.Text.Json.Nodes.JsonNode.Parse(read.Output)!["symbol"]);
        Assert.True(measured.Code == 0, measured.Errors);
        Assert.Contains("precision", measured.Output, StringComparison.Ordinal);
        Assert.Equal(1, missing.Code);
        Assert.False(Directory.Exists(Production["Data__Folder"]));
    }

    [Fact]
    public async Task A_report_is_built_beside_a_live_portal_or_it_is_said_why_not()
    {
        var file = Path.Combine(database.Folder, "bao-cao.docx");
        var empty = await RunAsync("", "report", "build", "--request", TestPortal.RequestCode, "--out", file);
        Assert.Equal(1, empty.Code);
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcceptedAsync("21046", ("XA-01", "XA01.01", "7"));
        Dictionary<string, string?> beside = new() { ["Data__Folder"] = portal.Folder, ["Database__Provider"] = TestDatabase.Provider, ["ConnectionStrings__Portal"] = portal.ConnectionString };
        var unknown = await PortalCommand.RunAsync(PortalCommand.Built, beside, "", "report", "build", "--request", "KHONG-CO", "--out", file);
        Assert.Equal((1, false), (unknown.Code, File.Exists(file)));
        Assert.Contains("KHONG-CO", unknown.Errors, StringComparison.Ordinal);

        var drafted = await PortalCommand.RunAsync(PortalCommand.Built, beside, "", "report", "build", "--request", TestPortal.RequestCode, "--out", file);
        Assert.True(drafted.Code == 0, drafted.Errors);
        Assert.Contains(ComposedPortal.Read(new MemoryStream(await File.ReadAllBytesAsync(file))).Paragraphs, p => p.Contains("7 văn bản (1/22 đơn vị có số liệu)", StringComparison.Ordinal));

        await portal.DraftAsync();
        Assert.Null(await portal.SubmitAsync());
        var version = await PortalCommand.RunAsync(PortalCommand.Built, beside, "", "report", "build", "--request", TestPortal.RequestCode, "--out", file);
        Assert.True(version.Code == 0, version.Errors);
        Assert.Equal((await portal.LookAsync()).Versions.Single().File, TestPortal.Hash(await File.ReadAllBytesAsync(file)));
        Assert.False(File.Exists(file + ".tmp"));
    }

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("report", "build", "--request", "X")]
    [InlineData("letter", "read")]
    [InlineData("admin")]
    [InlineData("admin", "create", "--user-name", "quantri")]
    [InlineData("demo", "reset", "--all")]
    public async Task Wrong_usage_ends_with_2_and_says_so_on_standard_error(params string[] args)
    {
        var answer = await RunAsync("", args);
        Assert.Equal(2, answer.Code);
        Assert.Contains("--help", answer.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Production["Data__Folder"]));
    }

    [Fact]
    public async Task The_first_administrator_is_made_once()
    {
        var made = await CreateAsync("quantri", Password);
        Assert.True(made.Code == 0, made.Errors);
        Assert.Contains("quantri", made.Output, StringComparison.Ordinal);
        await using (var db = Open())
        {
            var person = await db.People.Include(p => p.Roles).SingleAsync();
            Assert.Equal(("Nguyễn Quản Trị", Role.Administrator, "VP-HDND-UBND"), (person.Name, Assert.Single(person.Roles).Role, person.UnitCode));
            Assert.Equal(person.Id, (await db.Users.SingleAsync()).PersonId);
        }

        var again = await CreateAsync("quantri", Password);
        Assert.Equal(1, again.Code);
        Assert.Contains("đã có người dùng", again.Errors, StringComparison.Ordinal);
        await using var after = Open();
        Assert.Equal(1, await after.People.CountAsync());
    }

    [Theory]
    [InlineData("quantri", "ngan", "ít nhất 15 ký tự")]
    [InlineData("quản trị", Password, "không dùng được")]
    public async Task A_weak_password_or_a_strange_name_is_refused_in_Vietnamese(string userName, string password, string why)
    {
        var answer = await CreateAsync(userName, password);
        Assert.Equal(1, answer.Code);
        Assert.Contains(why, answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Errors, StringComparison.Ordinal);
        await using var db = Open();
        Assert.Equal(0, await db.People.CountAsync());
    }

    [Fact]
    public async Task A_setting_that_cannot_be_is_refused_at_the_start_with_a_sentence()
    {
        var settings = new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Circuits__RetainedMinutes"] = "0" };
        var answer = await PortalCommand.RunAsync(PortalCommand.Built, settings, "");
        Assert.Equal(1, answer.Code);
        Assert.Contains("Circuits:RetainedMinutes", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_is_not_reset_where_there_is_none()
    {
        Assert.Equal(0, (await CreateAsync("quantri", Password)).Code);
        var answer = await RunAsync("", "demo", "reset");
        Assert.Equal(1, answer.Code);
        Assert.Contains("Demo:Enabled", answer.Errors, StringComparison.Ordinal);
        await using var db = Open();
        Assert.Equal(1, await db.People.CountAsync());
    }

    [Fact]
    public async Task Beside_a_running_server_an_administrator_is_made_and_a_reset_refused()
    {
        await using var server = await PortalProcess.StartAsync();
        var settings = server.Settings.ToDictionary(s => s.Key, s => s.Value);
        var made = await PortalCommand.RunAsync(PortalCommand.Built, settings, Password, "admin", "create", "--user-name", "them", "--name", "Người thêm", "--password-stdin");
        Assert.True(made.Code == 0, made.Errors);

        var reset = await PortalCommand.RunAsync(PortalCommand.Built, settings, "", "demo", "reset");
        Assert.Equal(1, reset.Code);
        Assert.Contains("Máy chủ đang dùng", reset.Errors, StringComparison.Ordinal);

        await server.KillAsync();
        reset = await PortalCommand.RunAsync(PortalCommand.Built, settings, "", "demo", "reset");
        Assert.True(reset.Code == 0, reset.Errors);
        await server.RunAsync();
        await using var db = Open(settings);
        Assert.Equal(60, await db.Users.CountAsync());
        Assert.Equal(18, await db.Documents.CountAsync());
    }

    private Task<Answered> CreateAsync(string userName, string password) =>
        RunAsync(password + "\n", "admin", "create", "--user-name", userName, "--name", "Nguyễn Quản Trị", "--password-stdin");

    private Task<Answered> RunAsync(string input, params string[] args) => PortalCommand.RunAsync(PortalCommand.Built, Production, input, args);

    private PortalDb Open() => Open(Production);

    private static PortalDb Open(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value))).Build();
        return new ServiceCollection().AddPortalDatabase(configuration, settings["Data__Folder"]!).BuildServiceProvider().GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();
    }
}
