using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>Documents that the body names by number: with type, day, issuer and subject where they are written.</summary>
internal sealed partial class ReferenceReader(LetterText text, LetterTokens tokens, UnitNames units)
{
    private const int MaxReferences = 60;
    private const int MaxCandidates = 2000;
    private const int Back = 30;

    /// <summary>Reads them; each number once.</summary>
    /// <param name="from">Where the body begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="own">The letter's own number and symbol; not among them.</param>
    public IReadOnlyList<ReadReference> Read(int from, int to, string? own)
    {
        var found = new List<ReadReference>();
        if (from >= to)
        {
            return found;
        }
        var body = text.Plain[from..to];
        foreach (var match in HeadNumber.Written.Matches(body).Concat(Bare().Matches(body)).OrderBy(m => m.Index).Take(MaxCandidates))
        {
            if (found.Count == MaxReferences)
            {
                break;
            }
            var place = match.Groups["n"].Success ? match.Groups["n"] : match;
            var (start, end) = (from + place.Index, from + place.Index + place.Length);
            var number = text.Value(start, end).Replace(" ", "");
            var type = Type().Match(text.Plain[Math.Max(from, start - 40)..start]);
            if ((start > from && char.IsLetterOrDigit(text.Plain[start - 1])) || (!type.Success && !Numbered().IsMatch(text.Plain[Math.Max(from, start - 8)..start])) || number == own || found.Exists(f => f.Number.Value == number))
            {
                continue;
            }
            found.Add(Describe(start, end, number, type, from, to));
        }
        return found;
    }

    /// <summary>Where the first reference in a piece of text begins; -1 for none.</summary>
    public static bool Cites(string plain) => Citing().IsMatch(plain);

    private ReadReference Describe(int start, int end, string number, Match type, int from, int to)
    {
        var words = type.Success ? type.Groups["t"].Value.ToLowerInvariant() : "";
        var named = words.Length == 0 || words.StartsWith("van ban", StringComparison.Ordinal) ? null : text.Value(Math.Max(from, start - 40) + type.Groups["t"].Index, Math.Max(from, start - 40) + type.Groups["t"].Index + type.Groups["t"].Length);
        var next = end;
        DateOnly? date = null;
        if (Dated().Match(text.Plain, next, Math.Min(to - next, 80)) is { Success: true } day && day.Index == next)
        {
            date = DatePhrases.DateOf(day);
            next += day.Length;
        }
        var (issuer, after) = IssuerAfter(next);
        issuer ??= IssuerBefore(Math.Max(from, start - 40) + (type.Success ? type.Index : 40), from);
        next = after;
        if (date is null && Told().Match(text.Plain, DeadlineReader.SentenceStart(text.Plain, start, from), start - DeadlineReader.SentenceStart(text.Plain, start, from)) is { Success: true } told)
        {
            date = DatePhrases.DateOf(told);
            var teller = told.Groups["who"];
            issuer ??= units.One(tokens.At(teller.Index)) > tokens.At(teller.Index) ? text.Value(teller.Index, teller.Index + teller.Length) : null;
        }
        string? subject = null;
        if (About().Match(text.Plain, next, Math.Min(to - next, 40)) is { Success: true } about && about.Index == next)
        {
            (subject, var late) = SubjectFrom(next + about.Groups["skip"].Length + about.Groups["lead"].Length, to);
            issuer ??= late;
        }
        return new(text.Found(number, start, end, 0.9), named is null ? null : char.ToUpperInvariant(named[0]) + named[1..].ToLowerInvariant(), date, issuer, subject);
    }

    private (string? Issuer, int After) IssuerAfter(int at)
    {
        var of = Of().Match(text.Plain, at, Math.Min(12, text.Plain.Length - at));
        if (!of.Success || of.Index != at)
        {
            return (null, at);
        }
        var first = tokens.At(at + of.Length);
        var names = units.List(first);
        if (names.Count == 0)
        {
            return (null, at);
        }
        var last = names.Count > 1 && text.Plain[tokens[names[0].To].From] == ',' ? names[0] : names[^1];
        return (text.Value(tokens[first].From, tokens[last.To - 1].To), tokens[last.To - 1].To);
    }

