using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Portal.App;
using Portal.Demo;

namespace Portal.Bench;

/// <summary>The built portal in a process of its own on loopback.</summary>
internal sealed partial class BenchPortal : IAsyncDisposable
{
    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}");
    private readonly Process process;

    /// <summary>Starts it.</summary>
    /// <param name="program">The built portal.</param>
    /// <param name="folder">Its data folder.</param>
    /// <param name="demo">With the demonstration's people and answers.</param>
    public BenchPortal(string program, string folder, bool demo)
    {
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(program), "--urls", address.ToString()]) { WorkingDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(program)!, "..", "..", "..")) };
        (start.Environment["ASPNETCORE_ENVIRONMENT"], start.Environment["Demo__Enabled"], start.Environment["Data__Folder"]) = ("Development", demo ? "true" : "false", folder);
        start.Environment["Demo__LastYear"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Warning";
        process = Process.Start(start)!;
    }

    /// <summary>Resident set in megabytes.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024 / 1024;
        }
    }

    /// <summary>What it used of the processors since it started.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Waits until it answers.</summary>
    public async Task AnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200); // it is starting
            }
        }
    }

    /// <summary>Somebody, signed in.</summary>
    public async Task<HttpClient> SignInAsync(string person)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(30) };
        var page = await client.GetStringAsync(Urls.SignIn);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value, ["_handler"] = "sign-in", ["Input.UserName"] = person, ["Input.Password"] = DemoPeople.Password });
        using var answer = await client.PostAsync(Urls.SignIn, form);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{person} could not sign in: {answer.StatusCode}.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
