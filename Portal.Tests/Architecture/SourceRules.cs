using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>The rules about source text, each a function from a file's name and text to what breaks it.</summary>
internal static partial class SourceRules
{
    /// <summary>The folder that holds Portal.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Source files that people write, with their paths from the root.</summary>
    public static IReadOnlyList<string> Files(params string[] extensions) =>
        [.. new[] { "Portal", "Portal.Tests", "Portal.Bench", "wwwroot-assets" }.Select(f => Path.Combine(Root, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => extensions.Contains(Path.GetExtension(f)) && !f.Split('/').Any(p => p is "bin" or "obj" or "node_modules" or "Migrations" or "wwwroot" or "data" or ".work"))
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Lines with Vietnamese letters outside comments: words for people belong into .resx and data files.</summary>
    public static IReadOnlyList<string> VietnameseLetters(string file, string text) =>
        [.. WithoutComments(file, text).Split('\n').Select((line, k) => (Line: line, Number: k + 1)).Where(l => Vietnamese().IsMatch(l.Line))
            .Select(l => $"{file}:{l.Number}: {l.Line.Trim()}")];

    /// <summary>More lines than a stranger reads in a minute.</summary>
    public static IReadOnlyList<string> TooLong(string file, string text) =>
        text.TrimEnd('\n').Count(c => c == '\n') + 1 is var lines and >= 300 ? [$"{file} has {lines} lines"] : [];

    private static string WithoutComments(string file, string text)
    {
        // Comments become as many line ends as they had, so that the numbers stay right.
        static string Blank(Match comment) => new('\n', comment.Value.Count(c => c == '\n'));
        return Path.GetExtension(file) switch
        {
            ".razor" => RazorComment().Replace(text, Blank),
            ".css" => BlockComment().Replace(text, Blank),
            _ => StringOrComment().Replace(text, m => m.Value.StartsWith("//", StringComparison.Ordinal) || m.Value.StartsWith("/*", StringComparison.Ordinal) ? Blank(m) : m.Value),
        };
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Portal.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Portal.sln above the test program.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]")]
    private static partial Regex Vietnamese();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|@\\$?\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|`(?:\\\\.|[^`\\\\])*`|'(?:\\\\.|[^'\\\\\\n])*'|//[^\\n]*|/\\*[\\s\\S]*?\\*/")]
    private static partial Regex StringOrComment();

    [GeneratedRegex(@"@\*[\s\S]*?\*@|<!--[\s\S]*?-->|(?<=^[ \t]*)//[^\n]*", RegexOptions.Multiline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"/\*[\s\S]*?\*/")]
    private static partial Regex BlockComment();
}
