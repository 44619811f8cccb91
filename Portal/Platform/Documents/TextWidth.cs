using System.Text;

namespace Portal.Platform.Documents;

/// <summary>How wide words are in Times New Roman, so that rules under them get the length that is prescribed. Widths in thousandths of the size, as the font's own table gives them; a letter with a tone mark is as wide as without.</summary>
public static class TextWidth
{
    private const int TwipsPerPoint = 20, FirstKnown = 32, Unknown = 560;
    private const char Horn = '\u031B';

    private static readonly int[] Regular =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    private static readonly int[] Bold =
    [
        250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
        930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
        333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
    ];

    /// <summary>The width in twips.</summary>
    /// <param name="text">One line.</param>
    /// <param name="points">The size of the letters.</param>
    /// <param name="bold">Whether they are bold.</param>
    public static int Of(string text, double points, bool bold)
    {
        var widths = bold ? Bold : Regular;
        var sum = 0;
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            sum += c switch
            {
                '\u0110' => 722,
                '\u0111' => bold ? 556 : 500,
                '\u2013' => 500,
                Horn => bold ? 50 : 40,
                >= '\u0300' and <= '\u036F' => 0,
                _ when c >= FirstKnown && c - FirstKnown < widths.Length => widths[c - FirstKnown],
                _ => Unknown,
            };
        }

        return (int)Math.Round(sum * points * TwipsPerPoint / 1000);
    }

    /// <summary>Breaks words into as few lines as fit, all about equally long.</summary>
    /// <param name="text">The words.</param>
    /// <param name="points">The size of the letters.</param>
    /// <param name="bold">Whether they are bold.</param>
    /// <param name="most">The width of a line, in twips.</param>
    public static IReadOnlyList<string> Lines(string text, double points, bool bold, int most)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var few = Fill(words, points, bold, most);
        var narrow = Of(text, points, bold) / Math.Max(few.Count, 1);
        for (; narrow < most; narrow += 20)
        {
            if (Fill(words, points, bold, narrow) is { } even && even.Count == few.Count)
            {
                return even;
            }
        }

        return few;
    }

    private static List<string> Fill(string[] words, double points, bool bold, int most)
    {
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && Of($"{lines[^1]} {word}", points, bold) <= most)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
