namespace Portal.Domain.Search;

/// <summary>A piece of a text, and whether it is what was searched for.</summary>
public readonly record struct TextPart(string Text, bool Found);

/// <summary>What somebody searches for: every word must stand in the text, accents or not; the last may be only begun, while one types.</summary>
public sealed class SearchTerms
{
    private const int MaxTerms = 8, MinLetters = 2;

    private readonly List<string> exact, folded;

    private SearchTerms(List<string> exact, bool begun) => (this.exact, folded, LastIsBegun) = (exact, [.. exact.Select(Fold.Of)], begun);

    /// <summary>The words with their accents, in lower case; letters and digits only.</summary>
    public IReadOnlyList<string> Exact => exact;

    /// <summary>The words without accents.</summary>
    public IReadOnlyList<string> Folded => folded;

    /// <summary>The last word may go on.</summary>
    public bool LastIsBegun { get; }

    /// <summary>Reads what was typed.</summary>
    /// <param name="typed">Anything; only its words count, at most eight.</param>
    /// <returns>Null when there is too little to search for.</returns>
    public static SearchTerms? Parse(string? typed)
    {
        var words = SearchWords.Exact(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxTerms).ToList();
        return words.Sum(w => w.Length) < MinLetters ? null : new(words, char.IsLetterOrDigit(typed![^1]));
    }

    /// <summary>All of it stands in a text, accents or not.</summary>
    public bool In(string text) => Stand(folded, SearchWords.Folded(text));

    /// <summary>All of it stands in a text as it was typed.</summary>
    public bool ExactlyIn(string text) => Stand(exact, SearchWords.Exact(text));

    /// <summary>The part of a text around the first word that was found, with what was found marked.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">About how many characters.</param>
    public IReadOnlyList<TextPart> Mark(string text, int length)
    {
        var composed = Fold.Nfc(text);
        var words = SearchWords.In(composed).Select(r => (r.Start.Value, End: r.End.Value, Found: IsOne(Fold.Of(composed[r])))).ToList();
        var first = words.FindIndex(w => w.Found);
        var from = first < 0 ? 0 : words.Where(w => w.Value >= words[first].Value - (length / 3)).Select(w => w.Value).First();
        from = from < length / 3 ? 0 : from;
        var to = words.Where(w => w.Value >= from && w.End <= from + length).Select(w => w.End).LastOrDefault(Math.Min(composed.Length, from + length));
        to = composed.Length - to < 20 ? composed.Length : to;
        var parts = new List<TextPart>();
        void Add(string part, bool found)
        {
            if (part.Length > 0)
            {
                parts.Add(new(part, found));
            }
        }

        Add(from > 0 ? "…" : "", false);
        var at = from;
        foreach (var (start, end, _) in words.Where(w => w.Found && w.Value >= from && w.End <= to))
        {
            Add(composed[at..start], false);
            Add(composed[start..end], true);
            at = end;
        }

        Add(composed[at..to], false);
        Add(to < composed.Length ? "…" : "", false);
        return parts;
    }

    private bool IsOne(string word) => folded.Exists(t => t == word) || (LastIsBegun && word.StartsWith(folded[^1], StringComparison.Ordinal));

    private bool Stand(List<string> terms, string words)
    {
        var all = words.Split(' ').ToHashSet(StringComparer.Ordinal);
        return terms.Select((t, i) => all.Contains(t) || (LastIsBegun && i == terms.Count - 1 && all.Any(w => w.StartsWith(t, StringComparison.Ordinal)))).All(found => found);
    }
}
