using System.Diagnostics;
using System.Text;
using Portal.Platform.Files;

namespace Portal.Tests.Support;

/// <summary>A real clamd of the test's own: one signature, a socket in a folder of its own, ended by its id.</summary>
internal sealed class Clamd : IAsyncDisposable
{
    /// <summary>What it takes for a virus.</summary>
    public const string Marker = "PORTAL-TEST-MARKER-5f1c";

    /// <summary>What it calls that (it marks signatures that are not ClamAV's own).</summary>
    public const string Signature = "Portal.Test.Marker.UNOFFICIAL";

    /// <summary>The longest stream it takes, in bytes.</summary>
    public const int StreamMax = 4 * 1024 * 1024;

    /// <summary>The longest file it looks at.</summary>
    public const int FileMax = 3 * 1024 * 1024;

    private const string Program = "/usr/sbin/clamd";

    private readonly string folder;
    private readonly Process process;

    private Clamd(string folder, Process process) => (this.folder, this.process) = (folder, process);

    /// <summary>Its Unix socket, as the setting names it.</summary>
    public string Setting => $"unix://{SocketOf(folder)}";

    /// <summary>The same, read.</summary>
    public ScannerAddress Address => ScannerAddress.Read(Setting)!;

    /// <summary>Starts one and waits until it says that it is at work.</summary>
    /// <param name="tcpPort">Listens there too, on loopback; null: on its socket only.</param>
    public static async Task<Clamd> StartAsync(int? tcpPort = null)
    {
        var folder = Directory.CreateTempSubdirectory("clamd").FullName;
        var database = Directory.CreateDirectory(Path.Combine(folder, "db")).FullName;
        await File.WriteAllTextAsync(Path.Combine(database, "portal.ndb"), $"Portal.Test.Marker:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Marker))}\n");
        var config = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(config, $"""
            Foreground yes
            DatabaseDirectory {database}
            TemporaryDirectory {folder}
            LocalSocket {SocketOf(folder)}
            StreamMaxLength {StreamMax}
            MaxFileSize {FileMax}
            AlertExceedsMax yes
            {(tcpPort is { } port ? $"TCPSocket {port}\nTCPAddr 127.0.0.1" : "")}

            """);
        var process = Process.Start(new ProcessStartInfo(Program, ["--config-file", config]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new StringBuilder();
        void Heard(string? line)
        {
            lock (said)
            {
                said.AppendLine(line);
            }

            if (line?.StartsWith("Self checking", StringComparison.Ordinal) == true) // the last thing it says before it waits for work
            {
                started.TrySetResult();
            }
        }

        process.OutputDataReceived += (_, e) => Heard(e.Data);
        process.ErrorDataReceived += (_, e) => Heard(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(started.Task, process.WaitForExitAsync()) != started.Task)
        {
            throw new InvalidOperationException($"clamd did not start: {said}");
        }

        return new(folder, process);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string SocketOf(string folder) => Path.Combine(folder, "clamd.ctl");
}
