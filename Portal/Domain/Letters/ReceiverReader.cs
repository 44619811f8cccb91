using System.Text.RegularExpressions;

namespace Portal.Domain.Letters;

/// <summary>To whom the reports are sent, and to whom they go on, gathered.</summary>
internal sealed partial class ReceiverReader(LetterText text, LetterTokens tokens, UnitNames units)
{
    /// <summary>Reads the receiving unit: "gửi về UBND huyện (qua Phòng …)".</summary>
    /// <param name="from">Where the body begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="deadline">The report's deadline; the sentence it stands in goes first.</param>
    /// <param name="groups">Who is asked: a unit among them that gathers for the issuer is the receiver itself.</param>
    public Found<string>? Receiving(int from, int to, DeadlinePlace? deadline, IReadOnlyList<ReadGroup> groups)
    {
        var best = default(Found<string>);
        var score = 0;
        foreach (Match sent in Sent().Matches(text.Plain[from..to]))
        {
            var at = from + sent.Index + sent.Length;
            var first = tokens.At(at);
            var end = units.One(first);
            if (end == first || tokens[first].From > at)
            {
                continue;
            }
            var start = from + sent.Index;
            var near = deadline is not null && start >= DeadlineReader.SentenceStart(text.Plain, deadline.From, from) && start <= DeadlineReader.SentenceEnd(text.Plain, deadline.To, to);
            var past = Earlier().IsMatch(text.Plain[DeadlineReader.SentenceStart(text.Plain, start, from)..start]);
            var purpose = Purpose().IsMatch(text.Plain[Math.Max(from, start - 32)..start]);
            var weight = (near ? 8 : 0) + (sent.Groups["send"].Success ? 5 : 3) - (past ? 6 : 0) - (purpose ? 9 : 0) + (sent.Groups["direct"].Success ? -1 : 0);
            if (weight > score)
            {
                (best, score) = (Whole(first, end, from, to, groups), weight);
            }
        }
        return best;
    }

    /// <summary>Reads to whom the gathered report goes: "để tổng hợp, báo cáo Thủ tướng Chính phủ".</summary>
    public Found<string>? UpTo(int from, int to)
    {
        foreach (Match up in Up().Matches(text.Plain[from..to]))
        {
            var first = tokens.At(from + up.Index + up.Length);
            if (units.One(first) is var end && end > first)
            {
                return text.Found(tokens[first].From, tokens[end - 1].To, 0.85);
            }
        }
        return null;
    }

    private Found<string> Whole(int first, int end, int from, int to, IReadOnlyList<ReadGroup> groups)
    {
        var (start, stop) = (tokens[first].From, tokens[end - 1].To);
        var name = Short(text.Value(start, stop));
        var open = Through().Match(text.Plain, stop, Math.Min(to - stop, 60));
        if (open.Success && open.Index == stop)
        {
            var second = tokens.At(stop + open.Length);
            if (units.One(second) is var last && last > second)
            {
                var through = text.Value(tokens[second].From, tokens[last - 1].To);
                if (groups.Any(g => Fold.Of(g.Name.Value) == Fold.Of(through)))
                {
                    return text.Found(through, tokens[second].From, tokens[last - 1].To, 0.85);
                }
                return text.Found($"{name} ({(open.Groups["qua"].Success ? LetterGrammar.Through + " " : "")}{through})", start, tokens[last - 1].To, 0.9);
            }
        }
        if (Inside().Match(text.Plain, stop, Math.Min(to - stop, 70)) is { Success: true } part && part.Index == stop)
        {
            var within = part.Groups["part"];
            return text.Found($"{name} ({(part.Groups["qua"].Success ? LetterGrammar.Through + " " : "")}{text.Value(within.Index, within.Index + within.Length)})", start, stop + part.Length, 0.75);
        }
        // "Công văn gửi … về Vụ Kế hoạch - Tài chính": the department within the body already named.
        foreach (Match inner in Inner().Matches(text.Plain[stop..Math.Min(to, stop + 600)]))
        {
            var second = tokens.At(stop + inner.Index + inner.Length);
            if (units.One(second) is var last && last > second)
            {
                return text.Found($"{name} ({text.Value(tokens[second].From, tokens[last - 1].To)})", start, stop, 0.7);
            }
        }
        return text.Found(name, start, stop, 0.85);
    }

    private static string Short(string name) => name.Trim();

    [GeneratedRegex(@"\b(?:(?<send>(?i:gui|goi(?= ve| bao| cho| qua| kem)|nop)\b[^.;\n]{0,160}?\b(?:ve|cho|den|toi|qua|gui)\s+)|(?<about>(?i:bao cao)\b[^.;\n]{0,200}?\b(?:ve|cho|den|gui)\s+)|(?<direct>(?i:bao cao)\s+(?!cua)))(?:dau moi\s+|cho\s+)?(?=[A-Z]|co quan)", RegexOptions.CultureInvariant)]
    private static partial Regex Sent();

    [GeneratedRegex(@"^\s*(?:theo|ngay \d|tai|da)\s.*\b(?:cong van|van ban)\b(?!.*\b(?:de nghi|yeu cau)\s(?!.*cong van))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:de(?! nghi)|tham muu|tong hop,?)\s+(?:\w+,?\s+){0,4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"\b(?:de|tham muu|se|nham)\s+(?:(?:tong hop|co can cu|co co so|kip thoi|so lam viec|UBND \w+|Uy ban nhan dan \w+|tham muu|theo doi|tham muu UBND \w+|trinh|,|va|chung)[,\s]+){0,4}(?:bao cao|trinh|tham muu)\s+(?:ve\s+)?(?=[A-Z]|cap co tham quyen)", RegexOptions.CultureInvariant)]
    private static partial Regex Up();

    [GeneratedRegex(@"^\s*(?:[,]\s*)?\(?\s*(?:(?<qua>(?:thong\s+)?qua)\s+|dia chi\s*:?\s*|\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Through();

    [GeneratedRegex(@"^\s*\(\s*(?<qua>(?:thong )?qua )?(?<part>[A-Z][a-zA-Z &-]{2,50})\s*[,)]", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(@"\b[Gg]ui\b[^.;]{0,60}\b(?:ve|qua|cho|den)\s+(?=(?:Vu|Cuc|Phong|Van phong|Ban|Bo phan|Thanh tra)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Inner();
}
