using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Portal.Domain.Privacy;

/// <summary>One rule of personal-data.json, ready to run.</summary>
/// <param name="Code">Its code, for example N1.</param>
/// <param name="Kind">What it finds.</param>
/// <param name="Pattern">Finds a passage: the group "find".</param>
/// <param name="Then">Goes on right behind a passage; null where a passage stands alone.</param>
internal sealed record PersonalDataRule(string Code, SuspicionKind Kind, Regex Pattern, Regex? Then);

/// <summary>
/// The rules of personal-data.json, the one truth for server and browser (the browser's reading is personal-data.js, which does the
/// same step by step). Lists become alternatives in all spellings, parts are put in where they are named.
/// </summary>
internal sealed partial class PersonalDataRules
{
    // Every quantifier of the file has an upper bound; the clock is for the day when one has not.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, string> parts;
    private readonly Dictionary<string, string[]> lists;
    private readonly Dictionary<string, string> built = [];

    private PersonalDataRules(JsonElement file)
    {
        parts = file.GetProperty("parts").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
        lists = file.GetProperty("lists").EnumerateObject().ToDictionary(p => p.Name, p => Words(p.Value));
        Unguarded = [.. Words(file.GetProperty("unguardedLabels")).Select(Fold.Of)];
        Kinds = file.GetProperty("kinds").EnumerateObject().ToDictionary(
            k => KindOf(k.Name), k => (k.Value.GetProperty("label").GetString()!, k.Value.TryGetProperty("replacement", out var r) ? r.GetString() : null));
        Rules = [.. file.GetProperty("rules").EnumerateArray().Select(r => new PersonalDataRule(
            r.GetProperty("code").GetString()!, KindOf(r.GetProperty("kind").GetString()!),
            Build(r.GetProperty("pattern").GetString()!), r.TryGetProperty("then", out var then) ? Build(@"\G" + then.GetString()) : null))];
    }

    /// <summary>The rules.</summary>
    public static PersonalDataRules Current { get; } = Read();

    /// <summary>The rules in the order of the file.</summary>
    public IReadOnlyList<PersonalDataRule> Rules { get; }

    /// <summary>What people read of a kind, and what stands in its place; null for names, which become initials.</summary>
    public IReadOnlyDictionary<SuspicionKind, (string Label, string? Replacement)> Kinds { get; }

    /// <summary>How the labels of fields begin that hold officials' names or numbers of documents, folded.</summary>
    public IReadOnlyList<string> Unguarded { get; }

    private static PersonalDataRules Read()
    {
        using var stream = typeof(PersonalDataRules).Assembly.GetManifestResourceStream("personal-data.json")!;
        using var file = JsonDocument.Parse(stream);
        return new(file.RootElement);
    }

    private static string[] Words(JsonElement list) => [.. list.EnumerateArray().Select(w => w.GetString()!)];

    private static SuspicionKind KindOf(string name) => Enum.Parse<SuspicionKind>(name, ignoreCase: true);

    private Regex Build(string pattern) => new(Expand(pattern), RegexOptions.CultureInvariant, Patience);

    private string Expand(string pattern) => Named().Replace(pattern, m => built.TryGetValue(m.Value, out var known) ? known
        : built[m.Value] = parts.TryGetValue(m.Groups[1].Value, out var part) ? Expand(part) : Alternatives(lists[m.Groups[1].Value], m.Groups[2].Value));

    /// <summary>The longest first, so that "trẻ em" is not taken for "trẻ"; a space is one to three.</summary>
    private static string Alternatives(string[] words, string form)
    {
        var spelled = words.SelectMany(w => new[] { w, Unaccented(w) }).Distinct().ToList();
        IEnumerable<string> all = form switch
        {
            "title" => spelled,
            "upper" => spelled.Select(w => w.ToUpperInvariant()),
            _ => spelled.Concat(spelled.Select(Lower)).Concat(spelled.Select(w => Capitals(Lower(w), first: true))).Concat(spelled.Select(w => Capitals(Lower(w), first: false)))
                .Concat(spelled.Select(w => w.ToUpperInvariant())),
        };
        return $"(?:{string.Join('|', all.Distinct().OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Select(w => w.Replace(" ", "[ \\u00a0]{1,3}", StringComparison.Ordinal)))})";
    }

    private static string Lower(string word) => word.ToLowerInvariant();

    private static string Unaccented(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).Where(c => !CombiningMark(c))).Replace('\u0111', 'd').Replace('\u0110', 'D');

    private static bool CombiningMark(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>Capitals at the first word, or at every word.</summary>
    private static string Capitals(string words, bool first) =>
        string.Join(' ', words.Split(' ').Select((w, k) => w.Length == 0 || (first && k > 0) ? w : char.ToUpperInvariant(w[0]) + w[1..]));

    [GeneratedRegex(@"\{\{([A-Za-z]+)(?::([a-z]+))?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
