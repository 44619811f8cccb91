using System.Text.Json.Nodes;
using Portal.Domain.Requests;

namespace Portal.Bench;

/// <summary>The letter, and as many more like it as are asked for: other codes, and generated communes beyond its own.</summary>
internal static class BenchLetters
{
    private const int Offices = 6;

    /// <summary>Makes them.</summary>
    /// <param name="original">The letter's request.json.</param>
    /// <param name="size">How many, with how many units.</param>
    public static IReadOnlyList<(RequestDefinition Letter, string Json)> Make(string original, SeedSize size)
    {
        var letters = new List<(RequestDefinition, string)>();
        for (var k = 1; k <= size.Requests; k++)
        {
            var json = k == 1 && size.Units == 28 ? original : Changed(original, k, size.Units);
            var parsed = RequestFile.Parse(json);
            letters.Add((parsed.Value ?? throw new InvalidDataException(parsed.Problem!.Text), json));
        }

        return letters;
    }

    private static string Changed(string original, int k, int units)
    {
        var root = JsonNode.Parse(original)!.AsObject();
        if (k > 1)
        {
            root["request"]!["code"] = $"{root["request"]!["code"]}-{k:000}";
        }

        var all = root["units"]!.AsArray();
        var communes = root["groups"]!.AsArray()[^1]!["unitCodes"]!.AsArray();
        while (all.Count > units)
        {
            all.RemoveAt(all.Count - 1);
            communes.RemoveAt(communes.Count - 1);
        }

        for (var n = all.Count + 1; n <= units; n++)
        {
            var unit = all[Offices]!.DeepClone().AsObject();
            (unit["code"], unit["officialCode"], unit["name"], unit["fullName"]) = ($"XA-B{n:00000}", $"b{n:00000}", $"{unit["name"]} {n}", $"{unit["fullName"]} {n}");
            all.Add((JsonNode)unit);
            communes.Add($"XA-B{n:00000}");
        }

        var counts = root["counts"]!.AsObject();
        var items = root["groups"]!.AsArray()[^1]!["itemCodes"]!.AsArray().Count;
        counts["itemReportsExpected"] = counts["itemReportsExpected"]!.GetValue<int>() + (units - counts["units"]!.GetValue<int>()) * items;
        counts["units"] = units;
        return root.ToJsonString();
    }
}
