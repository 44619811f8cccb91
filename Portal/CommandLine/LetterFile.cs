using System.Text;

namespace Portal.CommandLine;

/// <summary>The text of a letter's file: the one place where a file becomes text.</summary>
internal static class LetterFile
{
    /// <summary>Reads UTF-8, or UTF-16 with its mark at the beginning.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<string> TextAsync(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        return await reader.ReadToEndAsync();
    }
}
