using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Portal.Tests.EndToEnd;

namespace Portal.Tests.CommandLine;

/// <summary>The published program, as a district installs it: production, without the source beside it.</summary>
public sealed partial class PublishedTests(PublishedPortal published) : IClassFixture<PublishedPortal>
{
    [Fact]
    public async Task Production_refuses_a_demonstration_and_says_why()
    {
        var answer = await PortalCommand.RunAsync(published.Program, published.Settings("refused", ("Demo__Enabled", "true")), "", "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, answer.Code);
        Assert.Contains("Demo:Enabled is true in Production", answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_listens_on_loopback_only()
    {
        var settings = published.Settings("loopback", ("Demo__Enabled", "true"), ("ASPNETCORE_ENVIRONMENT", "Development"));
        var answer = await PortalCommand.RunAsync(published.Program, settings, "", "--urls", "http://0.0.0.0:0");
        Assert.Equal(1, answer.Code);
        Assert.Contains("loopback", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_starts_without_samples_and_asks_for_the_first_administrator_until_there_is_one()
    {
        var settings = published.Settings("production");
        using var server = PortalCommand.Start(published.Program, settings, "--urls", "http://127.0.0.1:0");
        try
        {
            using var http = new HttpClient { BaseAddress = await AddressAsync(server) };
            var before = WebUtility.HtmlDecode(await http.GetStringAsync("/dang-nhap"));
            Assert.Contains("Portal admin create", before, StringComparison.Ordinal);
            Assert.DoesNotContain("class=\"demo\"", before, StringComparison.Ordinal);
            Assert.DoesNotContain("21049.canbo", before, StringComparison.Ordinal);
            using var script = await http.GetAsync("/_framework/blazor.web.js");
            Assert.Equal(HttpStatusCode.OK, script.StatusCode);

            var made = await PortalCommand.RunAsync(published.Program, settings, "mot cau du dai de nho\n", "admin", "create", "--user-name", "quantri", "--name", "Quản trị", "--password-stdin");
            Assert.True(made.Code == 0, made.Errors);
            Assert.DoesNotContain("Portal admin create", WebUtility.HtmlDecode(await http.GetStringAsync("/dang-nhap")), StringComparison.Ordinal);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
    }

    private static async Task<Uri> AddressAsync(Process server)
    {
        var lines = new List<string>();
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null); // a full pipe would stop it
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException($"The portal did not start: {string.Join('\n', lines)}\n{await server.StandardError.ReadToEndAsync()}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}

/// <summary>Publishes what was built, once, into a folder of its own.</summary>
public sealed class PublishedPortal : IAsyncLifetime
{
    private string folder = "";

    /// <summary>Portal.dll.</summary>
    public string Program => Path.Combine(folder, "app", "Portal.dll");

    /// <summary>Settings with a data folder of that name.</summary>
    public Dictionary<string, string?> Settings(string name, params (string Name, string Value)[] more) =>
        more.Append(("Data__Folder", Path.Combine(folder, name))).ToDictionary(s => s.Item1, s => (string?)s.Item2);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        folder = Directory.CreateTempSubdirectory("portal-published-").FullName;
        var configuration = PortalCommand.Built.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", Path.Combine(PortalProcess.ProjectFolder, "Portal.csproj"), "--no-build", "--configuration", configuration, "--output", Path.Combine(folder, "app"), "--verbosity", "quiet", "--nologo", "--disable-build-servers"])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = publish.StandardOutput.ReadToEndAsync();
        var errors = publish.StandardError.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, $"{await output}\n{await errors}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
