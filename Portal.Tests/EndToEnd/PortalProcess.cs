using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Database;
using Portal.Demo;
using Portal.Tests.Support;

namespace Portal.Tests.EndToEnd;

/// <summary>The built portal in a process of its own, with the demonstration, on a free loopback port and a database of its own.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    // The demonstration is filled once; every portal that shows it unchanged begins with a copy.
    private static readonly Lazy<Task<PortalProcess>> Filled = new(FillAsync);

    private readonly TestDatabase database;
    private readonly IReadOnlyDictionary<string, string?> more;
    private Process process = null!;

    private PortalProcess(TestDatabase database, Uri address, IReadOnlyDictionary<string, string?> more) => (this.database, Address, this.more) = (database, address, more);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The project folder of the portal.</summary>
    public static string ProjectFolder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Portal"));

    /// <summary>The folder it writes into.</summary>
    internal string DataFolder => Path.Combine(database.Folder, "data");

    /// <summary>Its settings, as environment; a command beside it takes the same.</summary>
    internal IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Demo__Enabled"] = "true",
        ["Demo__LastYear"] = "false",
        ["Data__Folder"] = DataFolder,
        ["Database__Provider"] = TestDatabase.Provider,
        ["ConnectionStrings__Portal"] = database.ConnectionString,
    };

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="more">Settings besides, as environment.</param>
    public static async Task<PortalProcess> StartAsync(IReadOnlyDictionary<string, string?>? more = null)
    {
        var other = more?.Keys.Any(k => k.StartsWith("Demo__", StringComparison.Ordinal)) is true;
        return await BeginAsync(other ? await TestDatabase.CreateAsync() : await (await Filled.Value).CopyAsync(), more);
    }

    /// <summary>Takes away what portals begin with.</summary>
    public static async ValueTask ForgetAsync()
    {
        if (Filled is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await Filled.Value).DisposeAsync();
        }
    }

    private static async Task<PortalProcess> FillAsync()
    {
        var portal = await BeginAsync(await TestDatabase.CreateAsync(), null);
        await portal.StopAsync();
        await using var services = TestPortal.Compose(portal.database).BuildServiceProvider();
        await using var db = services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();
        await db.Settings.Where(s => s.Name == DemoClock.Setting).ExecuteDeleteAsync(); // each copy's clock begins at the demonstration's first hour
        return portal;
    }

    private static async Task<PortalProcess> BeginAsync(TestDatabase database, IReadOnlyDictionary<string, string?>? more)
    {
        var portal = new PortalProcess(database, new Uri($"http://127.0.0.1:{FreePort()}"), more ?? new Dictionary<string, string?>());
        try
        {
            await portal.RunAsync();
        }
        catch
        {
            await portal.DisposeAsync(); // nobody else would end it
            throw;
        }

        return portal;
    }

    private async Task<TestDatabase> CopyAsync()
    {
        var copy = await database.CopyAsync();
        foreach (var file in Directory.EnumerateFiles(DataFolder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy.Folder, "data", Path.GetRelativePath(DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    /// <summary>Starts the process, again after a kill, on the same database and port.</summary>
    public async Task RunAsync()
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(ProjectFolder, "bin", configuration, "net10.0", "Portal.dll"), "--urls", Address.ToString()])
        {
            WorkingDirectory = ProjectFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings.Concat(more))
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        var output = new List<string>();
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            Assert.False(process.HasExited, "The portal did not start:\n" + Lines(output));
            Assert.False(patience.IsCancellationRequested, "The portal does not answer:\n" + Lines(output));
            try
            {
                using var answer = await http.GetAsync("/health/ready", patience.Token);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, patience.Token); // it is not listening yet
            }
        }
    }

    /// <summary>Pulls the plug: SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does: SIGTERM.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        await database.DisposeAsync();
    }

    private static void Keep(List<string> output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Add(line);
            }
        }
    }

    private static string Lines(List<string> output)
    {
        lock (output)
        {
            return string.Join('\n', output);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
