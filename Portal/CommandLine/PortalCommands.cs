using System.CommandLine;

namespace Portal.CommandLine;

/// <summary>The commands of the same executable. Without one it is the server; settings such as <c>--Data:Folder=...</c> go to either.
/// Exit codes: <see cref="Done"/>, <see cref="Refused"/>, <see cref="WrongUsage"/>. Errors go to standard error.</summary>
public static class PortalCommands
{
    /// <summary>It was done.</summary>
    public const int Done = 0;

    /// <summary>It was understood and refused; standard error says why.</summary>
    public const int Refused = 1;

    /// <summary>It was not understood.</summary>
    public const int WrongUsage = 2;

    private static readonly string[] AskingForHelp = ["--help", "-h", "-?", "/?", "--version"];

    /// <summary>True when the arguments are a command, or ask for help, and not settings of the server.</summary>
    public static bool Name(string[] args) => args.Any(a => AskingForHelp.Contains(a)) || (args is [var first, ..] && first is not ['-' or '/', ..]);

    /// <summary>Runs a command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var settings = args.Where(IsSetting).ToArray();
        var parsed = Root(settings).Parse([.. args.Where(a => !IsSetting(a))]);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync(CommandText.SeeHelp);
            return WrongUsage;
        }

        return await parsed.InvokeAsync();
    }

    /// <summary>All commands. Later ones join here: backup, restore, verify, audit verify, keys revoke.</summary>
    private static RootCommand Root(string[] settings) => new(CommandText.Portal)
    {
        new Command("admin", CommandText.Admin) { AdminCreate.Command(settings) },
        new Command("demo", CommandText.Demo) { DemoReset.Command(settings) },
        new Command("letter", CommandText.Letter) { LetterRead.Command(), LetterMeasure.Command() },
        new Command("report", CommandText.Report) { ReportBuild.Command(settings) },
    };

    private static bool IsSetting(string arg) => arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOf('=') is var end and > 0 && arg[..end].Contains(':');
}
