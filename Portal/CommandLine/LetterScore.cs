using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Domain;

namespace Portal.CommandLine;

/// <summary>How many values of a field were expected, read, and right.</summary>
public sealed record LetterCount(int Expected, int Read, int Right)
{
    /// <summary>The share of what was read that is right; 1 where nothing was read.</summary>
    public double Precision => Read == 0 ? 1 : (double)Right / Read;

    /// <summary>The share of what was expected that was read; 1 where nothing was expected.</summary>
    public double Recall => Expected == 0 ? 1 : (double)Right / Expected;
}

/// <summary>Readings compared with those of a person, field by field.
/// <list type="bullet">
/// <item>A single value is right when it is the same after composing (NFC) and with single spaces; nothing expected and nothing read counts nowhere.</item>
/// <item>A list's value is right when the folded letters (no accents, no marks) are among the expected ones, each taken once.</item>
/// <item>A reference is right by its number; its day and issuer are counted apart.</item>
/// <item>A group's name and an item's text are found when the words they share make an F1 of at least 0.8, one to one, the best first; "items exact" counts those equal but for accents, capitals and marks, "items kind" those found with the same kind.</item>
/// <item>Where the person wrote a remark instead of a value (a text where a list belongs), the field is left out.</item>
/// </list></summary>
public sealed partial class LetterScore
{
    private const double Found = 0.8;

    private static readonly string[] Scalars =
    [
        "doc_type", "issuing_body", "number", "symbol", "place", "date", "subject", "is_reporting_request", "deadline.text", "deadline.date", "deadline.time", "deadline.qualifier",
        "deadline.instant_exclusive", "deadline.period.from", "deadline.period.to", "data_cutoff.date", "receiving_unit", "report_up_to", "signer.authority", "signer.title", "signer.name",
    ];

    private readonly Dictionary<string, LetterCount> _fields = [];
    private readonly List<string> _misses = [];

    /// <summary>Each field's count, in the order of the letter.</summary>
    public IReadOnlyDictionary<string, LetterCount> Fields => _fields;

    /// <summary>All fields together.</summary>
    public LetterCount All => _fields.Values.Aggregate(new LetterCount(0, 0, 0), (a, c) => new(a.Expected + c.Expected, a.Read + c.Read, a.Right + c.Right));

    /// <summary>What was read otherwise than expected, a line each.</summary>
    public IReadOnlyList<string> Misses => _misses;

    /// <summary>Adds one letter.</summary>
    /// <param name="letter">Its name in the list of misses.</param>
    /// <param name="read">What was read.</param>
    /// <param name="expected">What a person read.</param>
    public void Add(string letter, JsonObject read, JsonObject expected)
    {
        foreach (var field in Scalars)
        {
            var (want, got) = (Single(expected, field), Single(read, field));
            Count(letter, field, want is null ? [] : [want], got is null ? [] : [got], (a, b) => a == b ? 1 : 0);
        }

        foreach (var field in new[] { "addressees", "noi_nhan" })
        {
            if (expected[field] is null or JsonArray)
            {
                Count(letter, field, Texts(expected[field]), Texts(read[field]), (a, b) => Folded(a) == Folded(b) ? 1 : 0);
            }
        }

        Count(letter, "other_deadlines", Each(expected["other_deadlines"], d => d["date"]), Each(read["other_deadlines"], d => d["date"]), (a, b) => a == b ? 1 : 0);
        Count(letter, "refs number", Each(expected["superior_refs"], r => r["number"]), Each(read["superior_refs"], r => r["number"]), (a, b) => a == b ? 1 : 0);
        Count(letter, "refs date", Each(expected["superior_refs"], r => $"{r["number"]} {r["date"]}"), Each(read["superior_refs"], r => $"{r["number"]} {r["date"]}"), (a, b) => a == b ? 1 : 0);
        Count(letter, "refs issuer", Each(expected["superior_refs"], r => $"{r["number"]} {r["issuer"]}"), Each(read["superior_refs"], r => $"{r["number"]} {r["issuer"]}"), (a, b) => Folded(a) == Folded(b) ? 1 : 0);
        Count(letter, "groups", Each(expected["groups"], g => g["name"]), Each(read["groups"], g => g["name"]), Near);
        Count(letter, "items", Items(expected, i => i["text"]), Items(read, i => i["text"]), Near);
        Count(letter, "items exact", Items(expected, i => i["text"]), Items(read, i => i["text"]), (a, b) => Folded(a) == Folded(b) ? 1 : 0);
        Count(letter, "items kind", Items(expected, i => $"{i["kind"]}|{i["text"]}"), Items(read, i => $"{i["kind"]}|{i["text"]}"), (a, b) => a[..a.IndexOf('|')] == b[..b.IndexOf('|')] ? Near(a, b) : 0);
    }

    private void Count(string letter, string field, List<string> expected, List<string> read, Func<string, string, double> like)
    {
        var pairs = (from e in Enumerable.Range(0, expected.Count) from r in Enumerable.Range(0, read.Count) let s = like(expected[e], read[r]) where s >= Found orderby s descending select (e, r)).ToList();
        var (usedExpected, usedRead) = (new HashSet<int>(), new HashSet<int>());
        foreach (var (e, r) in pairs)
        {
            if (!usedExpected.Contains(e) && !usedRead.Contains(r))
            {
                usedExpected.Add(e);
                usedRead.Add(r);
            }
        }

        var before = _fields.GetValueOrDefault(field) ?? new(0, 0, 0);
        _fields[field] = new(before.Expected + expected.Count, before.Read + read.Count, before.Right + usedRead.Count);
        _misses.AddRange(expected.Where((_, e) => !usedExpected.Contains(e)).Select(v => $"{letter} {field} - {v}").Concat(read.Where((_, r) => !usedRead.Contains(r)).Select(v => $"{letter} {field} + {v}")));
    }

    private static string? Single(JsonObject node, string path)
    {
        JsonNode? at = node;
        foreach (var step in path.Split('.'))
        {
            at = (at as JsonObject)?[step];
        }

        return at is JsonValue value ? Spaced(value.ToString()) : null;
    }

    private static List<string> Texts(JsonNode? list) => list is JsonArray array ? [.. array.OfType<JsonNode>().Select(n => Spaced(n.ToString()))] : [];

    private static List<string> Each(JsonNode? list, Func<JsonNode, object?> value) => list is JsonArray array ? [.. array.OfType<JsonNode>().Select(value).Where(v => v is not null).Select(v => Spaced(v!.ToString()!))] : [];

    private static List<string> Items(JsonObject letter, Func<JsonNode, object?> value) => letter["groups"] is JsonArray groups ? [.. groups.OfType<JsonNode>().SelectMany(g => Each(g["items"], value))] : [];

    private static double Near(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        var shared = first.GroupBy(w => w).Sum(g => Math.Min(g.Count(), second.Count(w => w == g.Key)));
        return first.Length + second.Length == 0 ? 0 : 2.0 * shared / (first.Length + second.Length);
    }

    private static string[] Words(string text) => Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Folded(string text) => NotWords().Replace(Fold.Of(text), " ").Trim();

    private static string Spaced(string text) => string.Join(' ', Fold.Nfc(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotWords();
}
