using System.Globalization;
using System.Text;

namespace Portal.Domain.Letters;

/// <summary>A text beside its letters without accents, capitals kept, one plain letter for each written one, with the way back to
/// its place. So one pattern reads composed and decomposed Vietnamese alike.</summary>
internal sealed class PlainText
{
    private readonly string _written;
    private readonly int[] _at;

    /// <summary>Takes the accents off.</summary>
    public PlainText(string written)
    {
        _written = written;
        var plain = new StringBuilder(written.Length);
        var at = new List<int>(written.Length + 1);
        for (var i = 0; i < written.Length; i++)
        {
            if (Letter(written[i]) is { } letter)
            {
                plain.Append(letter);
                at.Add(i);
            }
        }
        at.Add(written.Length);
        (Letters, _at) = (plain.ToString(), [.. at]);
    }

    /// <summary>The letters without accents; tabs and line ends are kept, every other space and dash is the plain one.</summary>
    public string Letters { get; }

    /// <summary>The piece as written, composed, with single spaces; places count in <see cref="Letters"/>.</summary>
    public string Written(int from, int to) => string.Join(' ', Fold.Nfc(_written[_at[from].._at[to]]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A value with its place in the text that was given.</summary>
    public Found<T> Found<T>(T value, int from, int to) => new(value, _at[from], _at[to] - _at[from]);

    private static char? Letter(char c)
    {
        switch (c)
        {
            case < '\u0080':
                return c is '\r' or '\v' or '\f' ? ' ' : c;
            case '\u0111':
                return 'd';
            case '\u0110':
                return 'D';
            case '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212':
                return '-';
            case '\u2026':
                return '.';
            case >= '\uD800' and <= '\uDFFF':
                return '?';
        }
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => null,
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter => c.ToString().Normalize(NormalizationForm.FormD)[0],
            _ => c,
        };
    }
}