    /// <summary>"đề nghị của Sở … tại Công văn số".</summary>
    private string? IssuerBefore(int at, int from)
    {
        var end = tokens.At(at);
        while (end > 0 && tokens[end - 1].From >= at)
        {
            end--;
        }
        if (end == 0 || tokens[end - 1].Key != LetterTokens.Keys(LetterGrammar.In)[0])
        {
            return null;
        }
        for (var first = Math.Max(tokens.At(from), end - 1 - Back); first < end - 1; first++)
        {
            if (tokens[first].IsCapital && units.One(first) == end - 1)
            {
                return text.Value(tokens[first].From, tokens[end - 2].To);
            }
        }
        return null;
    }

    private (string? Subject, string? Issuer) SubjectFrom(int from, int to)
    {
        var end = Math.Min(to, from + 500);
        end = DeadlineReader.SentenceEnd(text.Plain, from, end);
        foreach (var (_, stop) in Clauses.Split(text.Plain, from, end, ';').Take(1))
        {
            end = stop;
        }
        // The sentence goes on after a comma with who does something: ", Chủ tịch UBND tỉnh có ý kiến".
        foreach (var (piece, _) in Clauses.Split(text.Plain, from, end, ',').Skip(1))
        {
            var first = tokens.At(piece);
            if (units.List(first) is [.., var last] && tokens[first].IsCapital && units.IsVerb(AfterPerson(last.To)))
            {
                end = piece;
                while (end > from && (text.Plain[end - 1] == ',' || char.IsWhiteSpace(text.Plain[end - 1])))
                {
                    end--;
                }
                break;
            }
        }
        string? issuer = null;
        foreach (Match of in LateOf().Matches(text.Plain[from..end]))
        {
            var first = tokens.At(from + of.Index + of.Length);
            if (units.One(first) is var past && past > first && tokens[past - 1].To >= end - 1)
            {
                (issuer, end) = (text.Value(tokens[first].From, tokens[past - 1].To), from + of.Index);
                break;
            }
        }
        var value = text.Value(from, end).TrimEnd(',', '.', ':', ' ');
        return (value.Length == 0 ? null : value, issuer);
    }

    /// <summary>Behind the name of a person: "Phó Thủ tướng Nguyễn Xuân Phúc".</summary>
    private int AfterPerson(int at)
    {
        for (var most = at + 5; at < most && tokens[at].IsCapital && tokens[at].IsWord; at++)
        {
        }
        return at;
    }

    [GeneratedRegex(@"(?<t>cong van|cong van hoa toc|quyet dinh|ke hoach|bao cao|thong bao|to trinh|chi thi|nghi quyet|nghi dinh|thong tu|thong tu lien tich|cong dien|luat|van ban|huong dan|ket luan thanh tra|thong bao ket luan|ket luan|chuong trinh|phieu chuyen|giay moi|de an|quy dinh|phap lenh|thong cao)\s+(?:hoa toc |khan )?(?:so\s*[:.]?\s*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Type();

    [GeneratedRegex(@"\bso\s*[:.]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\b(?:cong van|van ban|to trinh|ke hoach|quyet dinh)\s+so\s*[:.]?\s*(?<n>\d{1,6})(?=\s*,?\s*ngay)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\G[\s,(]*(?:de\s+|ban hanh\s+)?(?:ngay\s+)?" + DatePhrases.Day + @"\s*\)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    // "Ngày 20/12/2018, Sở Nội vụ đã ban hành Công văn số …".
    [GeneratedRegex(@"^\s*(?=ngay)" + DatePhrases.Day + @",?\s+(?<who>[A-Z][^,;]{2,70}?)\s+(?:da\s+)?(?:co|ban hanh|gui|ra)\s+[a-z ]{5,40}?(?:so\s*:?\s*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told();

    [GeneratedRegex(@"\G[\s,]*cua\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Of();

    [GeneratedRegex(@"\scua\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LateOf();

    [GeneratedRegex(@"\G(?<skip>[\s,(]*)(?:(?<lead>(?:ve\s+viec|v\s?/\s?v\s*:?|ve)\s+)|(?=(?:phe duyet|ban hanh|quy dinh|huong dan|trien khai|bao cao|tang cuong|thuc hien|sua doi)\b))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(theo|thuc hien|tiep theo|tai|can cu|ngay \d{1,2}[/.]\d{1,2}[/.]\d{4},?[^,;]{0,80}(?:da )?(?:co|ban hanh))\s+(?:[^;.]{0,60}\s)?(?:cong van|van ban|thong bao|ke hoach)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Citing();
}
