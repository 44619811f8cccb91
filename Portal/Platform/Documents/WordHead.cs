using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;

namespace Portal.Platform.Documents;

/// <summary>What stands above and below a letter's body, each component in its place (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II and the drawing of mục IV).</summary>
internal static class WordHead
{
    private const int Left = 3800, RuleShare = 40;
    private const string Blank = "      ";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Issuer, number and subject on the left; nation, motto, place and day on the right.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="width">How much room there is, in twips.</param>
    public static Table Top(OfficialLetter letter, int width)
    {
        var right = width - Left;
        var issuer = letter.Issuer.SelectMany(l => TextWidth.Lines(Upper(l), WordStyles.IssuerSize, true, Left - 100)).ToList();
        List<OpenXmlElement> who =
        [
            .. (letter.IssuerParent is { } parent ? TextWidth.Lines(Upper(parent), WordStyles.IssuerSize, false, Left - 100) : []).Select(l => WordText.Of(WordStyles.IssuerParent, l)),
            .. issuer.Select(l => WordText.Of(WordStyles.Issuer, l)),
            Rule(Left, TextWidth.Of(issuer[^1], WordStyles.IssuerSize, true) * RuleShare / 100),
        ];
        List<OpenXmlElement> nation =
        [
            WordText.Of(WordStyles.Nation, LetterForm.Nation), WordText.Of(WordStyles.Motto, LetterForm.Motto),
            Rule(right, TextWidth.Of(LetterForm.Motto, WordStyles.MottoSize, true)),
        ];
        List<OpenXmlElement> number = [WordText.Of(WordStyles.Number, string.Format(LetterForm.Number, NumberOf(letter), letter.Symbol))];
        if (letter.Kind is null)
        {
            number.Add(WordText.Of(WordStyles.About, string.Format(LetterForm.About, letter.Subject)));
        }

        return WordTables.Layout(LetterForm.HeadTable, LetterForm.HeadTableHint, [Left, right], [who, nation],
            [number, [WordText.Of(WordStyles.PlaceDate, string.Format(LetterForm.PlaceDate, [letter.Place, .. DayOf(letter)]))]]);
    }

    /// <summary>The kind and the subject below it, with its rule; nothing for a công văn.</summary>
    public static IEnumerable<OpenXmlElement> Title(OfficialLetter letter, int width)
    {
        if (letter.Kind is { } kind)
        {
            yield return WordText.Of(WordStyles.Kind, Upper(kind));
            yield return WordText.Of(WordStyles.Subject, letter.Subject);
            yield return Rule(width, Short(letter.Subject, width));
        }
    }

    /// <summary>To whom: one on the same line; several each on its own, the dashes under the colon.</summary>
    public static IEnumerable<OpenXmlElement> Addressees(OfficialLetter letter)
    {
        const int start = 1700;
        if (letter.Addressees.Count == 0)
        {
            yield break;
        }

        var one = letter.Addressees.Count == 1;
        var first = WordText.Of(WordStyles.To, one ? $"{LetterForm.To} {letter.Addressees[0]}" : LetterForm.To);
        first.ParagraphProperties!.Append(new Indentation { Left = $"{start}" });
        yield return first;
        var colon = start + TextWidth.Of(LetterForm.To.TrimEnd(':'), WordStyles.TextSize, false);
        var dash = TextWidth.Of("- ", WordStyles.TextSize, false);
        for (var k = 0; !one && k < letter.Addressees.Count; k++)
        {
            var line = WordText.Of(WordStyles.ToLine, $"- {letter.Addressees[k]}{(k == letter.Addressees.Count - 1 ? "." : ";")}");
            line.ParagraphProperties!.Append(new Indentation { Left = $"{colon + dash}", Hanging = $"{dash}" });
            yield return line;
        }
    }

    /// <summary>Who gets it on the left; who signs on the right.</summary>
    public static Table Bottom(OfficialLetter letter, int width)
    {
        const int left = 4100;
        List<OpenXmlElement> recipients =
        [
            WordText.Of(WordStyles.Recipients, LetterForm.Recipients),
            .. letter.Recipients.Select((r, k) => WordText.Of(WordStyles.Recipient, $"- {r}{(k == letter.Recipients.Count - 1 ? "." : ";")}")),
        ];
        List<OpenXmlElement> signer =
        [
            .. letter.AuthorityLines.Append(letter.SignerTitle).Select(l => WordText.Of(WordStyles.Authority, Upper(l))),
            WordText.Of(WordStyles.Signer, letter.SignerName is { } name ? [name] : Array.Empty<LetterRun>()),
        ];
        return WordTables.Layout(LetterForm.SignTable, LetterForm.SignTableHint, [left, width - left], [recipients, signer]);
    }

    /// <summary>The label, title and note of an annex, with its rule.</summary>
    public static IEnumerable<OpenXmlElement> Annex(OfficialLetter letter, int number, int width)
    {
        var annex = letter.Annexes[number - 1];
        var kind = letter.Kind is { } named ? named : LetterForm.Letter;
        var note = string.Format(LetterForm.AnnexNote, [kind, NumberOf(letter), letter.Symbol, .. DayOf(letter), letter.IssuerName]);
        yield return WordText.Of(WordStyles.Annex, letter.Annexes.Count == 1 ? LetterForm.Annex : string.Format(LetterForm.AnnexOf, LetterNumerals.Roman(number)));
        yield return WordText.Of(WordStyles.AnnexTitle, Upper(annex.Title));
        yield return WordText.Of(WordStyles.AnnexNote, note);
        yield return Rule(width, Short(note, width));
    }

    /// <summary>In capitals, as it will be written: it is measured.</summary>
    public static string Upper(string text) => WordText.Clean(text).ToUpper(Vietnamese);

    /// <summary>Less than ten with a zero before; blank while it is not known.</summary>
    private static string NumberOf(OfficialLetter letter) => letter.Number?.ToString("00", CultureInfo.InvariantCulture) ?? Blank;

    // A leading zero for days below 10 and for the months 1 and 2.
    private static string[] DayOf(OfficialLetter letter) =>
    [
        letter.Date.Day?.ToString("00", CultureInfo.InvariantCulture) ?? Blank,
        letter.Date.Month is { } month ? month.ToString(month < 3 ? "00" : "0", CultureInfo.InvariantCulture) : Blank,
        letter.Date.Year.ToString(CultureInfo.InvariantCulture),
    ];

    // A third to a half of the line above; of a line that is full when there are several.
    private static int Short(string text, int width) => Math.Min(TextWidth.Of(WordText.Clean(text), WordStyles.TextSize, true), width) * RuleShare / 100;

    private static Paragraph Rule(int room, int length)
    {
        var side = $"{(room - length) / 2}";
        return new(new ParagraphProperties(
            new ParagraphStyleId { Val = WordStyles.Rule },
            new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
            new Indentation { Left = side, Right = side }));
    }
}
