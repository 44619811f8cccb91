using System.Text;

namespace Portal.Domain.Letters;

/// <summary>A word or a mark.</summary>
/// <param name="From">Where it begins in the read text.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Key">What it is compared by: small letters, the tone at the end, every dash alike; a mark is itself, a line's end "\n".</param>
/// <param name="IsCapital">Begins with a capital.</param>
internal readonly record struct Token(int From, int To, string Key, bool IsCapital)
{
    /// <summary>A word or a figure, not a mark.</summary>
    public bool IsWord => char.IsLetterOrDigit(Key[0]);
}

/// <summary>A text in words and marks.</summary>
internal sealed class LetterTokens
{
    private readonly Token[] _tokens;
    private readonly int[] _at;

    public LetterTokens(string composed)
    {
        var tokens = new List<Token>(composed.Length / 4);
        _at = new int[composed.Length + 1];
        for (var i = 0; i < composed.Length;)
        {
            _at[i] = tokens.Count;
            var c = composed[i];
            if (c is ' ')
            {
                i++;
                continue;
            }
            var to = i + 1;
            if (char.IsLetterOrDigit(c))
            {
                while (to < composed.Length && (char.IsLetterOrDigit(composed[to]) || (composed[to] == '&' && to + 1 < composed.Length && char.IsLetter(composed[to + 1]))))
                {
                    _at[to++] = tokens.Count;
                }
            }
            tokens.Add(new(i, to, c == '\t' ? "\n" : Key(composed[i..to]), char.IsUpper(c)));
            i = to;
        }
        _at[composed.Length] = tokens.Count;
        _tokens = [.. tokens];
    }

    /// <summary>How many.</summary>
    public int Count => _tokens.Length;

    /// <summary>One of them; after the last one ends of lines.</summary>
    public Token this[int at] => at < _tokens.Length ? _tokens[at] : new(int.MaxValue, int.MaxValue, "\n", false);

    /// <summary>The first token that begins at or after a place in the text, or holds it.</summary>
    public int At(int place) => place >= _at.Length ? _tokens.Length : _at[Math.Max(0, place)];

    /// <summary>What a piece of text is compared by, word for word.</summary>
    public static string[] Keys(string text) => [.. new LetterTokens(text)._tokens.Select(t => t.Key)];

    private static string Key(string word)
    {
        if (word is "\u2013" or "\u2014" or "\u2010" or "\u2011" or "-")
        {
            return "-";
        }
        var small = word.ToLowerInvariant();
        if (small.All(c => c < '\u0080'))
        {
            return small;
        }
        var bare = new StringBuilder(small.Length + 1);
        var tone = new StringBuilder(1);
        foreach (var c in small.Normalize(NormalizationForm.FormD))
        {
            (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323' ? tone : bare).Append(c);
        }
        return bare.Append(tone).ToString();
    }
}

/// <summary>A list of phrases that a text is compared with, the longest first.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, List<string[]>> _byFirst;

    /// <param name="list">Phrases between bars.</param>
    public Phrases(string list) => _byFirst = list.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => LetterTokens.Keys(p.Trim())).Where(p => p.Length > 0)
        .GroupBy(p => p[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToList());

    /// <summary>How many tokens from here on are one of the phrases; 0 for none.</summary>
    public int Match(LetterTokens tokens, int at)
    {
        if (_byFirst.TryGetValue(tokens[at].Key, out var phrases))
        {
            foreach (var phrase in phrases)
            {
                var k = 1;
                while (k < phrase.Length && tokens[at + k].Key == phrase[k])
                {
                    k++;
                }
                if (k == phrase.Length)
                {
                    return k;
                }
            }
        }
        return 0;
    }

    /// <summary>Whether one begins here.</summary>
    public bool Begins(LetterTokens tokens, int at) => Match(tokens, at) > 0;
}
