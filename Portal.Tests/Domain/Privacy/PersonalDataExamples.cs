using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Domain.Privacy;

namespace Portal.Tests.Domain.Privacy;

/// <summary>A sentence, with the passages that must be found in it.</summary>
internal sealed record PersonalDataExample(string Text, IReadOnlyList<(int Start, int Length, SuspicionKind Kind)> Expected);

/// <summary>personal-data.examples.json: sentences in which each passage stands as {kind|passage}.</summary>
internal static partial class PersonalDataExamples
{
    /// <summary>The examples of a set ("seen", "unseen"), of a side ("must", "mustNot") of it.</summary>
    public static IReadOnlyList<PersonalDataExample> Of(string set, string side)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Domain", "Privacy", "personal-data.examples.json")));
        return [.. file.RootElement.GetProperty(set).GetProperty(side).EnumerateArray().Select(e => Read(e.GetString()!))];
    }

    /// <summary>Both sides of a set.</summary>
    public static IEnumerable<PersonalDataExample> Of(string set) => Of(set, "must").Concat(Of(set, "mustNot"));

    private static PersonalDataExample Read(string sentence)
    {
        var (text, at, expected) = ("", 0, new List<(int, int, SuspicionKind)>());
        foreach (Match mark in Mark().Matches(sentence))
        {
            text += sentence[at..mark.Index];
            expected.Add((text.Length, mark.Groups[2].Length, Enum.Parse<SuspicionKind>(mark.Groups[1].Value, ignoreCase: true)));
            (text, at) = (text + mark.Groups[2].Value, mark.Index + mark.Length);
        }

        return new(text + sentence[at..], expected);
    }

    [GeneratedRegex(@"\{([A-Za-z]+)\|([^}]*)\}")]
    private static partial Regex Mark();
}
