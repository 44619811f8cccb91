using System.Text.Json.Nodes;

namespace Portal.Tests.Domain.Letters;

/// <summary>Real letters with the reading of a person beside each.</summary>
internal static class LetterSamples
{
    /// <summary>Their names.</summary>
    public static readonly string[] All = ["01", "04", "06", "09", "12", "13", "18", "24"];

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Domain", "Letters", "samples");

    /// <summary>The letter of the district.</summary>
    public static string Seed => Text("24");

    /// <summary>A letter's text.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".txt"));

    /// <summary>What a person read.</summary>
    public static JsonObject Expected(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")))!.AsObject();
}
