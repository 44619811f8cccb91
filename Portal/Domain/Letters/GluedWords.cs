using System.Text;

namespace Portal.Domain.Letters;

/// <summary>Words that lost the space between them on the way from a page to a text. Vietnamese is written syllable by syllable, so a
/// word that cannot be spoken as one, and as two or three in one way only, is parted; anything less certain stays as it is.</summary>
public static class GluedWords
{
    private const int MaxWord = 24;

    private static readonly HashSet<string> Onsets = [.. LetterGrammar.Onsets.Split('|')];
    private static readonly HashSet<string> Rimes = [.. LetterGrammar.Rimes.Split('|')];
    private static readonly HashSet<string> Common = [.. (LetterGrammar.Heads + "|" + LetterGrammar.Verbs + "|" + LetterGrammar.Sectors + "|" + LetterGrammar.FirmVerbs + "|" + LetterGrammar.Generics + "|" + LetterWords.Agencies)
        .ToLowerInvariant().Split(['|', ' ', '-', ',', '*'], StringSplitOptions.RemoveEmptyEntries)];
    private static readonly HashSet<string> BeforeFigures = [.. LetterGrammar.BeforeFigures.Split('|')];

    /// <summary>Puts the missing spaces in.</summary>
    internal static List<Glyph> Part(List<Glyph> glyphs)
    {
        var known = Vocabulary(glyphs);
        var parted = new List<Glyph>(glyphs.Count + 64);
        for (var i = 0; i < glyphs.Count;)
        {
            if (!char.IsLetter(glyphs[i].Letter))
            {
                parted.Add(glyphs[i]);
                if (IsMissingAfter(glyphs, i))
                {
                    parted.Add(new(' ', glyphs[i].End, glyphs[i].End));
                }
                i++;
                continue;
            }
            var end = i;
            while (end < glyphs.Count && char.IsLetter(glyphs[end].Letter))
            {
                end++;
            }
            Word(glyphs, i, end, known, parted);
            i = end;
        }
        return parted;
    }

    /// <summary>The syllables of one glued word; null when it is none, or not in one way only.</summary>
    /// <param name="word">The word.</param>
    /// <param name="known">Syllables that are met as words: of several ways the one that has only such is taken.</param>
    public static IReadOnlyList<string>? Split(string word, IReadOnlySet<string> known)
    {
        if (word.Length is < 4 or > MaxWord || IsSyllable(word) || !(word.Any(c => c > '\u007F') || HasInnerCapital(word)))
        {
            return null;
        }
        var found = Ways(word, 3).GroupBy(w => w.Count).OrderBy(g => g.Key).FirstOrDefault()?.Take(6).ToList();
        return found switch
        {
            null => null,
            [var only] => only,
            _ => found.FindAll(w => w.TrueForAll(p => known.Contains(p.ToLowerInvariant()))) is [var sure] ? sure : null,
        };
    }

    /// <summary>The syllables of the grammar's lists and of the text itself.</summary>
    private static HashSet<string> Vocabulary(List<Glyph> glyphs)
    {
        var known = new HashSet<string>(Common);
        var word = new StringBuilder();
        foreach (var glyph in glyphs)
        {
            if (char.IsLetter(glyph.Letter))
            {
                word.Append(char.ToLowerInvariant(glyph.Letter));
                continue;
            }
            if (word.Length is > 0 and <= 7)
            {
                known.Add(word.ToString());
            }
            word.Clear();
        }
        return known;
    }

