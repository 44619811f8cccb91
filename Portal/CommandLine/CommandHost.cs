using Portal.Platform.Options;

namespace Portal.CommandLine;

/// <summary>Runs a command with the parts of the portal, without the server.</summary>
internal static class CommandHost
{
    /// <summary>Builds the parts, runs the command, tells what came of it.</summary>
    /// <param name="settings">Settings given beside the command.</param>
    /// <param name="command">The command; it returns the line for standard output.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] settings, Func<WebApplication, Task<string>> command)
    {
        try
        {
            var builder = PortalSetup.CreateBuilder(settings);
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace); // standard output is the command's
            builder.AddPortal();
            await using var portal = builder.Build();
            await Console.Out.WriteLineAsync(await command(portal));
            return PortalCommands.Done;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return PortalCommands.Refused;
        }
    }
}
