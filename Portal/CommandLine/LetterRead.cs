using System.CommandLine;
using Portal.Domain.Letters;

namespace Portal.CommandLine;

/// <summary><c>Portal letter read FILE</c>: an official letter as a proposed reporting request, one JSON object on standard output.</summary>
internal static class LetterRead
{
    /// <summary>The command.</summary>
    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = CommandText.LetterFile };
        var command = new Command("read", CommandText.LetterRead) { file };
        command.SetAction(async (parsed, _) =>
        {
            var path = parsed.GetValue(file)!.FullName;
            if (!File.Exists(path))
            {
                await Console.Error.WriteLineAsync(string.Format(CommandText.LetterMissing, path));
                return PortalCommands.Refused;
            }

            var text = await LetterFile.TextAsync(path);
            if (text.Problem is { } problem)
            {
                await Console.Error.WriteLineAsync(problem.Text);
                return PortalCommands.Refused;
            }

            await Console.Out.WriteLineAsync(LetterReadingJson.Write(LetterReading.Read(text.Value!)));
            return PortalCommands.Done;
        });
        return command;
    }
}
