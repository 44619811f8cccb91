using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Domain.Letters;

/// <summary>A reading as one JSON object: the plain values, beside them under "evidence" the place and confidence of each by its path, and the doubts.</summary>
public static class LetterReadingJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static string Write(LetterReading reading) => Node(reading).ToJsonString(Options);

    /// <summary>The object itself.</summary>
    public static JsonObject Node(LetterReading reading)
    {
        var evidence = new JsonObject();
        var node = new JsonObject
        {
            ["doc_type"] = Text("doc_type", reading.DocumentType)?.ToLower(CultureInfo.InvariantCulture),
            ["issuing_body"] = Text("issuing_body", reading.IssuingBody),
            ["number"] = Text("number", reading.Number),
            ["symbol"] = Text("symbol", reading.Symbol),
            ["place"] = Text("place", reading.Place),
            ["date"] = reading.Date is { } date ? Day(Of("date", date)) : null,
            ["subject"] = Text("subject", reading.Subject),
            ["letterhead_lines"] = Texts("letterhead_lines", reading.LetterheadLines),
            ["addressees"] = Texts("addressees", reading.Addressees),
            ["superior_refs"] = new JsonArray([.. reading.SuperiorReferences.Select((r, i) => (JsonNode)new JsonObject
            {
                ["number"] = Text($"superior_refs[{i}].number", r.Number),
                ["date"] = r.Date is { } day ? Day(day) : null,
                ["issuer"] = r.Issuer,
                ["type"] = r.Type,
                ["subject"] = r.Subject,
            })]),
            ["opening_text"] = Text("opening_text", reading.OpeningText),
            ["is_reporting_request"] = Of("is_reporting_request", reading.IsReportingRequest),
            ["deadline"] = Due("deadline", reading.Deadline),
            ["other_deadlines"] = new JsonArray([.. reading.OtherDeadlines.Select((d, i) => (JsonNode?)Due($"other_deadlines[{i}]", d))]),
            ["data_cutoff"] = reading.DataCutoff is { } cutoff ? new JsonObject { ["text"] = Text("data_cutoff", cutoff.Text), ["date"] = cutoff.Date is { } last ? Day(last) : null } : null,
            ["receiving_unit"] = Text("receiving_unit", reading.ReceivingUnit),
            ["report_up_to"] = Text("report_up_to", reading.ReportUpTo),
            ["groups"] = new JsonArray([.. reading.Groups.Select((g, i) => (JsonNode)new JsonObject
            {
                ["name"] = Text($"groups[{i}].name", g.Name),
                ["items"] = new JsonArray([.. g.Items.Select((item, k) => (JsonNode)new JsonObject
                {
                    ["text"] = Text($"groups[{i}].items[{k}].text", item.Text),
                    ["kind"] = item.Kind.ToString().ToLowerInvariant(),
                    ["letter_ref"] = item.LetterRef,
                    ["deadline"] = Short(item.Deadline ?? (item.Kind == ReadKind.Report ? reading.Deadline : null)),
                    ["paragraph"] = item.Paragraph.Value,
                })]),
                ["members_explicit"] = new JsonArray([.. g.Members.Select(m => (JsonNode)m)]),
            })]),
            ["signer"] = reading.Signer is { } signer ? new JsonObject { ["authority"] = signer.Authority, ["title"] = signer.Title, ["name"] = Text("signer.name", signer.Name) } : null,
            ["noi_nhan"] = reading.Recipients is { } recipients ? Texts("noi_nhan", recipients) : null,
            ["doubts"] = new JsonArray([.. reading.Doubts.Select(d => (JsonNode)new JsonObject { ["code"] = d.Code.ToString(), ["text"] = d.Text, ["argument"] = d.Argument, ["start"] = d.Start, ["length"] = d.Length })]),
        };
        node["evidence"] = evidence;
        return node;

        T Of<T>(string path, Found<T> found)
        {
            evidence[path] = new JsonObject { ["start"] = found.Start, ["length"] = found.Length, ["confidence"] = found.Confidence };
            return found.Value;
        }

        string? Text(string path, Found<string>? found) => found is null ? null : Of(path, found);

        JsonArray Texts(string path, IReadOnlyList<Found<string>> found) => new([.. found.Select((f, i) => (JsonNode?)Text($"{path}[{i}]", f))]);

        JsonObject? Due(string path, ReadDeadline? deadline) => deadline is null ? null : new JsonObject
        {
            ["text"] = Text($"{path}.text", deadline.Text),
            ["date"] = deadline.Date is { } day ? Day(day) : null,
            ["time"] = deadline.Time?.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["qualifier"] = deadline.Qualifier,
            ["inclusive"] = deadline.Inclusive,
            ["instant_exclusive"] = deadline is { Instant: { } instant, Inclusive: false } ? instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null,
            ["for"] = deadline.For,
            ["period"] = deadline.Period is var (from, to) ? new JsonObject { ["from"] = Day(from), ["to"] = Day(to) } : null,
        };
    }

    private static string? Short(ReadDeadline? deadline) => deadline switch
    {
        { Date: { } day } => Day(day),
        { Period: (var from, var to) } when to.Month == from.Month + 2 => $"{from.Year}-Q{(from.Month + 2) / 3}",
        { Period: (var from, _) } => from.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
