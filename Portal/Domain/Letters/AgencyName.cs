using System.Text;

namespace Portal.Domain.Letters;

/// <summary>Names of agencies as a letterhead writes them, in capitals, and as people write them: the letters stay, only capitals
/// become small (Nghị định 30/2020/NĐ-CP, phụ lục II).</summary>
internal static class AgencyName
{
    private const string Vowels = "aeiouy";

    private static readonly string[] Endings = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

    private static readonly List<(string[] Words, bool ThenName)> Agencies = [.. LetterWords.Agencies.Split('|')
        .Select(a => (a.TrimEnd('*').Split(' '), a.EndsWith('*'))).OrderByDescending(a => a.Item1.Length)];

    private static readonly List<string[]> Levels = [.. LetterWords.Levels.Split('|').Select(l => l.Split(' '))];

    private static readonly List<string[]> NotLevels = [.. LetterWords.NotLevels.Split('|').Select(l => l.Split(' '))];

    /// <summary>Whether a line begins as the name of an agency does.</summary>
    public static bool Begins(string line) => Agency(Words(line)).Words is not null;

    /// <summary>"ỦY BAN NHÂN DÂN XÃ BÌNH THẠNH" gives "Ủy ban nhân dân xã Bình Thạnh".</summary>
    public static string Readable(string line)
    {
        var words = Words(line);
        var small = words.Select(w => w.ToLowerInvariant()).ToArray();
        var (agency, name) = Agency(words);
        var at = agency?.Length ?? 0;
        for (var i = 0; i < at; i++)
        {
            words[i] = AsIn(agency![i], words[i], small[i]);
        }
        for (var capital = true; at < words.Length; at++)
        {
            if (Level(small, at) is var length and > 0)
            {
                for (var last = at + length - 1; at <= last; at++)
                {
                    words[at] = small[at];
                }
                (name, at) = (true, at - 1);
                continue;
            }
            var joins = words[at] is "-" or "\u2013" || small[at] is "v\u00E0"; // và
            if (joins || IsSyllable(small[at]))
            {
                words[at] = !joins && (name || capital) ? Capital(small[at]) : small[at];
            }
            capital = joins || words[at].EndsWith(',');
        }
        return string.Join(' ', words);
    }

    private static (string[]? Words, bool ThenName) Agency(string[] words) => Agencies.Find(a => a.Words.Length <= words.Length
        && a.Words.Zip(words).All(p => Sorted(p.First) == Sorted(p.Second.TrimEnd(','))));

    /// <summary>The same for a tone mark over either of two vowels: UỶ and ỦY, HOÀ and HÒA.</summary>
    private static string Sorted(string word) => string.Concat(word.ToLowerInvariant().Normalize(NormalizationForm.FormD).Order());

    /// <summary>How many words from here are a level of government that is followed by a place.</summary>
    private static int Level(string[] small, int at) => !Has(NotLevels, small, at, 0) && Levels.Find(l => Has([l], small, at, 1)) is { } level ? level.Length : 0;

    private static bool Has(List<string[]> phrases, string[] small, int at, int more) =>
        phrases.Exists(p => at + p.Length + more <= small.Length && p.SequenceEqual(small[at..(at + p.Length)]));

    private static string AsIn(string pattern, string word, string small) =>
        pattern.Length > 1 && char.IsUpper(pattern[1]) ? word : char.IsUpper(pattern[0]) ? Capital(small) : small;

    private static string Capital(string small) => char.ToUpperInvariant(small[0]) + small[1..];

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it can be spoken as one Vietnamese syllable; what cannot is an abbreviation (HĐND, UBND, MTTQ) and keeps its capitals.</summary>
    private static bool IsSyllable(string small)
    {
        var plain = Fold.Of(small).Trim(',', '.', '(', ')');
        var from = plain.AsSpan().IndexOfAny(Vowels);
        if (from < 0 || from > 3 || plain.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return false;
        }
        var to = plain.AsSpan().LastIndexOfAny(Vowels) + 1;
        return to - from <= 3 && !plain.AsSpan(from, to - from).ContainsAnyExcept(Vowels) && Endings.Contains(plain[to..]);
    }
}
