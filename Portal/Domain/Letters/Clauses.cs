namespace Portal.Domain.Letters;

/// <summary>Pieces of a text between marks that do not stand in brackets or quotation marks.</summary>
internal static class Clauses
{
    private const int MaxPieces = 200;

    /// <summary>Splits at a mark.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="mark">The mark.</param>
    public static List<(int From, int To)> Split(string plain, int from, int to, char mark)
    {
        var pieces = new List<(int, int)>();
        var start = from;
        var (brackets, quoted) = (0, false);
        for (var i = from; i < to; i++)
        {
            switch (plain[i])
            {
                case '(':
                    brackets++;
                    break;
                case ')':
                    brackets = Math.Max(0, brackets - 1);
                    break;
                case '\u201C':
                    quoted = true;
                    break;
                case '\u201D' or '\n':
                    quoted = false;
                    break;
            }
            if (plain[i] == mark && brackets == 0 && !quoted && pieces.Count < MaxPieces)
            {
                Add(start, i);
                start = i + 1;
            }
        }
        Add(start, to);
        return pieces;

        void Add(int first, int end)
        {
            while (first < end && char.IsWhiteSpace(plain[first]))
            {
                first++;
            }
            while (end > first && char.IsWhiteSpace(plain[end - 1]))
            {
                end--;
            }
            if (end > first)
            {
                pieces.Add((first, end));
            }
        }
    }

    /// <summary>Sentences.</summary>
    public static List<(int From, int To)> Sentences(string plain, int from, int to)
    {
        var sentences = new List<(int, int)>();
        while (from < to)
        {
            var end = DeadlineReader.SentenceEnd(plain, from, to);
            if (plain[from..end].Trim().Length > 0)
            {
                var start = from;
                while (start < end && char.IsWhiteSpace(plain[start]))
                {
                    start++;
                }
                sentences.Add((start, end));
            }
            from = end + 1;
        }
        return sentences;
    }
}
