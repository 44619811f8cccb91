using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Lines as a page or a column broke them, put together again: a line that goes on in small letters belongs to the one
/// before, page numbers and ruling lines belong to nothing.</summary>
internal static partial class LetterLines
{
    private const int ShortLine = 28;
    private const int PageLine = 55;
    private const int LongLine = 64;
    private const double Full = 0.8;

    /// <summary>Joins what belongs together.</summary>
    public static List<Glyph> Join(List<Glyph> glyphs)
    {
        var lines = Lines(glyphs);
        var page = PageWidth(lines);
        var joined = new List<Glyph>(glyphs.Count);
        Line? before = null;
        var blanks = 0;
        var number = 0;
        foreach (var line in lines)
        {
            if (line.Plain.Length == 0)
            {
                blanks++;
                continue;
            }
            if (IsPageNumber(line.Plain, ref number, blanks > 0 || before is null || !Ends(before)))
            {
                continue;
            }
            if (before is not null)
            {
                var goesOn = GoesOn(before, line, blanks, page);
                joined.Add(new(goesOn ? ' ' : '\n', before.EndPlace, before.EndPlace));
                if (!goesOn && blanks > 0)
                {
                    joined.Add(new('\n', before.EndPlace, before.EndPlace));
                }
            }
            joined.AddRange(glyphs[line.From..line.To]);
            (before, blanks) = (line, 0);
        }
        return joined;
    }

    /// <summary>Whether a line begins with a number, a letter with a bracket, a dash: a part of its own.</summary>
    public static bool IsMarked(string plain) => Marked().IsMatch(plain);

    private static List<Line> Lines(List<Glyph> glyphs)
    {
        var lines = new List<Line>();
        for (int from = 0, to; from <= glyphs.Count; from = to + 1)
        {
            to = from;
            while (to < glyphs.Count && glyphs[to].Letter != '\n')
            {
                to++;
            }
            var (start, end) = (from, to);
            while (start < end && glyphs[start].Letter == ' ')
            {
                start++;
            }
            while (end > start && glyphs[end - 1].Letter is ' ' or '\t')
            {
                end--;
            }
            var written = new StringBuilder(end - start);
            for (var i = start; i < end; i++)
            {
                written.Append(glyphs[i].Letter);
            }
            var plain = new PlainText(written.ToString()).Letters;
            lines.Add(new(start, end, Ruling().IsMatch(plain) ? "" : plain, end > start ? glyphs[end - 1].End : 0));
        }
        return lines;
    }

    /// <summary>The width at which a page broke its lines; 0 where paragraphs stand in one line each.</summary>
    private static int PageWidth(List<Line> lines)
    {
        var lengths = lines.Select(l => l.Plain.Length).Where(l => l > PageLine).Order().ToList();
        if (lengths.Count < 3)
        {
            return 0;
        }
        var ninth = lengths[lengths.Count * 9 / 10];
        return lengths[^1] <= 135 && lengths.Count(l => l >= ninth * Full) * 2 >= lengths.Count ? ninth : 0;
    }

    private static bool GoesOn(Line before, Line line, int blanks, int page)
    {
        var (last, first) = (before.Plain, line.Plain);
        if (last.Contains('\t') || first.Contains('\t') || IsMarked(first) || Heading().IsMatch(first) || Heading().IsMatch(last) || HeadDate.IsDateline(last) || HeadNumber.Begins(first))
        {
            return false;
        }
        var capitals = !last.Any(char.IsAsciiLetterLower);
        if (blanks > 0)
        {
            return last.Length > ShortLine && !capitals && !Ends(before) && char.IsAsciiLetterLower(first[0]);
        }
        if (char.IsAsciiLetterLower(first[0]))
        {
            return !(last[^1] is '.' or '!' or '?' or ':') && !(last[^1] == ';' && last.Length < ShortLine) && !capitals && !About().IsMatch(first);
        }
        if (capitals || Ends(before) || !first.Any(char.IsAsciiLetterLower))
        {
            return !capitals && Wanting().IsMatch(last) && !Recipients().IsMatch(last) && first.Length > 1;
        }
        if (HeadDate.IsDateline(first) || HeadIssuer.IsMotto(last) || HeadIssuer.IsMotto(first))
        {
            return false;
        }
        return last[^1] == ',' || last.Length >= LongLine || Wanting().IsMatch(last) || (page > 0 && last.Length >= page * Full && last.Length > PageLine);
    }

    private static bool Ends(Line line) => line.Plain[^1] is '.' or ';' or ':' or '?' or '!';

    private static bool IsPageNumber(string plain, ref int number, bool stands)
    {
        var found = Page().Match(plain);
        if (!found.Success || !stands || !int.TryParse(found.Groups["n"].Value, out var here) || here > number + 2 || here <= number)
        {
            return false;
        }
        // A first page has no number, so that the first one seen is 1 or 2.
        number = here;
        return true;
    }

    private sealed record Line(int From, int To, string Plain, int EndPlace);

    [GeneratedRegex(@"^([IVX]{1,5}\s?[./)]\s?|\(?\d{1,2}(\.\d{1,2}){0,3}\s?[.)](?!\d)|\d{1,2}(\.\d{1,2}){1,3}\s|\d{1,2}/\s?(?=[A-Z])|[a-zA-Z]\)\s?|[a-z]\.\s|[-+]+\s?(?=\S)|\*\s?(?=\S)|(Muc|Phan|Dieu|Khoan|Noi dung)\s[\dIVX]{1,4}\s?[.:)])", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^[-_=*.~\s]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Ruling();

    [GeneratedRegex(@"^(kinh\s?g[uo]i|noi\s?nhan|https?://|so\s*:|v\s?/\s?v)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^noi\s?nhan|^-", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recipients();

    [GeneratedRegex(@"^v/v", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    // A line that ends so cannot be the end of anything.
    [GeneratedRegex(@"\b(ngay|thang|nam|truoc|cua|va|ve|tai|tu|den|cac|theo|cho|voi|gio|cong van so|so|van ban so|thuoc|duoc|hoac|do|la)$", RegexOptions.CultureInvariant)]
    private static partial Regex Wanting();

    [GeneratedRegex(@"^(trang\s*)?[-(\s]{0,2}(?<n>\d{1,3})(\s*/\s*\d{1,3})?[-)\s]{0,2}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
