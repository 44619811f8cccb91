namespace Portal.Domain.Search;

/// <summary>The words of a text as both engines search them: runs of letters and digits, in lower case, exact and folded.</summary>
public static class SearchWords
{
    private const int MaxWord = 100, MaxText = 200_000; // beyond it a word or a text is cut: PostgreSQL takes no longer ones

    /// <summary>Where words stand in a composed text.</summary>
    /// <param name="text">NFC.</param>
    public static IEnumerable<Range> In(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                yield return start..at;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>The words as they are written, accents and all, between blanks.</summary>
    public static string Exact(string text)
    {
        var composed = Fold.Nfc(text);
        composed = composed.Length > MaxText ? composed[..MaxText] : composed;
        return string.Join(' ', In(composed).Select(r => composed[r]).Select(w => (w.Length > MaxWord ? w[..MaxWord] : w).ToLowerInvariant()));
    }

    /// <summary>The words without accents, between blanks.</summary>
    public static string Folded(string text) => Fold.Of(Exact(text));
}
