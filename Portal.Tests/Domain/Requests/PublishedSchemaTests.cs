using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Portal.Domain.Requests;
using Portal.Tests.Architecture;

namespace Portal.Tests.Domain.Requests;

/// <summary>The schema that is published for request files (docs/request.schema.json) says what the portal reads and writes.</summary>
public sealed class PublishedSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(SourceRules.Root, "docs", "request.schema.json")));

    /// <summary>Where a file does not fit the schema; none where it does.</summary>
    public static IReadOnlyList<string> Faults(string json)
    {
        using var file = JsonDocument.Parse(json);
        var result = Schema.Evaluate(file.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is not null).Select(d => $"{d.InstanceLocation}: {string.Join(' ', d.Errors!.Values)}")];
    }

    [Fact]
    public void The_letters_file_fits() => Assert.Equal([], Faults(BinhSonLetter.Json));

    [Theory]
    [InlineData("request", null)]
    [InlineData("groups", null)]
    [InlineData("items", null)]
    [InlineData("items/0/code", null)]
    [InlineData("items/0/kind", "\"khac\"")]
    [InlineData("groups/0/code", "7")]
    [InlineData("validationRules/0/expression", null)]
    [InlineData("consolidation/sections/1/blocks/0/kind", "\"picture\"")]
    [InlineData("consolidation/sections/1/title", null)]
    public void What_the_schema_refuses_the_portal_refuses_too(string path, string? value)
    {
        var file = JsonNode.Parse(BinhSonLetter.Json)!;
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate(file, (node, step) => int.TryParse(step, out var k) ? node[k]! : node[step]!);
        parent.AsObject().Remove(steps[^1]);
        if (value is not null)
        {
            parent[steps[^1]] = JsonNode.Parse(value);
        }

        Assert.NotEmpty(Faults(file.ToJsonString()));
        Assert.False(RequestFile.Parse(file.ToJsonString()).Ok);
    }
}
