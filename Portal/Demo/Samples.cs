using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Features.Evidence;

namespace Portal.Demo;

/// <summary>How far a sample report has come when the visitor arrives.</summary>
public enum SampleEnd
{
    /// <summary>Some items are being written.</summary>
    Drafting,
    /// <summary>Waits for the head.</summary>
    WithHead,
    /// <summary>Sent, waits for the coordinator.</summary>
    Sent,
    /// <summary>Accepted, but for one item that was returned.</summary>
    Returned,
    /// <summary>Accepted, the cover too.</summary>
    Accepted,
}

/// <summary>A generated PDF and where it belongs.</summary>
/// <param name="File">Its name.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">Its text.</param>
/// <param name="Kind"><see cref="Description.Official"/> or <see cref="Description.Other"/>.</param>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="IssuedOn">Ngày ban hành, as ngày/tháng/năm.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Summary">Trích yếu, or the description.</param>
/// <param name="Items">The items it proves; attached to the first, linked to the others.</param>
public sealed record SampleDocument(string File, string Title, IReadOnlyList<string> Lines, string Kind, string? Number, string? IssuedOn, string? Issuer, string Summary, IReadOnlyList<string> Items);

/// <summary>An item that the coordinator returned.</summary>
public sealed record SampleReturn(string Item, string Reason, DateTimeOffset Due);

/// <summary>One unit's sample report and when each step was taken.</summary>
/// <param name="Unit">The unit's login code.</param>
/// <param name="End">How far it has come.</param>
/// <param name="Filled">When the first item was written; each further one a quarter of an hour later.</param>
/// <param name="SentUp">When it was sent up.</param>
/// <param name="SignedOff">When the head signed it off, and it was sent.</param>
/// <param name="Reviewed">When the coordinator decided.</param>
/// <param name="Items">What was typed: item, field, text; for a table the rows.</param>
/// <param name="Documents">The generated PDFs.</param>
/// <param name="Return">What was returned.</param>
public sealed record SampleReport(string Unit, SampleEnd End, DateTimeOffset Filled, DateTimeOffset? SentUp, DateTimeOffset? SignedOff, DateTimeOffset? Reviewed,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonElement>> Items, IReadOnlyList<SampleDocument> Documents, SampleReturn? Return)
{
    /// <summary>What was typed into an item, as patches: field or cell, and the text. A row begins with its place.</summary>
    public IEnumerable<(string Path, string Text)> Typed(string itemCode)
    {
        foreach (var (field, value) in Items[itemCode])
        {
            if (value.ValueKind != JsonValueKind.Array)
            {
                yield return (field, value.GetString()!);
                continue;
            }

            foreach (var (k, row) in value.EnumerateArray().Index())
            {
                yield return ($"{field}/r{k + 1}/#", $"{k + 1}");
                foreach (var cell in row.EnumerateObject())
                {
                    yield return ($"{field}/r{k + 1}/{cell.Name}", cell.Value.GetString()!);
                }
            }
        }
    }
}

/// <summary>The sample reports that lie beside the program.</summary>
/// <param name="Note">Says that they are samples.</param>
/// <param name="Reports">One for each unit that has one.</param>
public sealed record Samples(string Note, IReadOnlyList<SampleReport> Reports)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The text of <c>Demo/samples.json</c>.</summary>
    public static Task<string> TextAsync() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "samples.json"));

    /// <summary>Reads such a text.</summary>
    public static Samples Parse(string text) => JsonSerializer.Deserialize<Samples>(text, Options)!;
}
