using System.Text.RegularExpressions;
using Portal.Domain.Letters;
using static Portal.Platform.Documents.WordStyles;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>Words that are prescribed, marks at the ends of lines, the order of numbers (Phụ lục I, mục II).</summary>
internal static partial class LayoutWords
{
    public static readonly IReadOnlyDictionary<string, Func<LetterFile, IEnumerable<string>>> Checks = new Dictionary<string, Func<LetterFile, IEnumerable<string>>>
    {
        ["Nation.Text"] = f => Each(f, Nation, t => t == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ["Motto.Text"] = f => Each(f, Motto, t => t == "Độc lập - Tự do - Hạnh phúc"),
        ["Number.Text"] = f => Each(f, Number, NumberText().IsMatch),
        ["PlaceDate.Text"] = f => Each(f, PlaceDate, DateText().IsMatch),
        ["About.Text"] = f => Each(f, About, t => t.StartsWith("V/v ", StringComparison.Ordinal)),
        ["To.Text"] = f => Each(f, To, t => t.StartsWith("Kính gửi:", StringComparison.Ordinal) && (f.First(ToLine) is null) == (t.Length > "Kính gửi:".Length)),
        ["ToLine.Dash"] = f => Each(f, ToLine, t => t.StartsWith("- ", StringComparison.Ordinal)),
        ["ToLine.Ends"] = f => Ends(f, ToLine),
        ["Basis.Ends"] = f => Ends(f, Basis),
        ["Recipients.Text"] = f => Each(f, Recipients, t => t == "Nơi nhận:"),
        ["Recipient.Dash"] = f => Each(f, Recipient, t => t.StartsWith("- ", StringComparison.Ordinal)),
        ["Recipient.Ends"] = f => Ends(f, Recipient),
        ["Recipient.Filed"] = f => f.Of(Recipient).LastOrDefault() is { } last && !last.Text.StartsWith("- Lưu: VT", StringComparison.Ordinal) ? [last.Place] : [],
        ["Signer.Text"] = f => Each(f, Signer, t => !Academic().IsMatch(t)),
        ["Ending"] = f => Ending(f),
        ["Dash.Dash"] = f => Each(f, Dash, t => t.StartsWith("- ", StringComparison.Ordinal)),
        ["Point.Order"] = Points,
        ["Part.Order"] = f => f.Of(Part).Where((p, k) => p.Text != $"Phần {LetterNumerals.Roman(k + 1)}").Select(p => p.Place),
        ["Heading1.Order"] = f => Order(f, Section, [Part], k => $"{LetterNumerals.Roman(k)}. "),
        ["Heading2.Order"] = f => Order(f, Clause, [Part, Section], k => $"{k}. "),
        ["Annex.Text"] = f => f.Of(Annex).ToList() is var all ? all.Where((p, k) => p.Text != (all.Count == 1 ? "Phụ lục" : $"Phụ lục {LetterNumerals.Roman(k + 1)}")).Select(p => p.Place) : [],
        ["Annex.Pointed"] = f => f.Of(Annex).Where(a => !f.Pieces.Any(p => p.Section == 0 && Names(p.Text, a.Text))).Select(p => p.Place),
        ["AnnexNote.Text"] = f => Each(f, AnnexNote, NoteText().IsMatch),
    };

    private static IEnumerable<string> Each(LetterFile f, string style, Func<string, bool> right) => f.Of(style).Where(p => !right(p.Text)).Select(p => p.Place);

    private static IEnumerable<string> Ends(LetterFile f, string style)
    {
        var all = f.Of(style).ToList();
        return all.Where((p, k) => !p.Text.EndsWith(k == all.Count - 1 ? '.' : ';')).Select(p => p.Place);
    }

    private static IEnumerable<string> Ending(LetterFile f)
    {
        var last = f.Pieces.LastOrDefault(p => p.Section == 0 && p.Table is null && p.Text.Length > 0);
        return last is null || !last.Text.EndsWith("./.", StringComparison.Ordinal) || f.Pieces.Count(p => p.Text.EndsWith("./.", StringComparison.Ordinal)) != 1 ? [last?.Place ?? "nothing"] : [];
    }

    private static IEnumerable<string> Points(LetterFile f)
    {
        var k = 0;
        foreach (var p in f.Pieces)
        {
            k = p.Style == Point ? k + 1 : 0;
            if (k > 0 && !p.Text.StartsWith($"{"abcdđeghiklmnopqrstuvxy"[k - 1]}) ", StringComparison.Ordinal))
            {
                yield return p.Place;
            }
        }
    }

    private static IEnumerable<string> Order(LetterFile f, string style, string[] above, Func<int, string> number)
    {
        var k = 0;
        foreach (var p in f.Pieces)
        {
            k = above.Contains(p.Style) ? 0 : p.Style == style ? k + 1 : k;
            if (p.Style == style && !p.Text.StartsWith(number(k), StringComparison.Ordinal))
            {
                yield return p.Place;
            }
        }
    }

    private static bool Names(string text, string annex) => Regex.IsMatch(text, $@"{Regex.Escape(annex)}(?![IVX])");

    [GeneratedRegex(@"^Số: (\d{2,}| {2,})/[A-ZĐ&]+(-[A-ZĐ&]+)*$")]
    private static partial Regex NumberText();

    [GeneratedRegex(@"^\p{Lu}[\p{L} ]+, ngày ((0[1-9]|[12]\d|3[01])| {2,}) tháng ((0[12]|[3-9]|1[012])| {2,}) năm \d{4}$")]
    private static partial Regex DateText();

    [GeneratedRegex(@"^\(Kèm theo .+ số .*/.+ ngày .+ tháng .+ năm \d{4} của .+\)$")]
    private static partial Regex NoteText();

    [GeneratedRegex(@"\b(ThS|TS|PGS|GS|CN|KS|BS)\b")]
    private static partial Regex Academic();
}
