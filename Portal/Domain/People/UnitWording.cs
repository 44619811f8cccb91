using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.People;

/// <summary>A word of a name, as it is compared.</summary>
/// <param name="Plain">Without accents, small.</param>
/// <param name="Accented">With its accents, in an order that does not ask on which of two vowels the tone stands.</param>
internal sealed record UnitWord(string Plain, string Accented)
{
    /// <summary>Whether it says that several follow.</summary>
    public bool IsPlural => UnitWording.Plural.Contains(Plain);

    /// <summary>Whether it counts.</summary>
    public bool IsNumber => Plain.All(char.IsAsciiDigit);

    /// <summary>Whether somebody who leaves accents away may mean the other word.</summary>
    public bool Agrees(UnitWord meant) => Accented == meant.Accented || (Plain == meant.Plain && Accented.All(char.IsAscii));

    /// <summary>Reads a word.</summary>
    public static UnitWord Of(string word) => new(Fold.Of(word), string.Concat(word.ToLowerInvariant().Normalize(NormalizationForm.FormD).Order()));
}

/// <summary>How names of units are written: abbreviated, with a title before, with dashes and joining words that nobody writes twice the same. The words are data.</summary>
internal static partial class UnitWording
{
    private const int MostReadings = 16;

    private static readonly HashSet<string> Joining = [.. Lines(UnitWords.Joining).Select(Fold.Of)];

    private static readonly List<UnitWord[]> Titles = [.. Lines(UnitWords.Titles).Concat(Lines(UnitWords.Bodies)).Select(Words).OrderByDescending(t => t.Length)];

    private static readonly List<UnitWord[]> Tails = [.. Lines(UnitWords.Tails).Select(Words)];

    private static readonly List<(UnitWord[] Short, IReadOnlyList<UnitWord[]> Long)> Abbreviations = [.. Lines(UnitWords.Abbreviations).Select(l => l.Split('='))
        .SelectMany(p => p[0].Split('|').Select(s => (Words(s), (IReadOnlyList<UnitWord[]>)[.. p[1].Split('|').Select(Words)]))).OrderByDescending(a => a.Item1.Length)];

    /// <summary>Words that say that several follow.</summary>
    public static IReadOnlySet<string> Plural { get; } = Lines(UnitWords.Plural).Select(Fold.Of).ToHashSet();

    /// <summary>What names are looked up by.</summary>
    public static string Key(IReadOnlyCollection<UnitWord> words) => string.Join(' ', words.Select(w => w.Plain));

    /// <summary>Whether it is a word that joins two names.</summary>
    public static bool IsJoining(ReadOnlySpan<char> word) => Joining.Contains(Fold.Of(word.ToString()));

    /// <summary>A text with its abbreviations written out, in each way they can be, and last as it stands; where it is said where the units are, without that.</summary>
    public static IReadOnlyList<UnitWord[]> Readings(string text)
    {
        List<UnitWord[]> readings = [[]];
        var words = Words(text);
        if (Tails.Select(t => Enumerable.Range(1, words.Length).FirstOrDefault(k => Stands(t, words, k))).FirstOrDefault(k => k > 0) is var cut and > 0)
        {
            words = words[..cut];
        }

        for (var i = 0; i < words.Length;)
        {
            var (brief, full) = Abbreviations.Find(a => Stands(a.Short, words, i));
            var length = brief?.Length ?? 1;
            IReadOnlyList<UnitWord[]> ways = full is null ? [words[i..(i + 1)]] : [.. full, words[i..(i + length)]];
            readings = [.. ways.SelectMany(w => readings.Select(r => r.Concat(w).ToArray())).Take(MostReadings)];
            i += length;
        }

        return readings;
    }

    /// <summary>The words, and the words without a title or a body before them.</summary>
    public static IEnumerable<UnitWord[]> Beginnings(UnitWord[] words)
    {
        while (words.Length > 0)
        {
            yield return words;
            words = Titles.Find(t => t.Length < words.Length && Stands(t, words, words[0].IsPlural ? 1 : 0)) is { } title
                ? words[(title.Length + (words[0].IsPlural ? 1 : 0))..] : [];
        }
    }

    /// <summary>What stands before each name of a list that begins with a word for several: the words before that word, and one or two after it.</summary>
    public static IReadOnlyList<UnitWord[]> Heads(string run) =>
    [
        .. Readings(run).Where(r => r.Any(w => w.IsPlural)).SelectMany(r => new[] { 1, 2 }.Select(k => r.TakeWhile(w => !w.IsPlural).Concat(r.SkipWhile(w => !w.IsPlural).Skip(1).Take(k)).ToArray())),
    ];

    private static UnitWord[] Words(string text) => [.. Word().Matches(Fold.Nfc(text)).Select(m => UnitWord.Of(m.Value)).Where(w => !Joining.Contains(w.Plain))];

    private static bool Stands(UnitWord[] phrase, UnitWord[] words, int at) =>
        phrase.Length > 0 && at + phrase.Length <= words.Length && phrase.Zip(words[at..]).All(p => p.First.Plain == p.Second.Plain);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();
}
