using System.Diagnostics;
using Portal.Tests.EndToEnd;

namespace Portal.Tests.CommandLine;

/// <summary>What a command answered.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record Answered(int Code, string Output, string Errors);

/// <summary>Runs the built program as somebody at the server would.</summary>
internal static class PortalCommand
{
    /// <summary>Where the build put it.</summary>
    public static string Built { get; } = Path.Combine(PortalProcess.ProjectFolder, "bin", AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug", "net10.0", "Portal.dll");

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Portal.dll.</param>
    /// <param name="environment">Settings.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="args">Arguments.</param>
    public static async Task<Answered> RunAsync(string program, IReadOnlyDictionary<string, string?> environment, string input, params string[] args)
    {
        using var process = Start(program, environment, args);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it.</summary>
    public static Process Start(string program, IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. args]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program)! };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
