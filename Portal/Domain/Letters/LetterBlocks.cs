using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>What a line is marked with.</summary>
internal enum LineMark
{
    /// <summary>With nothing.</summary>
    None,
    /// <summary>I., II.</summary>
    Roman,
    /// <summary>1., 1), (1), 1/</summary>
    Number,
    /// <summary>1.1, 1.1.1</summary>
    Dotted,
    /// <summary>a), b)</summary>
    Point,
    /// <summary>A dash or bullet.</summary>
    Dash,
    /// <summary>A plus.</summary>
    Plus,
    /// <summary>A star.</summary>
    Star,
    /// <summary>The name of a unit and a colon.</summary>
    Unit,
}

/// <summary>A paragraph of the read text.</summary>
/// <param name="From">Where it begins, with its mark.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Body">Where its words begin, after the mark.</param>
/// <param name="Mark">How it is marked.</param>
/// <param name="Label">The mark's number or letter; null for a dash.</param>
internal sealed record BodyParagraph(int From, int To, int Body, LineMark Mark, string? Label)
{
    /// <summary>How deep a dotted number goes.</summary>
    public int Dots => Mark == LineMark.Dotted ? Label!.Count(c => c == '.') : 0;
}

/// <summary>The blocks of a letter: head, addressees, body, and what follows the body.</summary>
internal sealed partial class LetterBlocks
{
    public LetterBlocks(LetterText text, int headEnd)
    {
        Text = text;
        All = Paragraphs(text);
        Greeting = All.FindIndex(p => Greeted().IsMatch(text.Plain[p.From..Math.Min(p.To, p.From + 200)]));
        var first = Greeting >= 0 ? Greeting : Math.Max(0, All.FindIndex(p => p.To > headEnd));
        Tail = first;
        while (Tail < All.Count && !IsTail(All[Tail], Tail > first))
        {
            Tail++;
        }
        Start = Greeting >= 0 ? Greeting + 1 : first;
    }

    public LetterText Text { get; }

    /// <summary>Every paragraph that is not blank.</summary>
    public List<BodyParagraph> All { get; }

    /// <summary>The paragraph with "Kính gửi"; -1 for none.</summary>
    public int Greeting { get; }

    /// <summary>The first paragraph of the body; moved by the reader of the addressees.</summary>
    public int Start { get; set; }

    /// <summary>The first paragraph after the body: recipients, signature, annex.</summary>
    public int Tail { get; }

    /// <summary>The paragraphs of the body.</summary>
    public IReadOnlyList<BodyParagraph> Body => Start < Tail ? All[Start..Tail] : [];

    /// <summary>Where the body begins and ends.</summary>
    public (int From, int To) BodyPlace => Body is [var first, ..] ? (first.From, Body[^1].To) : (Text.Plain.Length, Text.Plain.Length);

    /// <summary>The plain letters of a paragraph, without its mark.</summary>
    public string Plain(BodyParagraph paragraph) => Text.Plain[paragraph.Body..paragraph.To];

    /// <summary>Where "Kính gửi:" ends within its paragraph.</summary>
    public int AfterGreeting => All[Greeting].From + Greeted().Match(Text.Plain[All[Greeting].From..All[Greeting].To]).Length;

    /// <summary>Whether a line of capitals says for whom or in whose place is signed.</summary>
    public static bool IsAuthority(string plain) => Authority().IsMatch(plain);

    /// <summary>Whether a line of capitals is an office.</summary>
    public static bool IsOffice(string plain) => !plain.Any(char.IsAsciiLetterLower) && Office().IsMatch(plain);

    private bool IsTail(BodyParagraph paragraph, bool after)
    {
        var plain = Text.Plain[paragraph.From..Math.Min(paragraph.To, paragraph.From + 160)];
        if (Recipients().IsMatch(plain))
        {
            return true;
        }
        return after && (IsAuthority(plain) || (IsOffice(plain) && plain.Length < 60) || Annex().IsMatch(plain));
    }

    private static List<BodyParagraph> Paragraphs(LetterText text)
    {
        var paragraphs = new List<BodyParagraph>();
        for (int from = 0, to; from < text.Plain.Length; from = to + 1)
        {
            to = text.Plain.IndexOf('\n', from);
            to = to < 0 ? text.Plain.Length : to;
            var (start, end) = (from, to);
            while (start < end && char.IsWhiteSpace(text.Plain[start]))
            {
                start++;
            }
            while (end > start && char.IsWhiteSpace(text.Plain[end - 1]))
            {
                end--;
            }
            if (end > start)
            {
                paragraphs.Add(Marked(text.Plain, start, end));
            }
        }
        return paragraphs;
    }

    private static BodyParagraph Marked(string plain, int from, int to)
    {
        var mark = Mark().Match(plain, from, Math.Min(to - from, 40));
        if (!mark.Success || mark.Index != from || mark.Length == to - from)
        {
            return new(from, to, from, LineMark.None, null);
        }
        var kind = mark.Groups["roman"].Success ? LineMark.Roman
            : mark.Groups["dotted"].Success ? LineMark.Dotted
            : mark.Groups["number"].Success ? LineMark.Number
            : mark.Groups["point"].Success ? LineMark.Point
            : mark.Value[0] switch { '+' => LineMark.Plus, '*' => LineMark.Star, _ => LineMark.Dash };
        var label = new[] { "roman", "dotted", "number", "point" }.Select(g => mark.Groups[g]).FirstOrDefault(g => g.Success)?.Value.Trim();
        return new(from, to, Math.Min(to, from + mark.Length), kind, label);
    }

    [GeneratedRegex(@"\G(?:(?:(?:Phan|Muc|Noi dung|Dieu|Nhiem vu)\s)?(?:(?<roman>[IVX]{1,5})\s?[./):-]\s*(?=\S)|\(?(?<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\s?[.)]?\s+|\(?(?<number>\d{1,2})\s?(?:[.)](?!\d)|/(?=\s?[A-Z])|:)\s*)|(?<point>[a-zA-Z]{1,2})\)\s*|(?<point>[a-z])[.]\s+|[-+]+\s*|\*+\s*)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:[^\n]{0,80}\t)?\s*kinh\s?g[uo]i\b\s*[:;.,]?\s*|^[A-Z][^\n:]{3,70}\sdien\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeted();

    [GeneratedRegex(@"^(?:[^\n]{0,60}\t)?noi\s?nhan\b\s*(?:[:;.\t]|$|-)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recipients();

    [GeneratedRegex(@"^(?:KT|TM|TL|TUQ|Q|T/M|K/T|T/L|TUN)\s?\.?\s{0,2}[A-Z]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Authority();

    [GeneratedRegex(@"^(?:PHO |QUYEN |Q\. ?)?(?:CHU TICH|GIAM DOC|TONG GIAM DOC|BO TRUONG|THU TRUONG|TRUONG PHONG|TRUONG BAN|CHANH VAN PHONG|CHANH THANH TRA|HIEU TRUONG|CUC TRUONG|CHI CUC TRUONG|TONG CUC TRUONG|VU TRUONG|VIEN TRUONG|CHU NHIEM|BI THU|TONG BIEN TAP|CHANH AN|THU TUONG|TRUONG CONG AN|TONG THANH TRA|CHI HUY TRUONG|HAT TRUONG|TRAM TRUONG|TRUONG TRAM|PHO TRUONG|PHO CHANH|THUONG TRUC)(?:[ ,.-]+[A-Z&.-]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex(@"^(?:PHU LUC|DANH SACH|BIEU MAU|MAU SO|BIEU SO|DE CUONG|BANG TONG HOP)\b[^a-z]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Annex();
}
