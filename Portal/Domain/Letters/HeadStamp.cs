namespace Portal.Domain.Letters;

/// <summary>The secrecy stamp: one of the three words in capitals, alone in its cell or in brackets. Inside words or sentences
/// ("bảo mật", "bí mật") it is none.</summary>
internal static class HeadStamp
{
    private const int MaxLetters = 20;

    private static readonly string[] Secret = LetterWords.Stamps.Split('|');
    private static readonly HashSet<string> Any = [.. (LetterWords.Stamps + "|" + LetterWords.OtherStamps).Split('|').Select(Squeezed)];

    /// <summary>Finds it anywhere on the page; the most secret one counts.</summary>
    public static Found<string>? Find(HeadRows rows)
    {
        foreach (var stamp in Secret)
        {
            foreach (var cell in rows.All.Where(c => c.Letters.Length <= MaxLetters && c.IsCapitals))
            {
                var written = rows.Text.Written(cell.From, cell.To).Trim(' ', '(', ')', '[', ']', '*', '.', ':', '-', '"', '\u201C', '\u201D');
                if (written == stamp || written.Replace(" ", "") == stamp.Replace(" ", ""))
                {
                    return rows.Text.Found(stamp, cell.From, cell.To);
                }
            }
        }
        return null;
    }

    /// <summary>Whether a line is a stamp of any kind and so no part of a name or a title; accents are not compared.</summary>
    public static bool IsAny(string letters) => letters.Length <= MaxLetters && Any.Contains(Squeezed(letters.Trim('(', ')', '*', ' ')));

    private static string Squeezed(string letters) => Fold.Of(letters).Replace(" ", "");
}
