namespace Portal.Domain.Letters;

/// <summary>A letter's text as it is read: composed, glued words parted, lines that a page broke put together again, page numbers
/// left out; each letter with the way back to its place in the text as given.</summary>
internal sealed class LetterText
{
    /// <summary>How much of a text is looked at.</summary>
    public const int MaxText = 200_000;

    private readonly Glyph[] _glyphs;

    private LetterText(int length, List<Glyph> glyphs)
    {
        GivenLength = length;
        _glyphs = [.. glyphs];
        Composed = string.Create(_glyphs.Length, _glyphs, static (into, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                into[i] = from[i].Letter;
            }
        });
        Rows = new PlainText(Composed);
        Plain = Rows.Letters;
    }

    /// <summary>How long the text as given is.</summary>
    public int GivenLength { get; }

    /// <summary>The letters, composed, with their accents.</summary>
    public string Composed { get; }

    /// <summary>The same without accents, capitals kept, letter for letter.</summary>
    public string Plain { get; }

    /// <summary>The same for the readers of a head.</summary>
    public PlainText Rows { get; }

    /// <summary>Makes it; what is longer than <see cref="MaxText"/> is cut off.</summary>
    public static LetterText Of(string given) =>
        new(given.Length, LetterLines.Join(GluedWords.Part(Glyph.Of(given.Length > MaxText ? given[..MaxText] : given))));

    /// <summary>A piece with single spaces.</summary>
    public string Value(int from, int to) => from >= to ? "" : string.Join(' ', Composed[from..to].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A value with its place in the text as given.</summary>
    public Found<T> Found<T>(T value, int from, int to, double confidence = 1)
    {
        while (from < to - 1 && char.IsWhiteSpace(Composed[from]))
        {
            from++;
        }
        while (to > from + 1 && char.IsWhiteSpace(Composed[to - 1]))
        {
            to--;
        }
        if (from >= to)
        {
            return new(value, from < _glyphs.Length ? _glyphs[from].Start : 0, 0, confidence);
        }
        return new(value, _glyphs[from].Start, _glyphs[to - 1].End - _glyphs[from].Start, confidence);
    }

    /// <summary>The piece itself as a value with its place.</summary>
    public Found<string> Found(int from, int to, double confidence = 1) => Found(Value(from, to), from, to, confidence);

    /// <summary>The same value with its place in the text as given, from a place in <see cref="Composed"/>.</summary>
    public Found<T>? Back<T>(Found<T>? found, double confidence = 1) =>
        found is null ? null : Found(found.Value, found.Start, found.Start + found.Length, confidence);
}

/// <summary>One letter and where it stands in the text as given.</summary>
/// <param name="Letter">The letter, composed.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it and its marks end; the same as <paramref name="Start"/> for a space that is not written.</param>
internal readonly record struct Glyph(char Letter, int Start, int End)
{
    // Bullets of Word's symbol fonts and of web pages, at a line's beginning and elsewhere: all are dashes to a reader.
    private const string Bullets = "\u2022\u25CF\u25AA\u25A0\u25E6\u25CB\u2023\u2043\u00B7\uF0B7\uF02D\uF0A7\uF076\uF0D8\uF0FC";

    /// <summary>The letters of a text, without what is not seen.</summary>
    public static List<Glyph> Of(string text)
    {
        var glyphs = new List<Glyph>(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var end = i + 1;
            while (end < text.Length && IsMark(text[end]))
            {
                end++;
            }
            if (text[i] == '*' && end < text.Length && text[end] == '*')
            {
                i = end + 1;
                continue;
            }
            if (Seen(text, i, end) is { } letter)
            {
                glyphs.Add(new(letter, i, end));
            }
            i = end;
        }
        return glyphs;
    }

    private static char? Seen(string text, int from, int to)
    {
        var c = text[from];
        switch (c)
        {
            case '\t' or '\n':
                return c;
            case '\r':
                return to < text.Length && text[to] == '\n' ? null : '\n';
            case '\f' or '\u2028' or '\u2029':
                return '\n';
            case '\u00D0':
                return '\u0110';
            case < ' ' or (>= '\u007F' and < '\u00A0'):
                return null;
            case < '\u0080' when to == from + 1:
                return c;
            case >= '\uD800' and <= '\uDFFF':
                return '?';
        }
        if (char.IsWhiteSpace(c))
        {
            return ' ';
        }
        if (Bullets.Contains(c))
        {
            return '-';
        }
        return char.GetUnicodeCategory(c) switch
        {
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark
                or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.OtherNotAssigned => null,
            _ => to == from + 1 && c < '\u0300' ? c : Composed(text[from..to]),
        };
    }

    /// <summary>The first letter of the composed piece; a long row of marks is no letter's.</summary>
    private static char Composed(string piece) => (piece.Length > 8 ? piece[..8] : piece).Normalize(System.Text.NormalizationForm.FormC)[0];

    private static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark;
}
