using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Demo;
using Portal.Platform;
using Portal.Platform.Options;

namespace Portal.CommandLine;

/// <summary><c>Portal demo reset</c>: takes the demonstration's database and documents away and fills it anew. Events cannot be deleted, so the whole database goes;
/// therefore it refuses while a server uses the data folder, and outside a demonstration.</summary>
internal static class DemoReset
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var command = new Command("reset", CommandText.DemoReset);
        command.SetAction((_, _) => CommandHost.RunAsync(settings, ResetAsync));
        return command;
    }

    private static async Task<string> ResetAsync(WebApplication portal)
    {
        var options = portal.Services.GetRequiredService<PortalOptions>();
        if (!options.Demo.Enabled)
        {
            throw new StartRefusedException(CommandText.NoDemo);
        }

        if (!portal.Services.GetRequiredService<DataFolder>().TryTake())
        {
            throw new StartRefusedException(string.Format(CommandText.ServerRunning, options.DataFolder));
        }

        await using (var db = portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext())
        {
            await db.EmptyAsync();
        }

        var evidence = new DirectoryInfo(Path.Combine(options.DataFolder, "evidence"));
        if (evidence.Exists)
        {
            evidence.Delete(recursive: true);
        }

        await portal.PrepareDataAsync();
        await portal.Services.GetRequiredService<DemoSeed>().RunAsync();
        return string.Format(CommandText.DemoWasReset, options.DataFolder);
    }
}