    private static void Word(List<Glyph> glyphs, int from, int to, HashSet<string> known, List<Glyph> into)
    {
        var word = new StringBuilder(to - from);
        for (var i = from; i < to; i++)
        {
            word.Append(glyphs[i].Letter);
        }
        var breaks = new HashSet<int>();
        if (!InsideSymbol(glyphs, from, to) && Split(word.ToString(), known) is { } pieces)
        {
            var at = 0;
            foreach (var piece in pieces.SkipLast(1))
            {
                breaks.Add(at += piece.Length);
            }
        }
        for (var i = from; i < to; i++)
        {
            if (breaks.Contains(i - from))
            {
                into.Add(new(' ', glyphs[i].Start, glyphs[i].Start));
            }
            into.Add(glyphs[i]);
        }
        if (to < glyphs.Count && ((char.IsAsciiDigit(glyphs[to].Letter) && BeforeFigures.Contains(word.ToString().ToLowerInvariant())) || (glyphs[to].Letter == '(' && word.Length > 1)))
        {
            into.Add(new(' ', glyphs[to].Start, glyphs[to].Start));
        }
    }

    /// <summary>A comma, semicolon or closing bracket between two words, or a full stop before a capital: "chung,Bộ".</summary>
    private static bool IsMissingAfter(List<Glyph> glyphs, int at)
    {
        if (at == 0 || at + 1 >= glyphs.Count || glyphs[at].Letter is not (',' or ';' or ')' or ':') || !char.IsLetter(glyphs[at + 1].Letter))
        {
            return false;
        }
        return glyphs[at].Letter == ')' || (char.IsLetter(glyphs[at - 1].Letter) && (glyphs[at].Letter != ':' || char.IsUpper(glyphs[at + 1].Letter)));
    }

    /// <summary>Part of an address or of a document's symbol.</summary>
    private static bool InsideSymbol(List<Glyph> glyphs, int from, int to)
    {
        static bool Joins(char c) => c is '/' or '@' or '&' or '_' or '\\' || char.IsAsciiDigit(c);
        return (from > 0 && (Joins(glyphs[from - 1].Letter) || (glyphs[from - 1].Letter is '.' or '-' && from > 1 && !char.IsWhiteSpace(glyphs[from - 2].Letter) && glyphs[from - 1].Letter == '.')))
            || (to < glyphs.Count && glyphs[to].Letter is '/' or '@' or '&' or '_' or '\\');
    }

    private static bool HasInnerCapital(string word) => word.Skip(1).Zip(word).Any(p => char.IsUpper(p.First) && char.IsLower(p.Second));

    private static IEnumerable<List<string>> Ways(string word, int pieces)
    {
        if (IsSyllable(word))
        {
            yield return [word];
        }
        if (pieces == 1)
        {
            yield break;
        }
        for (var at = 1; at < word.Length; at++)
        {
            // Within one line small letters do not turn into a word of capitals.
            if (IsSyllable(word[..at]) && (!char.IsUpper(word[at]) || at == 1 || char.IsLower(word[at - 1]) || word.All(char.IsUpper)))
            {
                foreach (var rest in Ways(word[at..], pieces - 1))
                {
                    yield return [word[..at], .. rest];
                }
            }
        }
    }

    /// <summary>Whether a word is one syllable: an onset, a rime, one tone at most, and before a stop only two of the tones.</summary>
    public static bool IsSyllable(string word)
    {
        if (word.Length > 7 || (word.Length > 1 && !word.All(char.IsUpper) && word.Skip(1).Any(char.IsUpper)))
        {
            return false;
        }
        var tone = '\0';
        var bare = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323')
            {
                if (tone != '\0')
                {
                    return false;
                }
                tone = c;
                continue;
            }
            bare.Append(c);
        }
        var spoken = bare.ToString().Normalize(NormalizationForm.FormC);
        for (var onset = Math.Min(3, spoken.Length - 1); onset >= 0; onset--)
        {
            if ((onset == 0 || Onsets.Contains(spoken[..onset])) && Rimes.Contains(spoken[onset..]))
            {
                var stop = spoken[^1] is 'c' or 'p' or 't' || spoken.EndsWith("ch", StringComparison.Ordinal);
                return !stop || tone is '\u0301' or '\u0323';
            }
        }
        return false;
    }
}
