using Portal.Domain;
using Portal.Platform.Documents;

namespace Portal.CommandLine;

/// <summary>The text of a letter's file, for commands: brought out as the server does it, Word and PDF in a child process.</summary>
internal static class LetterFile
{
    /// <summary>Reads it.</summary>
    /// <param name="path">Where it lies.</param>
    /// <returns>The text, or why there is none.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<Outcome<string>> TextAsync(string path)
    {
        using var pages = new PageReader();
        var read = await new LetterText(pages).ReadAsync(Path.GetFullPath(path), Path.GetFileName(path), CancellationToken.None);
        return read.Problem is { } problem ? problem : read.Text!;
    }
}
