using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Kính gửi: on one line, or line for line after it. Moves the beginning of the body behind them.</summary>
internal static partial class AddresseeReader
{
    private const int MaxAddressee = 300;

    /// <summary>Reads them; empty for a letter that greets nobody.</summary>
    public static IReadOnlyList<Found<string>> Read(LetterBlocks blocks, LetterTokens tokens, UnitNames units)
    {
        if (blocks.Greeting < 0)
        {
            return [];
        }
        var found = new List<Found<string>>();
        var from = blocks.AfterGreeting;
        var to = blocks.All[blocks.Greeting].To;
        if (from < to)
        {
            found.AddRange(Split(blocks.Text, from, to));
        }
        var next = blocks.Greeting + 1;
        var dashes = false;
        for (; next < blocks.Tail; next++)
        {
            var paragraph = blocks.All[next];
            if (!Goes(blocks, tokens, units, next, found.Count, from < to, dashes))
            {
                break;
            }
            dashes |= paragraph.Mark is LineMark.Dash or LineMark.Plus or LineMark.Star or LineMark.Number;
            if (paragraph.Mark == LineMark.None && dashes && found.Count > 0 && !Ends(blocks.Text.Plain[blocks.All[next - 1].To - 1]))
            {
                var last = found[^1];
                var whole = blocks.Text.Found(blocks.All[next - 1].Body, End(blocks.Text, paragraph.Body, paragraph.To), 0.85);
                found[^1] = whole with { Value = last.Value + " " + blocks.Text.Value(paragraph.Body, End(blocks.Text, paragraph.Body, paragraph.To)) };
                continue;
            }
            if (End(blocks.Text, paragraph.Body, paragraph.To) is var end && end > paragraph.Body)
            {
                found.Add(blocks.Text.Found(paragraph.Body, end, 0.95));
            }
            if (!dashes && blocks.Text.Plain[paragraph.To - 1] == '.')
            {
                next++;
                break;
            }
        }
        blocks.Start = next;
        return found;
    }

    private static bool Goes(LetterBlocks blocks, LetterTokens tokens, UnitNames units, int at, int found, bool inline, bool dashes)
    {
        var paragraph = blocks.All[at];
        var before = blocks.Text.Plain[blocks.All[at - 1].To - 1];
        var plain = blocks.Plain(paragraph);
        if (plain.Length > MaxAddressee || Opening().IsMatch(plain) || paragraph.Mark is LineMark.Roman or LineMark.Dotted || (paragraph.Mark == LineMark.Number && (inline || !IsName(tokens, units, paragraph))))
        {
            return false;
        }
        if (paragraph.Mark is LineMark.Dash or LineMark.Plus or LineMark.Star or LineMark.Number)
        {
            // After one addressee on the line itself, dashes without a colon before them are the body's.
            return !inline || dashes || found == 0 || before is ';' or ',' or ':';
        }
        if (inline && before is not (';' or ',' or ':'))
        {
            return false;
        }
        var names = units.List(tokens.At(paragraph.Body));
        var rest = names.Count == 0 ? plain.Length : paragraph.To - Math.Min(paragraph.To, tokens[names[^1].To - 1].To);
        return dashes ? !Ends(before) && plain.Length < 120
            : names.Count > 0 ? rest < 30 : found == 0 && plain.Length < 110 && !plain.TrimEnd().EndsWith(':');
    }

    /// <summary>A numbered line that is nothing but names.</summary>
    private static bool IsName(LetterTokens tokens, UnitNames units, BodyParagraph paragraph) =>
        units.List(tokens.At(paragraph.Body)) is [.., var last] && paragraph.To - Math.Min(paragraph.To, tokens[last.To - 1].To) < 40;

    private static bool Ends(char c) => c is '.' or ';';

    private static IEnumerable<Found<string>> Split(LetterText text, int from, int to)
    {
        foreach (var (start, end) in Clauses.Split(text.Plain, from, to, ';'))
        {
            var begin = start;
            while (begin < end && (text.Plain[begin] is '-' or '+' or '*' || char.IsWhiteSpace(text.Plain[begin])))
            {
                begin++;
            }
            for (var dash = DashBetween().Match(text.Plain, begin, end - begin); dash.Success; dash = DashBetween().Match(text.Plain, begin, end - begin))
            {
                yield return text.Found(begin, End(text, begin, dash.Index), 0.8);
                begin = dash.Index + dash.Length;
            }
            if (End(text, begin, end) is var last && last > begin)
            {
                yield return text.Found(begin, last, 0.95);
            }
        }
    }

    private static int End(LetterText text, int from, int to)
    {
        while (to > from && (text.Plain[to - 1] is '.' or ';' or ',' or '/' || char.IsWhiteSpace(text.Plain[to - 1])))
        {
            to--;
        }
        return to;
    }

    [GeneratedRegex(@"^(thuc hien|theo|can cu|xet|ngay \d|de (co|thuc|trien|kip|bao|dam|tong|chuan)|nham|trien khai|tiep theo|tiep tuc|tiep nhan|trong thoi|trong nam|qua |sau khi|hien nay|vua qua|thoi gian|vua|nhan duoc|nhu |de nghi|yeu cau|tu ngay|phuc dap|tra loi|can cu|dong kinh gui)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    // "Kính gửi: - Sở A - Sở B", as a copied list loses its lines; a dash within a name has a small letter or no name of a unit after it.
    [GeneratedRegex(@"\s*[,;.]\s-\s|\s-\s(?=(?:So|UBND|Uy ban|Phong|Ban|Cong an|Bo|Giam doc|Chu tich|Thu truong|Cac)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex DashBetween();
}
