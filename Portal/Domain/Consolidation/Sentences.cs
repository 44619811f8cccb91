namespace Portal.Domain.Consolidation;

/// <summary>One sentence of a text, where it stands there.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">How many characters, the mark at its end left out.</param>
public readonly record struct Sentence(int Start, int Length)
{
    /// <summary>The words.</summary>
    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>Cuts what a unit wrote into sentences without changing a character: at line ends, and at a mark that ends a sentence before a capital letter or a dash.</summary>
public static class Sentences
{
    private const string Marks = ".!?…", LineEnds = ".!?…;,";
    private const string Bullets = "-–—+*•●";

    /// <summary>The sentences of a text, in order; blank ones left out.</summary>
    public static IEnumerable<Sentence> Of(string text)
    {
        var start = 0;
        for (var k = 0; k < text.Length; k++)
        {
            if (text[k] is '\n' or '\r')
            {
                if (Cut(text, start, k) is { } line)
                {
                    yield return line;
                }

                start = k + 1;
            }
            else if (Ends(text, start, k))
            {
                if (Cut(text, start, k) is { } sentence)
                {
                    yield return sentence;
                }

                start = k + 1;
            }
        }

        if (Cut(text, start, text.Length) is { } last)
        {
            yield return last;
        }
    }

    // Not within a number (1.234), an abbreviation (UBND.) or a list number (1. Về): what follows must begin a sentence, what is before must be more than its number.
    private static bool Ends(string text, int start, int at)
    {
        if (!Marks.Contains(text[at], StringComparison.Ordinal) || at + 1 >= text.Length || text[at + 1] is not (' ' or '\t'))
        {
            return false;
        }

        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t')
        {
            next++;
            if (next >= text.Length)
            {
                return true;
            }
        }

        var word = at;
        while (word > 0 && !char.IsWhiteSpace(text[word - 1]))
        {
            word--;
        }

        var numbered = text[word..at].All(c => char.IsAsciiDigit(c) || c is '.' or ')') && string.IsNullOrWhiteSpace(text[start..word]);
        return at - word > 1 && !numbered && (char.IsUpper(text[next]) || Numbers(text, next) || Bullets.Contains(text[next], StringComparison.Ordinal));
    }

    // 2. or 3): the number of the next thing in a list.
    private static bool Numbers(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end > at && end + 1 < text.Length && text[end] is ('.' or ')') && char.IsWhiteSpace(text[end + 1]);
    }

    private static Sentence? Cut(string text, int from, int to)
    {
        while (from < to && (char.IsWhiteSpace(text[from]) || Bullets.Contains(text[from], StringComparison.Ordinal)))
        {
            from++;
        }

        while (to > from && (char.IsWhiteSpace(text[to - 1]) || LineEnds.Contains(text[to - 1], StringComparison.Ordinal)))
        {
            to--;
        }

        return to > from ? new Sentence(from, to - from) : null;
    }
}
